import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { constants } from 'node:os';
import { text } from 'node:stream/consumers';
import { ends } from '../../base/ends.ts';
import { execEnv, hiddenNames, type Way } from './exec-env.ts';
import type { ExecLine } from './exec-line.ts';
import { maskedOutput } from './exec-masked.ts';
import { startRunProxy } from './exec-proxy.ts';
import { type Relay, reach, startRelay } from './exec-relay.ts';
import type { ProfileRules } from './profile-rules.ts';
import { orgHeader, valuePath } from './value-path.ts';
import { windowsStart } from './windows-command.ts';
import { words } from './words.ts';

/** Longer than Keyturn itself waits for a person. */
const patienceMs = 150_000;
const sayAfterMs = 300;

class Refused extends Error {
  readonly end: number;
  constructor(end: number, sentence: string) {
    super(sentence);
    this.end = end;
  }
}

const say = (sentence: string): void => void process.stderr.write(`${words.execRun.said(sentence)}\n`);

/** A program to run, with the token it uses and what a profile takes away from the token's rules. */
export interface ExecRun extends Omit<ExecLine, 'alias'> {
  readonly alias: string;
  readonly rules: ProfileRules | null;
}

/**
 * Runs a program that finds Okta through Keyturn, with this process's own input and output, and resolves with the status to end with: the
 * program's, 128 and its signal's number, or one of `ends` after a sentence on stderr. `userData` is Keyturn's folder, where it is found.
 */
export async function runExec(line: ExecRun, userData: string): Promise<number> {
  const relay = await startRelay(userData, line.rules);
  const closing: { close(): void }[] = [relay];
  try {
    await seeThatItAnswers(userData, relay);
    const way = line.value ? await handedOver(line.alias, relay) : { door: `${relay.address}/${line.alias}` };
    const env = execEnv(process.env, way);
    sayHidden(hiddenNames(process.env, env));
    // The value is used at Okta itself, whose way is the person's own proxy.
    const proxy = 'door' in way ? await startRunProxy(env, relay) : null;
    if (proxy !== null) closing.push(proxy);
    const address = line.path === undefined ? [] : [`${'door' in way ? way.door : way.origin}${line.path}`];
    const mask = 'value' in way && line.masked ? way.value : null;
    return await run({ ...line, args: [...line.args, ...address] }, proxy?.env ?? env, mask);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    say(error.message);
    return error.end;
  } finally {
    for (const one of closing) one.close();
  }
}

/** Names only: a person should know why a program has another credential than their shell. */
function sayHidden(names: readonly string[]): void {
  if (names.length > 0) say(words.execRun.hidden(names.join(', ')));
}

const notThere = (): Refused => new Refused(ends.unavailable, words.execRun.notThere);

/** A program is not started to find nobody: a connection is made and ended. */
async function seeThatItAnswers(userData: string, { port }: Relay): Promise<void> {
  const run = { theirPort: 0, ourPort: 0, port, secret: '', rules: null };
  const socket = await reach(userData, run).catch(() => {
    throw notThere();
  });
  socket.destroy();
}

/** Asks for the value; a person answers in Keyturn's window. */
async function handedOver(alias: string, { address }: Relay): Promise<Way> {
  const asked = request(`${address}/${alias}${valuePath}`, {
    method: 'POST',
    // The shared one goes by a proxy where NODE_USE_ENV_PROXY says so, and what is asked for is the value.
    agent: new Agent(),
  });
  asked.setTimeout(patienceMs, () => asked.destroy());
  asked.end();
  const waiting = setTimeout(() => say(words.execRun.waiting), sayAfterMs);
  try {
    const [answer] = await once(asked, 'response').catch(() => {
      throw notThere();
    });
    const body = await text(answer);
    const origin = answer.headers[orgHeader];
    if (answer.statusCode === 200 && typeof origin === 'string') return { origin, value: body };
    throw new Refused(ends.denied, refusalIn(body));
  } finally {
    clearTimeout(waiting);
  }
}

/** Keyturn's own words, without its name, which stands before them already. */
function refusalIn(body: string): string {
  try {
    const { errorSummary } = JSON.parse(body);
    return String(errorSummary).replace(/^Keyturn: /, '');
  } catch {
    return words.execRun.notKeyturn;
  }
}

/** Runs the program. `mask` is the value that is taken out of what the program prints; with null its output is this process's own. */
async function run(
  { command, args }: Pick<ExecLine, 'command' | 'args'>,
  env: NodeJS.ProcessEnv,
  mask: string | null,
): Promise<number> {
  const start =
    process.platform === 'win32'
      ? windowsStart(
          command,
          args,
          env,
          (path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true,
        )
      : { file: command, args, verbatim: false };
  if ('refused' in start) throw new Refused(start.isMissing ? ends.notFound : ends.cannotRun, start.refused);
  const child = spawn(start.file, start.args, {
    env,
    stdio: mask === null ? 'inherit' : ['inherit', 'pipe', 'pipe'],
    windowsVerbatimArguments: start.verbatim,
  });
  const release = passSignalsTo(child);
  const printed = mask === null ? null : maskedOutput(child, mask);
  try {
    const [code, signal] = await once(child, 'exit');
    await printed?.();
    return typeof code === 'number' ? code : 128 + constants.signals[signal as NodeJS.Signals];
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Refused(
      missing ? ends.notFound : ends.cannotRun,
      missing
        ? words.execRun.notFound(command)
        : words.execRun.cannotRun(command, (error as NodeJS.ErrnoException).code ?? ''),
    );
  } finally {
    release();
  }
}

/** What is sent to this process is meant for the program. A terminal sends its own to both, so that one is only outlived. */
function passSignalsTo(child: ChildProcess): () => void {
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  const outlive = () => undefined;
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, pass);
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) process.on(signal, outlive);
  return () => {
    for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.off(signal, pass);
    for (const signal of ['SIGINT', 'SIGQUIT'] as const) process.off(signal, outlive);
  };
}
