import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,fake-okta,security,torture}/**/*.test.ts'],
    // Real processes, real TLS and real Argon2 on two cores.
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // One second is too short for a child process on a machine under load.
    expect: { poll: { timeout: 10_000 } },
  },
});
