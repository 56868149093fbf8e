import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ends } from '../base/ends.ts';
import { NotReplaced, troubleOfWriting } from '../base/files.ts';
import { say } from '../base/say.ts';
import { shownText } from '../base/shown.ts';
import { textOfBytes } from '../base/text-of-bytes.ts';
import type { GuardAnswer } from '../features/commands/answers.ts';
import { foundIn, lineOf } from '../features/plaintext/found-values.ts';
import { KeptFinder } from '../features/plaintext/kept-marks.ts';
import { askApp } from './ask-app.ts';
import { GitFailed, git, stagedFiles } from './staged.ts';
import { words } from './words.ts';

/** The largest file that guard reads, in bytes. It reports larger files and does not read them. */
const mostBytes = 8_000_000;
/** How long a commit waits for the app, in milliseconds. */
const patienceMs = 5_000;
/** The most findings to list. */
const mostListed = 50;

/**
 * Searches the files staged for a commit. Resolves with the exit status: `holdsToken` when they contain a token. Asks the app for the marks
 * of kept values, and sends the app nothing about the files. When the app does not run or is locked, it recognises tokens by their shape,
 * and prints a line that says so.
 */
export async function guard(userData: string): Promise<number> {
  const known = knownBy(userData);
  const found: string[] = [];
  try {
    let finder: KeptFinder | null = null;
    for await (const { path, bytes } of stagedFiles(mostBytes)) {
      if (bytes === null) {
        say(words.guard.tooLarge(shownText(path, 200), mostBytes / 1_000_000));
        continue;
      }
      const { answer } = await known;
      finder ??= new KeptFinder(answer ?? { key: '', marks: [] });
      for (const text of textsIn(bytes)) {
        const values = foundIn(text, finder, answer?.hosts ?? []);
        for (const { from, mark } of values) {
          const name = mark === null ? undefined : answer?.names[mark];
          const what = name === undefined ? words.guard.shaped : words.guard.kept(shownText(name, 60));
          found.push(words.guard.line(shownText(path, 200), lineOf(text, from), what));
        }
        if (values.length > 0) break;
      }
    }
  } catch (error) {
    if (!(error instanceof GitFailed)) throw error;
    say(error.message);
    return error.isMissing ? ends.notFound : ends.gitFailed;
  }
  const { why } = await known;
  if (why !== null) say(why);
  if (found.length === 0) return ends.done;
  say(words.guard.refused(found.length));
  process.stderr.write(found.slice(0, mostListed).join(''));
  process.stderr.write(`${words.guard.remedy}\n`);
  return ends.holdsToken;
}

/** Returns the marks of kept values, or why there are none. */
async function knownBy(
  userData: string,
): Promise<{ readonly answer: GuardAnswer | null; readonly why: string | null }> {
  const asking = askApp(userData, { command: 'guard' }, () => undefined);
  const late = sleep(patienceMs, { notRunning: true } as const, { ref: false });
  const came = await Promise.race([asking, late]).catch(() => ({ notRunning: true }) as const);
  if (!('answer' in came)) return { answer: null, why: words.guard.notRunning };
  const answer = came.answer as GuardAnswer | null;
  return { answer, why: answer === null ? words.guard.locked : null };
}

/**
 * Returns the text of a file. A file that is not text may still hold a token: a zero byte then separates two texts, or it is a half of a
 * character of UTF-16.
 */
function textsIn(bytes: Buffer): string[] {
  try {
    return [textOfBytes(bytes).text];
  } catch (error) {
    if (!(error instanceof NotReplaced)) throw error;
    const text = bytes.toString('latin1');
    return [text.replaceAll('\0', ' '), text.replaceAll('\0', '')];
  }
}

const hook = `#!/bin/sh
# ${words.guard.hook}
command -v keyturn >/dev/null || { echo '${words.guard.notOnPath}' >&2; exit 127; }
keyturn guard || exit $?
`;

/**
 * Writes the hook into this folder's Git repository, at the place where Git looks for it (git-config(1), core.hooksPath). It never
 * overwrites another hook. It then prints the line to add to that hook. Resolves with the exit status.
 */
export async function installGuard(): Promise<number> {
  let path: string;
  try {
    path = resolve((await git(['rev-parse', '--git-path', 'hooks/pre-commit'])).toString('utf8').trimEnd());
  } catch (error) {
    if (!(error instanceof GitFailed)) throw error;
    say(error.message);
    return error.isMissing ? ends.notFound : ends.gitFailed;
  }
  const shown = shownText(path, 400);
  if (existsSync(path)) {
    if (/^\s*keyturn guard\b/m.test(readFileSync(path, 'utf8'))) {
      process.stdout.write(`${words.guard.installedAlready(shown)}\n`);
      return ends.done;
    }
    say(words.guard.otherHook(shown));
    return ends.notInstalled;
  }
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, hook, { mode: 0o755, flag: 'wx' });
  } catch (error) {
    say(words.guard.notWritten(shown, troubleOfWriting(error).why));
    return ends.notInstalled;
  }
  process.stdout.write(`${words.guard.installed(shown)}\n`);
  return ends.done;
}
