import { defineConfig } from 'vitest/config';
import { compiledCode } from './tools/setup/compiled-code.mjs';

export default defineConfig({
  test: {
    include: ['tests/{unit,fake-okta,security,torture}/**/*.test.ts'],
    // Vitest's own choice is one fewer than the cores, so one worker on two cores.
    maxWorkers: '100%',
    // Programs that tests start as processes of their own read the same code again and again.
    env: { NODE_COMPILE_CACHE: compiledCode },
    // Real processes, real TLS and real Argon2 on two cores.
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // One second is too short for a child process on a machine under load. Thousands of polls wait half of their interval for nothing.
    expect: { poll: { timeout: 10_000, interval: 10 } },
  },
});
