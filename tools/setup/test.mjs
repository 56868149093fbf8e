import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runWithKeyring } from './keyring-session.mjs';
import { ensureBuild, ensurePackages, ensureSystem } from './prepare.mjs';
import { node24, root, run, say } from './shell.mjs';

const [part = 'all', ...filter] = process.argv.slice(2);
const reports = join(root, 'test-results');
const total = { passed: 0, failed: 0, skipped: 0 };

/** @param {string} name @param {number} code */
const one = (name, code) => {
  total[code === 0 ? 'passed' : 'failed']++;
  say(`${name}: ${code === 0 ? 'passed' : 'FAILED'}`);
};

/** A suite that ended without a report failed as a whole, whatever else it said. @param {string} file @param {number} code */
const report = (file, code) => {
  if (!existsSync(file)) {
    total.failed++;
    return null;
  }
  const read = JSON.parse(readFileSync(file, 'utf8'));
  return { ...read, code };
};

function units() {
  const file = join(reports, 'vitest.json');
  const code = runWithKeyring('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${file}`,
    ...filter,
  ]);
  const read = report(file, code);
  if (read === null) return;
  total.passed += read.numPassedTests;
  total.failed += read.numFailedTests;
  total.skipped += read.numPendingTests + read.numTodoTests;
  // Errors outside of any test, too, are failures.
  if (code !== 0 && read.numFailedTests === 0) total.failed++;
}

function endToEnd() {
  const file = join(reports, 'playwright.json');
  const code = runWithKeyring(
    node24(),
    [
      join(root, 'node_modules/@playwright/test/cli.js'),
      'test',
      '--project=host',
      '--project=e2e',
      ...filter,
    ],
    { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  );
  const read = report(file, code);
  if (read === null) return;
  total.passed += read.stats.expected + read.stats.flaky;
  total.failed += read.stats.unexpected;
  total.skipped += read.stats.skipped;
  if (code !== 0 && read.stats.unexpected === 0) total.failed++;
}

ensurePackages();
ensureSystem();
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
ensureBuild();
if (part === 'all') {
  one('typecheck', run('npm', ['run', '--silent', 'typecheck']));
  one('lint', run('npm', ['run', '--silent', 'lint']));
}
if (part === 'all' || part === 'unit') units();
if (part === 'all' || part === 'e2e') endToEnd();
say(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);
