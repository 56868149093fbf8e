import { defineConfig } from '@playwright/test';
import { compiledCode } from './tools/setup/compiled-code.mjs';

// Hundreds of hosts and commands start, and most of the time of a start is reading the same code. Node keeps it compiled here.
process.env.NODE_COMPILE_CACHE ??= compiledCode;

export default defineConfig({
  outputDir: 'test-results/playwright',
  // The others are Vitest's.
  testMatch: '**/*.spec.ts',
  // Each test has a Chromium and a fake Okta of its own. Two at once left about 30 % of two cores idle.
  workers: 3,
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A machine that other work presses on may be too slow for one try; what needed a second is said at the end, and is a bug to look at.
  retries: 1,
  reporter: 'list',
  projects: [
    { name: 'host', testDir: 'tests/host' },
    { name: 'e2e', testDir: 'tests/e2e' },
    { name: 'security', testDir: 'tests/security' },
    { name: 'gallery', testDir: 'tests/gallery' },
    { name: 'packaged', testDir: 'tests/packaged' },
  ],
});
