import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { attackFlags, sayAttacks } from './attack-lines.mjs';
import { build } from './build.mjs';
import { withKeyring } from './keyring-session.mjs';
import { ensurePackages } from './packages.mjs';
import { fail, isWindows, node24, root, run, say, scripts } from './shell.mjs';
import { askedHost, suiteHost } from './suite-host.mjs';
import { ensureSystem } from './system.mjs';

const { asked, rest: words } = askedHost();
const { rest, env: attackEnv } = attackFlags(words);
const [part = 'all', ...filter] = rest;
/**
 * The test folders of each part for each runner. An empty list means all folders in the runner's own settings.
 * @type {Readonly<Record<string, { readonly vitest: readonly string[] | null, readonly playwright: readonly string[] | null }>>}
 */
const parts = {
  all: { vitest: [], playwright: ['host', 'e2e', 'security'] },
  unit: { vitest: [], playwright: null },
  e2e: { vitest: null, playwright: ['host', 'e2e', 'security'] },
  security: { vitest: ['tests/security'], playwright: ['security'] },
  torture: { vitest: ['tests/torture'], playwright: null },
};
const chosen = parts[part];
if (chosen === undefined) {
  fail(`npm test takes no filter; npm run test:unit -- ${part} and npm run test:e2e -- ${part} do.`, 2);
}
if (chosen.playwright === null && asked !== undefined) {
  fail(`npm run test:${part} runs without a host; --host is for npm test, test:e2e and test:security.`, 2);
}
// When both runners run a part, a filter may be meant for only one of them.
const mayMatchNone = filter.length > 0 && chosen.vitest !== null && chosen.playwright !== null;
const reports = join(root, 'test-results');
const total = { passed: 0, failed: 0, skipped: 0 };

/** @param {string} name @param {boolean} passed */
function count(name, passed) {
  total[passed ? 'passed' : 'failed']++;
  say(`${name}: ${passed ? 'passed' : 'FAILED'}`);
}

/**
 * Runs a suite and adds the counts of its JSON report. A failed suite without a failed test (an error outside any test, no report, no test
 * found) counts as one failure.
 * @param {string} name
 * @param {readonly string[]} args
 * @param {(report: any) => typeof total} read
 * @param {NodeJS.ProcessEnv} hostEnv
 */
async function suite(name, args, read, hostEnv = {}) {
  const file = join(reports, `${name}.json`);
  const own = withKeyring(node24(), args);
  const code = await run(own.command, own.args, {
    env: { ...own.env, ...attackEnv, ...hostEnv, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  const counts = existsSync(file)
    ? read(JSON.parse(readFileSync(file, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  if (code !== 0 && counts.failed === 0) count(name, false);
}

/** @param {readonly string[]} folders */
const units = (folders) =>
  suite(
    'vitest',
    [
      scripts.vitest,
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${join(reports, 'vitest.json')}`,
      // Without a filter, the folders are the filter. A Vitest filter matches any part of a path.
      ...(filter.length > 0 ? filter : folders),
      ...(mayMatchNone ? ['--passWithNoTests'] : []),
    ],
    (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    }),
  );

/** @param {readonly string[]} projects @param {NodeJS.ProcessEnv} hostEnv */
const endToEnd = (projects, hostEnv) =>
  suite(
    'playwright',
    [
      scripts.playwright,
      'test',
      ...projects.map((name) => `--project=${name}`),
      '--reporter=list,json',
      ...filter,
      ...(mayMatchNone ? ['--pass-with-no-tests'] : []),
    ],
    (report) => {
      const { stats } = report;
      for (const [host, tests] of Object.entries(hostsIn(report))) sayHost(host, tests);
      if (stats.flaky > 0) say(`${stats.flaky} passed at the second try only; look above for "flaky".`);
      return {
        passed: stats.expected + stats.flaky,
        failed: stats.unexpected,
        skipped: stats.skipped,
      };
    },
    hostEnv,
  );

/** @param {string} host @param {number} tests */
const sayHost = (host, tests) => say(`Ran on: ${host} (${tests} ${tests === 1 ? 'test' : 'tests'}).`);

/**
 * Counts the tests of a Playwright report by host, from their annotations.
 * @param {any} suite
 * @param {Record<string, number>} hosts
 */
function hostsIn(suite, hosts = {}) {
  for (const { tests } of suite.specs ?? []) {
    for (const { annotations } of tests) {
      const host = annotations.find(
        (/** @type {{ type: string }} */ { type }) => type === 'host',
      )?.description;
      if (host !== undefined) hosts[host] = (hosts[host] ?? 0) + 1;
    }
  }
  for (const inner of suite.suites ?? []) hostsIn(inner, hosts);
  return hosts;
}

await ensurePackages();
await ensureSystem(['chromium', 'display', 'bus', 'keyring', 'fonts']);
// Report a missing host now, before minutes of other suites.
const host = chosen.playwright === null ? null : await suiteHost(asked);
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
// The three need nothing of each other, and each leaves one of two cores idle for a part of its time.
const checks = (part === 'all' ? ['typecheck', 'lint'] : []).map(async (name) => ({
  name,
  passed: (await run('npm', ['run', '--silent', name], { shell: isWindows })) === 0,
}));
const problem = await build();
for (const { name, passed } of await Promise.all(checks)) count(name, passed);
if (problem !== null) say(problem);
if (part === 'all' || problem !== null) count('build', problem === null);
if (chosen.vitest !== null) await units(chosen.vitest);
// A failed build leaves no app to test.
if (chosen.playwright !== null && host !== null && problem === null)
  await endToEnd(chosen.playwright, host.env);
sayAttacks(reports);
say(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 && total.passed + total.skipped > 0 ? 0 : 1);
