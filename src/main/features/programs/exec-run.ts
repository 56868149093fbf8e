import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { constants } from 'node:os';
import { text } from 'node:stream/consumers';
import { series } from '../../../shared/listed.ts';
import { ends } from '../../base/ends.ts';
import { whyEnvironmentShows } from '../../base/node-debug.ts';
import { say } from '../../base/say.ts';
import { startOf } from '../../base/windows-command.ts';
import { execEnv, hiddenNames, type Way } from './exec-env.ts';
import type { ExecLine } from './exec-line.ts';
import { maskedOutput } from './exec-masked.ts';
import { startRunProxy } from './exec-proxy.ts';
import { type Relay, startRelay } from './exec-relay.ts';
import type { ProfileRules } from './profile-rules.ts';
import { reach } from './reach.ts';
import { orgHeader, schemeHeader, valuePath } from './value-path.ts';
import { words } from './words.ts';

/** The longest wait for the value. It is longer than Keyturn itself waits for a person. */
const patienceMs = 150_000;
const sayAfterMs = 300;

class Refused extends Error {
  readonly end: number;
  constructor(end: number, sentence: string) {
    super(sentence);
    this.end = end;
  }
}

/** A program to run, the token or app that it uses, and what a profile takes away from the rules of these. */
export interface ExecRun extends Omit<ExecLine, 'alias' | 'app'> {
  readonly alias: string;
  readonly rules: ProfileRules | null;
}

/**
 * Runs a program that reaches Okta through Keyturn, with this process's own input and output. Resolves with the exit status: the program's
 * own, 128 plus its signal's number, or one of `ends` after a sentence on stderr. `userData` is the folder of Keyturn.
 */
export async function runExec(line: ExecRun, userData: string): Promise<number> {
  const shows = line.value ? whyEnvironmentShows() : null;
  if (shows !== null) {
    say(shows);
    return ends.cannotRun;
  }
  const relay = await startRelay(userData, line.rules);
  const closing: { close(): void }[] = [relay];
  try {
    await seeThatItAnswers(userData, relay);
    const way = line.value ? await handedOver(line.alias, relay) : { door: `${relay.address}/${line.alias}` };
    const env = execEnv(process.env, way);
    sayHidden(hiddenNames(process.env, env));
    // A program with the value calls Okta itself, through the person's own proxy.
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

/**
 * Says which variables are hidden, so that a person knows why the program has another credential than their shell. It does not say values.
 */
function sayHidden(names: readonly string[]): void {
  if (names.length > 0) say(words.execRun.hidden(series(names)));
}

const notThere = (): Refused => new Refused(ends.unavailable, words.execRun.notThere);

/** Connects once and hangs up, so that no program starts while Keyturn does not answer. */
async function seeThatItAnswers(userData: string, { port }: Relay): Promise<void> {
  const run = { theirPort: 0, ourPort: 0, port, secret: '', rules: null };
  const socket = await reach(userData, run).catch(() => {
    throw notThere();
  });
  socket.destroy();
}

/** Asks for the value. A person answers in Keyturn's window. */
async function handedOver(alias: string, { address }: Relay): Promise<Way> {
  const asked = request(`${address}/${alias}${valuePath}`, {
    method: 'POST',
    // Node's shared agent would use a proxy under NODE_USE_ENV_PROXY, and a proxy must not see the value.
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
    const scheme = answer.headers[schemeHeader] === 'Bearer' ? 'Bearer' : 'SSWS';
    if (answer.statusCode === 200 && typeof origin === 'string') return { origin, value: body, scheme };
    throw new Refused(ends.denied, refusalIn(body));
  } finally {
    clearTimeout(waiting);
  }
}

/** Returns Keyturn's sentence without its name, because the line begins with the name already. */
function refusalIn(body: string): string {
  try {
    const { errorSummary } = JSON.parse(body);
    return String(errorSummary).replace(/^Keyturn: /, '');
  } catch {
    return words.execRun.notKeyturn;
  }
}

/** Runs the program. `mask` is the value to take out of what the program prints. With null, the program's output is this process's own. */
async function run(
  { command, args }: Pick<ExecLine, 'command' | 'args'>,
  env: NodeJS.ProcessEnv,
  mask: string | null,
): Promise<number> {
  const start = startOf(command, args, env);
  if ('isMissing' in start) {
    throw start.isMissing
      ? new Refused(ends.notFound, words.execRun.notFound(command))
      : new Refused(ends.cannotRun, start.refused);
  }
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

/** Passes the signals of this process on to the program. A terminal sends its signals to both, so this process only survives those. */
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
