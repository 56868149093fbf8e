import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,fake-okta,security,torture}/**/*.test.ts'],
    // Real processes, real TLS and real Argon2 on two cores.
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
