import { ends } from '../base/ends.ts';
import { NotReplaced } from '../base/files.ts';
import { say } from '../base/say.ts';
import { shownText } from '../base/shown.ts';
import { textOfBytes } from '../base/text-of-bytes.ts';
import type { GuardAnswer } from '../features/commands/answers.ts';
import { foundIn, mayHold } from '../features/plaintext/found-values.ts';
import { KeptFinder } from '../features/plaintext/kept-marks.ts';
import { lineNumbers } from '../features/plaintext/text-lines.ts';
import { askApp } from './ask-app.ts';
import { GitFailed } from './git.ts';
import { mostBytes, type ReadStaged } from './staged.ts';
import { words } from './words.ts';

/** How long a commit waits for the app, in milliseconds. */
const patienceMs = 5_000;
/** The most findings to list. */
const mostListed = 50;

/**
 * Searches staged files. Resolves with the exit status: `holdsToken` when they contain a token. Asks the app for the marks
 * of kept values, and sends the app nothing about the files. When the app does not run or is locked, it recognises tokens by their shape,
 * and prints a line that says so.
 */
export async function searchStaged(readStaged: ReadStaged, userData: string): Promise<number> {
  const known = knownBy(userData);
  const found: { readonly n: number; readonly line: string }[] = [];
  let finder: KeptFinder | null = null;
  try {
    await readStaged(async ({ path, n, bytes }) => {
      if (bytes === null) {
        say(words.guard.tooLarge(shownText(path, 200), mostBytes / 1_000_000));
        return;
      }
      const { answer } = await known;
      finder ??= new KeptFinder(answer ?? { key: '', marks: [] });
      if (!mayHold(bytes, finder)) return;
      for (const text of textsIn(bytes)) {
        const values = foundIn(text, finder, answer?.hosts ?? []);
        const lines = lineNumbers(
          text,
          values.map(({ from }) => from),
        );
        for (const [at, { mark }] of values.entries()) {
          const name = mark === null ? undefined : answer?.names[mark];
          const what = name === undefined ? words.guard.shaped : words.guard.kept(shownText(name, 60));
          found.push({ n, line: words.guard.line(shownText(path, 200), lines[at] ?? 1, what) });
        }
        if (values.length > 0) break;
      }
    });
  } catch (error) {
    if (!(error instanceof GitFailed)) throw error;
    say(error.message);
    return error.isMissing ? ends.notFound : ends.gitFailed;
  }
  const { why } = await known;
  if (why !== null) say(why);
  if (found.length === 0) return ends.done;
  say(words.guard.refused(found.length));
  const lines = found.sort((a, b) => a.n - b.n).map(({ line }) => line);
  process.stderr.write(lines.slice(0, mostListed).join(''));
  process.stderr.write(`${words.guard.remedy}\n`);
  return ends.holdsToken;
}

/** Returns the marks of kept values, or why there are none. */
async function knownBy(
  userData: string,
): Promise<{ readonly answer: GuardAnswer | null; readonly why: string | null }> {
  const asking = askApp(userData, { command: 'guard' }, () => undefined);
  const late = new Promise<{ readonly notRunning: true }>((resolve) => {
    setTimeout(() => resolve({ notRunning: true }), patienceMs).unref();
  });
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
