import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Evidence } from './leaks.ts';

/** Returns the text of a file in /proc; empty when its process is gone. */
function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return '';
  }
}

/** Returns the ids of a process and all its descendants; Linux only. */
function familyOf(root: number): number[] {
  const childrenOf = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    // The name in brackets may contain anything. The state and the parent's id follow the last bracket (proc_pid_stat(5)).
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
  /** Ends the watch. Returns the arguments and the environment of each observed process, named after its program. */
  end(): Promise<Evidence[]>;
}

/**
 * Watches the arguments and environments of a process and its descendants from now on; Linux only. It looks every 20 ms, so it may miss a
 * child that ends sooner.
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
 * Returns the heap of a Node process after a garbage collection, as a V8 snapshot. The process needs `heapOnSignal(folder)` in its
 * environment, and `folder` must be otherwise empty. Rejects when there is no snapshot after a minute.
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

/** Returns the environment in which a Node process writes its heap into `folder` on SIGUSR2. */
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
