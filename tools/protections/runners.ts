import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isSpec, type Protection } from '../../tests/protections/claim.ts';
import { ofPlaywright, ofVitest, type Ran } from './reports.ts';

/** Longer than all the specs take on a machine under load, in milliseconds. */
const patience = 30 * 60_000;

const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach(endGroup));

/** Ends a runner with all that it started. */
function endGroup(child: ChildProcess): void {
  try {
    if (process.platform !== 'win32' && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Runs a script of a package in `folder` by this Node, quietly; returns its exit code and what it wrote, or null when it had to be ended. */
function quietly(
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ readonly code: number | null; readonly text: string } | null> {
  const child = spawn(process.execPath, args, {
    cwd: folder,
    // The attacks play by chance: the same one with a protection and without it, so that chance makes no difference.
    env: { ...process.env, KEYTURN_SEED: '20261127', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that what it started ends with it.
    detached: process.platform !== 'win32',
  });
  running.add(child);
  let text = '';
  const collect = (chunk: Buffer) => {
    text += chunk.toString('utf8');
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return new Promise((resolve) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      endGroup(child);
    }, patience);
    child.once('close', (code) => {
      clearTimeout(timer);
      running.delete(child);
      resolve(late ? null : { code, text });
    });
  });
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1)?.slice(0, 200) ?? '';

const escaped = (words: string): string => words.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Returns the tests that ran, or a sentence that says why none could. */
export type Outcome = readonly Ran[] | string;

async function reported(
  folder: string,
  args: readonly string[],
  read: (report: never) => Ran[],
): Promise<Outcome> {
  const report = join(folder, 'protections-report.json');
  rmSync(report, { force: true });
  const said = await quietly(folder, args, { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  if (said === null) return `it did not end in ${patience / 60_000} minutes`;
  try {
    return read(JSON.parse(readFileSync(report, 'utf8')) as never);
  } catch {
    return `it left no report: ${lastLine(said.text)}`;
  }
}

/** Returns the pattern of the names that have any of `words` in them. */
const anyOf = (words: readonly string[]): string => [...new Set(words)].map(escaped).join('|');

/** Runs the tests in `files` whose name has any of `words` in it by Vitest, in `folder`. */
export const runUnits = (
  folder: string,
  files: readonly string[],
  words: readonly string[],
): Promise<Outcome> =>
  reported(
    folder,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=json',
      '--outputFile.json=protections-report.json',
      ...files,
      // Vitest writes ` > ` between the names of a test and of what is around it, and its report a space.
      '-t',
      anyOf(words).replaceAll(' ', '(?: > | )'),
    ],
    ofVitest,
  );

/** Builds the bundles in `folder`; returns what the build said when it failed, else null. */
export async function buildIn(folder: string): Promise<string | null> {
  const said = await quietly(folder, ['node_modules/electron-vite/bin/electron-vite.js', 'build']);
  return said?.code === 0 ? null : `it does not build: ${lastLine(said?.text ?? '')}`;
}

/** Runs the tests in the specs `files` whose name has any of `words` in it by Playwright, in `folder`, on the bundles that are there. */
export const runSpecs = (
  folder: string,
  files: readonly string[],
  words: readonly string[],
): Promise<Outcome> =>
  reported(
    folder,
    [
      'node_modules/@playwright/test/cli.js',
      'test',
      '--project=e2e',
      '--project=security',
      '--project=host',
      '--reporter=json',
      '--retries=0',
      ...files.map((file) => `${escaped(file)}$`),
      '-g',
      anyOf(words),
    ],
    ofPlaywright,
  );

/** Runs the test of a protection in `folder` as the sources there are now. */
export async function runTestOf(folder: string, protection: Protection): Promise<Outcome> {
  const [file, words] = protection.fails;
  if (!isSpec(protection)) return runUnits(folder, [file], [words]);
  return (await buildIn(folder)) ?? runSpecs(folder, [file], [words]);
}
