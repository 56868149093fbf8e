import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Evidence } from './leaks.ts';

/** Returns the text of a file of /proc; empty when its process has gone meanwhile. */
function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return '';
  }
}

/** Returns a process and all that descend from it, by their ids; Linux only. */
function familyOf(root: number): number[] {
  const childrenOf = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    // The name in brackets may hold anything; the state and the parent's id come behind the last one (proc_pid_stat(5)).
    const [, parent = ''] = /.*\) \S (\d+)/s.exec(read(Number(name), 'stat')) ?? [];
    if (parent === '') continue;
    const siblings = childrenOf.get(Number(parent)) ?? [];
    siblings.push(Number(name));
    childrenOf.set(Number(parent), siblings);
  }
  const family = [root];
  for (const pid of family) family.push(...(childrenOf.get(pid) ?? []));
  return family;
}

export interface WatchedProcesses {
  /** Ends the watch; gives the arguments and the environment of each process that was seen, named by its program. */
  end(): Promise<Evidence[]>;
}

/**
 * Watches the arguments and environments of a process and of all that it starts, from now on; Linux only. It looks every 20 ms: a child
 * that ends sooner may go unseen.
 */
export function watchProcesses(root: number): WatchedProcesses {
  const seen = new Map<string, Evidence>();
  const look = () => {
    for (const pid of familyOf(root)) {
      for (const file of ['cmdline', 'environ'] as const) {
        const text = read(pid, file);
        if (text === '') continue;
        const program = read(pid, 'comm').trim();
        const where = `${file === 'cmdline' ? 'arguments' : 'environment'} of ${program}`;
        seen.set(`${where} ${text}`, { where, bytes: Buffer.from(text, 'latin1') });
      }
    }
  };
  const ended = new AbortController();
  const watching = (async () => {
    while (!ended.signal.aborted) {
      look();
      await wait(20);
    }
  })();
  return {
    async end() {
      ended.abort();
      await watching;
      look();
      return [...seen.values()];
    },
  };
}

/**
 * Returns the heap of a Node process after a collection, as V8 writes it down. The process must have been started with
 * `heapOnSignal(folder)` in its environment, and `folder` must hold nothing else. Rejects when there is none after a minute.
 */
export async function heapOfProcess(pid: number, folder: string): Promise<Evidence> {
  process.kill(pid, 'SIGUSR2');
  for (let tries = 0; tries < 600; tries++) {
    const [name] = readdirSync(folder).filter((one) => one.endsWith('.heapsnapshot'));
    const bytes = name === undefined ? Buffer.alloc(0) : readFileSync(join(folder, name));
    if (isWhole(bytes)) return { where: 'heap of main', bytes };
    await wait(100);
  }
  throw new Error(`Process ${pid} wrote no heap.`);
}

/** Returns the environment in which a Node process writes its heap into `folder` when it gets SIGUSR2. */
export const heapOnSignal = (folder: string): Readonly<Record<string, string>> => ({
  NODE_OPTIONS: `--heapsnapshot-signal=SIGUSR2 --diagnostic-dir=${folder}`,
});

function isWhole(bytes: Buffer): boolean {
  if (bytes.length === 0) return false;
  try {
    JSON.parse(bytes.toString('utf8'));
    return true;
  } catch {
    return false;
  }
}
