import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { constants } from 'node:os';
import { text } from 'node:stream/consumers';
import { execEnv, type Way } from './exec-env.ts';
import type { ExecLine } from './exec-line.ts';
import { httpsProxyOf, withHttpsProxy } from './exec-proxies.ts';
import { startOwnProxy } from './exec-proxy-server.ts';
import { orgHeader, valuePath } from './value-path.ts';

/** How `exec` ends when the program did not run: sysexits.h where it has a number, the shell's own for the rest (POSIX, 2.8.2). */
const ends = { usage: 64, unavailable: 69, denied: 77, cannotRun: 126, notFound: 127 } as const;

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
 * program's, 128 and its signal's number, or one of `ends` after a sentence on stderr. `port` is where Keyturn listens for programs.
 */
export async function runExec(line: ExecLine | string, port: number): Promise<number> {
  if (typeof line === 'string') {
    say(line);
    return ends.usage;
  }
  try {
    await keepOffOthers(port);
    const way = line.value ? await handedOver(line.alias, port) : await throughDoor(line.alias, port);
    const { env, hidden } = execEnv(process.env, way);
    if (hidden.length > 0) {
      const names = hidden.map((name) => name.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 80)).join(', ');
      say(`the program gets one credential only, so these are hidden from it: ${names}.`);
    }
    const proxy = 'door' in way ? httpsProxyOf(env) : null;
    if (proxy === null) return await run(line, env);
    const own = await startOwnProxy(proxy, port);
    try {
      return await run(line, withHttpsProxy(env, own.url));
    } finally {
      own.close();
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    say(error.message);
    return error.end;
  }
}

const notThere = (port: number): Refused =>
  new Refused(
    ends.unavailable,
    `Keyturn does not answer at 127.0.0.1:${port}. Start it, unlock it, and open the token under Use.`,
  );

/** Any account of this computer can listen at a port that is free; what another one would say and hear there is not Keyturn's. */
async function keepOffOthers(port: number): Promise<void> {
  if (process.platform !== 'linux') return;
  const { listenerAt } = await import('./caller-linux.ts');
  const listener = listenerAt(await readFile('/proc/net/tcp', 'utf8'), port);
  if (listener === null) throw notThere(port);
  if (listener !== process.getuid?.()) {
    throw new Refused(
      ends.denied,
      `A program of another account listens at 127.0.0.1:${port}. Choose another port in Keyturn’s Settings.`,
    );
  }
}

async function throughDoor(alias: string, port: number): Promise<Way> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
  } catch {
    throw notThere(port);
  } finally {
    socket.destroy();
  }
  return { door: `http://127.0.0.1:${port}/${alias}` };
}

/** Asks for the value; a person answers in Keyturn's window. */
async function handedOver(alias: string, port: number): Promise<Way> {
  const asked = request({ host: '127.0.0.1', port, method: 'POST', path: `/${alias}${valuePath}` });
  asked.setTimeout(patienceMs, () => asked.destroy());
  asked.end();
  const waiting = setTimeout(() => say('waiting for your answer in its window.'), sayAfterMs);
  try {
    const [answer] = await once(asked, 'response').catch(() => {
      throw notThere(port);
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
  const child = spawn(command, args, { env, stdio: 'inherit' });
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
