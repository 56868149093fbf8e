import { existsSync, lstatSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ends } from '../base/ends.ts';
import { replaceFile, troubleOfWriting } from '../base/files.ts';
import { say } from '../base/say.ts';
import { shownText } from '../base/shown.ts';
import { GitFailed, git } from './git.ts';
import { words } from './words.ts';

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
  // A link counts also where it leads nowhere: it may lead out of the repository.
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) {
    if (existsSync(path) && /^\s*keyturn guard\b/m.test(readFileSync(path, 'utf8'))) {
      process.stdout.write(`${words.guard.installedAlready(shown)}\n`);
      return ends.done;
    }
    say(words.guard.otherHook(shown));
    return ends.notInstalled;
  }
  try {
    mkdirSync(dirname(path), { recursive: true });
    // A full disk leaves no half of a hook. Git runs such a half, and it finds nothing.
    replaceFile(path, hook, { mode: 0o755 });
  } catch (error) {
    say(words.guard.notWritten(shown, troubleOfWriting(error).why));
    return ends.notInstalled;
  }
  process.stdout.write(`${words.guard.installed(shown)}\n`);
  return ends.done;
}
