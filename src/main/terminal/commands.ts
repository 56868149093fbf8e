import { createInterface } from 'node:readline/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { readAlias } from '../../shared/alias.ts';
import { longestName } from '../base/command-names.ts';
import { ends } from '../base/ends.ts';
import { spoken } from '../base/language.ts';
import { say } from '../base/say.ts';
import type { AppAnswer, CommandAnswers, TestAnswer } from '../features/commands/answers.ts';
import type { CommandRequest } from '../features/commands/requests.ts';
import { type ExecLine, notAName } from '../features/programs/exec-line.ts';
import { askApp, type FromApp } from './ask-app.ts';
import type { CommandWorld } from './command-world.ts';
import { completionOf } from './completion.ts';
import { type Asked, readCommand, type Unnamed } from './line.ts';
import { answerJson, answerText } from './print.ts';
import { type Profile, profileOf } from './profile.ts';
import { endBySignals, endOf } from './signals.ts';
import { words } from './words.ts';

/** How long a started app may take to answer. */
const startMs = 30_000;
const askAgainMs = 250;

/** Reads the command line and runs its command. Resolves with the exit status (base/ends.ts). */
export async function runRead(
  argv: readonly string[],
  rest: readonly string[],
  world: CommandWorld,
): Promise<number> {
  const asked = readCommand(argv, rest, world.version, completionOf);
  switch (asked.kind) {
    case 'print':
      (asked.isError ? process.stderr : process.stdout).write(asked.text);
      return asked.end;
    case 'exec':
      return exec(asked.line, world.userData);
    case 'guard': {
      if (asked.install) return (await import('./guard-hook.ts')).installGuard();
      return (await import('./guard.ts')).guard(world.userData, spoken());
    }
    case 'curl':
      return curl(asked, world.userData);
    case 'ask':
      return ask(asked, world);
  }
}

/** Runs a program with the named token or app, or with the one in this folder's profile. */
async function exec(line: ExecLine | string, userData: string): Promise<number> {
  if (typeof line === 'string') return misused(line);
  const chosen = await chosenFor(line.alias);
  if (typeof chosen === 'string') return misused(chosen);
  if (line.value && chosen.rules !== null) return misused(words.profile.noValue(chosen.rules.file));
  const used = await usedFor(chosen, line, userData);
  if (typeof used === 'number') return used;
  // Only this command loads the module. It loads node:http and with it Node's own undici, which takes longer than any other command.
  const { runExec } = await import('../features/programs/exec-run.ts');
  return runExec({ ...line, rules: chosen.rules, alias: used }, userData);
}

/** Runs curl on a path of the org, through Keyturn's address, which exec provides as OKTA_CLIENT_ORGURL. */
function curl(
  { name, app, path, args }: Extract<Asked, { kind: 'curl' }>,
  userData: string,
): Promise<number> {
  const changed = [name ?? '', path].find(isChangedPath);
  if (changed !== undefined) return Promise.resolve(misused(words.run.changedPath(changed)));
  if (!path.startsWith('/')) return Promise.resolve(misused(words.run.noPath(name ?? '', path)));
  const alias = name === null ? null : readAlias(name);
  if (name !== null && alias === null) return Promise.resolve(misused(notAName(name)));
  const silent = ['--silent', '--show-error', ...args];
  const line = { alias, app, value: false, masked: true, command: 'curl', args: silent, path: encoded(path) };
  return exec(line, userData);
}

/**
 * Returns the name that a program uses, after a sentence about the choice. Only `app` or a profile has it use another name than the given
 * one, or be refused. Returns an exit status, after a sentence, when there is no app to use.
 */
async function usedFor(
  { alias, isApp }: Pick<Profile, 'alias' | 'isApp'>,
  { app, value }: Pick<ExecLine, 'app' | 'value'>,
  userData: string,
): Promise<string | number> {
  const choice = isApp ? 'itself' : app ? 'job' : 'offer';
  const came = await askApp(userData, { command: 'app', name: alias, choice, value }, say);
  if ('answer' in came) {
    const { app: named, sentence } = came.answer as AppAnswer;
    if (sentence !== null) say(sentence);
    return named ?? alias;
  }
  // Without an answer to the offer, the program starts as before. The door says what is wrong.
  if (choice === 'offer') return alias;
  return 'refused' in came ? failed(came.end, came.refused) : failed(ends.unavailable, words.run.notThere);
}

/** Returns whether a path of the API became a path of Windows. Git Bash does that to every argument with a slash before it. */
const isChangedPath = (word: string): boolean => /^[A-Za-z]:[\\/].*[\\/](api|oauth2)[\\/]/.test(word);

/** Returns a path with `%` escapes for what no address can have, such as the blanks and quotes of a search. */
const encoded = (path: string): string =>
  path.toWellFormed().replace(/[^\x21\x23-\x3b=\x3f-\x7e]+/g, encodeURIComponent);

function failed(end: number, sentence: string): number {
  say(sentence);
  return end;
}

const misused = (sentence: string): number => failed(ends.usage, sentence);

/** Returns the name on the command line, or the name in this folder's profile. Returns a sentence when there is none. */
async function chosenFor(name: string | null): Promise<Omit<Profile, 'file'> | string> {
  if (name !== null) {
    if (name.trim() === '') return words.run.emptyName;
    return name.trim().length > longestName ? words.run.longName : { alias: name, isApp: false, rules: null };
  }
  const folder = presentFolder();
  if (folder === null) return words.run.noFolder;
  const profile = await profileOf(folder);
  if (profile === null) return words.profile.none;
  if (typeof profile === 'string') return profile;
  say(words.profile.used(profile.file, profile.alias));
  return profile;
}

/** Returns the folder of the terminal, or null when it was removed meanwhile. */
function presentFolder(): string | null {
  try {
    return process.cwd();
  } catch {
    return null;
  }
}

/** Returns the request. Adds the name from this folder's profile when the request needs one and has none. */
async function named(request: Unnamed): Promise<CommandRequest | string> {
  if (!('name' in request)) return request;
  const chosen = await chosenFor(request.name);
  if (typeof chosen === 'string') return chosen;
  return { ...request, name: chosen.alias, ...(chosen.isApp ? { onlyApp: true as const } : {}) };
}

async function ask(
  { request: asked, json, start }: Extract<Asked, { kind: 'ask' }>,
  { userData, startApp }: CommandWorld,
): Promise<number> {
  endBySignals();
  const request = await named(asked);
  if (typeof request === 'string') return misused(request);
  const once = () => askApp(userData, request, say);
  let came = await once();
  if ('notRunning' in came && (start || (await wantsStart()))) {
    startApp();
    say(words.run.starting);
    came = await untilItAnswers(once);
  }
  if ('notRunning' in came) return failed(ends.unavailable, words.run.notRunning);
  if ('refused' in came) return failed(came.end, came.refused);
  process.stdout.write(json ? answerJson(came.answer) : textOf(request, came.answer));
  return request.command === 'test' && !(came.answer as TestAnswer).working ? ends.notWorking : ends.done;
}

const textOf = ({ command }: CommandRequest, answer: unknown): string =>
  answerText(command, answer as CommandAnswers[typeof command]);

/** Asks at a terminal whether to start the app. Without a terminal nobody can answer. */
async function wantsStart(): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    // A terminal in the mode of readline sends the key and no signal. Readline would throw.
    terminal.once('SIGINT', () => {
      terminal.close();
      process.stderr.write('\n');
      process.exit(endOf('SIGINT'));
    });
    const said = (await terminal.question(words.run.askStart)).trim().toLowerCase();
    return said === '' || words.run.yes.split('/').includes(said);
  } catch (error) {
    // Ctrl+D is an answer, too.
    if ((error as NodeJS.ErrnoException).code !== 'ABORT_ERR') throw error;
    process.stderr.write('\n');
    return false;
  } finally {
    terminal.close();
  }
}

async function untilItAnswers(once: () => Promise<FromApp>): Promise<FromApp> {
  const end = Date.now() + startMs;
  for (;;) {
    const came = await once();
    if (!('notRunning' in came) || Date.now() > end) return came;
    await sleep(askAgainMs);
  }
}
