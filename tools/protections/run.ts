/**
 * `npm run protections [-- --only ID] [-- --row WORDS] [-- --units]`: removes each protection of tests/protections in turn from a copy of
 * the checkout, and runs the test that must then fail. Exits with 1 when a test still passes or could not run. `--only` selects protections
 * by the start of their names, `--row` those of the claims with these words; `--units` skips the specs. Each may be repeated.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { claims } from '../../tests/protections/all.ts';
import { isSpec, type Protection } from '../../tests/protections/claim.ts';
import { type Copy, copyOf } from './copy.ts';
import { seen } from './reports.ts';
import { buildIn, type Outcome, runSpecs, runTestOf, runUnits } from './runners.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    row: { type: 'string', multiple: true, default: [] },
    units: { type: 'boolean', default: false },
  },
});
const root = join(import.meta.dirname, '../..');
const say = (line: string) => process.stdout.write(`${line}\n`);

const chosen = claims
  .filter(({ words }) => values.row.length === 0 || values.row.some((part) => words.includes(part)))
  .flatMap(({ protections }) => protections)
  .filter(({ id }) => values.only.length === 0 || values.only.some((part) => id.startsWith(part)))
  .filter((protection) => !values.units || !isSpec(protection));
if (chosen.length === 0) {
  process.stderr.write(
    'No protection has that name, and no claim those words. tests/protections lists them.\n',
  );
  process.exit(2);
}

interface Verdict {
  readonly id: string;
  readonly good: boolean;
  readonly verdict: string;
  readonly why: string;
}

/** Returns the test results with every protection in place. A test that fails here proves nothing later. */
async function baseline(copy: Copy, specs: boolean): Promise<Outcome> {
  const tests = chosen.filter((one) => isSpec(one) === specs).map(({ fails }) => fails);
  const files = [...new Set(tests.map(([file]) => file))];
  const words = tests.map(([, name]) => name);
  if (files.length === 0) return [];
  say(`First the tests of ${files.length} ${specs ? 'specs' : 'files'} with every protection in its place.`);
  if (!specs) return runUnits(copy.path, files, words);
  return (await buildIn(copy.path)) ?? runSpecs(copy.path, files, words);
}

/** The message of Vitest and Playwright for a test that took too long. The cause may be a machine under load. */
const isTimeout = /Test (?:timed out|timeout)/;

/** Returns whether the test of a protection passes in the present copy. */
async function passesNow(copy: Copy, protection: Protection): Promise<boolean> {
  const outcome = await runTestOf(copy.path, protection);
  if (typeof outcome === 'string') return false;
  const { ran, failed } = seen(outcome, ...protection.fails);
  return ran > 0 && failed === 0;
}

async function judge(copy: Copy, before: Outcome, protection: Protection): Promise<Omit<Verdict, 'id'>> {
  const bad = (verdict: string, why = '') => ({ good: false, verdict, why });
  const [file, words] = protection.fails;
  if (typeof before === 'string') return bad('NOT RUN', before);
  const untouched = seen(before, file, words);
  if (untouched.ran === 0)
    return bad('NOT RUN', `no test in ${file} has "${words}" in its name, or it is skipped here`);
  if (untouched.failed > 0 && !(isTimeout.test(untouched.why) && (await passesNow(copy, protection))))
    return bad('FAILS ANYWAY', untouched.why);
  try {
    const putBack = copy.takeOut(protection);
    try {
      const after = await runTestOf(copy.path, protection);
      if (typeof after === 'string') return bad('NOT RUN', after);
      const { ran, failed, why } = seen(after, file, words);
      if (ran === 0) return bad('NOT RUN', 'the file did not load');
      // A time-out counts as a failure when the same test passes right afterwards.
      if (failed > 0 && isTimeout.test(why)) {
        putBack();
        if (!(await passesNow(copy, protection))) return bad('FAILS ANYWAY', why);
      }
      return failed > 0 ? { good: true, verdict: 'failed as it should', why } : bad('STILL PASSES');
    } finally {
      putBack();
    }
  } catch (error) {
    return bad('NOT RUN', error instanceof Error ? error.message : String(error));
  }
}

const copy = copyOf(root);
process.on('exit', () => copy.remove());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));

const verdicts: Verdict[] = [];
for (const specs of [false, true]) {
  const before = await baseline(copy, specs);
  for (const protection of chosen.filter((one) => isSpec(one) === specs)) {
    const verdict = { id: protection.id, ...(await judge(copy, before, protection)) };
    verdicts.push(verdict);
    say(`${verdict.verdict.padEnd(19)}  ${verdict.id.padEnd(34)}  ${verdict.why}`);
  }
}
mkdirSync(join(root, 'test-results'), { recursive: true });
writeFileSync(join(root, 'test-results/protections.json'), `${JSON.stringify(verdicts, null, 2)}\n`);
const bad = verdicts.filter(({ good }) => !good);
say(
  `${verdicts.length} protections taken out: ${verdicts.length - bad.length} failed as they should, ${bad.length} did not.`,
);
for (const { id, verdict } of bad) say(`  ${verdict}: ${id}`);
process.exit(bad.length === 0 ? 0 : 1);
