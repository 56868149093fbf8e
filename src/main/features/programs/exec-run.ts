import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { constants } from 'node:os';
import { text } from 'node:stream/consumers';
import { ends } from '../../base/ends.ts';
import { execEnv, hiddenNames, type Way } from './exec-env.ts';
import type { ExecLine } from './exec-line.ts';
import { startRunProxy } from './exec-proxy.ts';
import { type Relay, reach, startRelay } from './exec-relay.ts';
import { orgHeader, valuePath } from './value-path.ts';
import { windowsStart } from './windows-command.ts';

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

const say = (sentence: string): void => void process.stderr.write(`keyturn: ${sentence}\n`);

/**
 * Runs a program that finds Okta through Keyturn, with this process's own input and output, and resolves with the status to end with: the
 * program's, 128 and its signal's number, or one of `ends` after a sentence on stderr. `userData` is Keyturn's folder, where it is found.
 */
export async function runExec(line: ExecLine | string, userData: string): Promise<number> {
  if (typeof line === 'string') {
    say(line);
    return ends.usage;
  }
  const relay = await startRelay(userData);
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
    return await run({ ...line, args: [...line.args, ...address] }, proxy?.env ?? env);
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
  if (names.length > 0) say(`hidden from the program, which has this token instead: ${names.join(', ')}.`);
}

const notThere = (): Refused =>
  new Refused(
    ends.unavailable,
    'Keyturn does not answer. Start it, unlock it, and open the token under Programs.',
  );

/** A program is not started to find nobody: a connection is made and ended. */
async function seeThatItAnswers(userData: string, { port }: Relay): Promise<void> {
  const run = { theirPort: 0, ourPort: 0, port, secret: '' };
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
  const waiting = setTimeout(() => say('waiting for your answer in its window.'), sayAfterMs);
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
    return 'What answers at its port is not Keyturn.';
  }
}

async function run({ command, args }: ExecLine, env: NodeJS.ProcessEnv): Promise<number> {
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
    stdio: 'inherit',
    windowsVerbatimArguments: start.verbatim,
  });
  const release = passSignalsTo(child);
  try {
    const [code, signal] = await once(child, 'exit');
    return typeof code === 'number' ? code : 128 + constants.signals[signal as NodeJS.Signals];
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Refused(
      missing ? ends.notFound : ends.cannotRun,
      missing
        ? `there is no program ${command}.`
        : `${command} cannot be run (${(error as NodeJS.ErrnoException).code}).`,
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
