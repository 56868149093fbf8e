import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isSpec, type Protection } from '../../tests/protections/claim.ts';
import { ofPlaywright, ofVitest, type Ran } from './reports.ts';

/** A limit in milliseconds that is longer than all the specs need on a machine under load. */
const patience = 30 * 60_000;

const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach(endGroup));

/** Ends a runner and everything it started. */
function endGroup(child: ChildProcess): void {
  try {
    if (process.platform !== 'win32' && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Runs a package's script in `folder` with this Node, quietly. Returns its exit code and output, or null when it ran too long. */
function quietly(
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ readonly code: number | null; readonly text: string } | null> {
  const child = spawn(process.execPath, args, {
    cwd: folder,
    // The attacks are random. A fixed seed plays the same attack with and without a protection, so that chance makes no difference.
    env: { ...process.env, KEYTURN_SEED: '20261127', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A separate process group, so that the processes it started end with it.
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

/** The tests that ran, or a sentence that says why none could. */
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

/** Returns a pattern for names that contain any of `words`. */
const anyOf = (words: readonly string[]): string => [...new Set(words)].map(escaped).join('|');

/** Runs, with Vitest in `folder`, the tests in `files` whose names contain any of `words`. */
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
      // Vitest puts ` > ` between the names of a test and its groups; its report puts a space.
      '-t',
      anyOf(words).replaceAll(' ', '(?: > | )'),
    ],
    ofVitest,
  );

/** Builds the bundles in `folder`. Returns the build's output when it failed, else null. */
export async function buildIn(folder: string): Promise<string | null> {
  const said = await quietly(folder, ['node_modules/electron-vite/bin/electron-vite.js', 'build']);
  return said?.code === 0 ? null : `it does not build: ${lastLine(said?.text ?? '')}`;
}

/** Runs, with Playwright in `folder` and its present bundles, the tests in the specs `files` whose names contain any of `words`. */
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

/** Runs the test of a protection in `folder` with its present sources. */
export async function runTestOf(folder: string, protection: Protection): Promise<Outcome> {
  const [file, words] = protection.fails;
  if (!isSpec(protection)) return runUnits(folder, [file], [words]);
  return (await buildIn(folder)) ?? runSpecs(folder, [file], [words]);
}
