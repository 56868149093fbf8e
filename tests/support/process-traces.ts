import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Evidence } from './leaks.ts';

/** Holds the file that was read last. Each look reads dozens of files, and a buffer for each would take longer than the reading. */
const room = Buffer.alloc(4 * 1024 * 1024);

/** Returns the content of a file in /proc, which the next read overwrites; empty when its process is gone. */
function read(pid: number, file: string): Buffer {
  try {
    const handle = openSync(`/proc/${pid}/${file}`, 'r');
    try {
      let length = 0;
      for (let more = -1; more !== 0; length += more) {
        more = readSync(handle, room, length, room.length - length, null);
      }
      return room.subarray(0, length);
    } finally {
      closeSync(handle);
    }
  } catch {
    return room.subarray(0, 0);
  }
}

/** Finds a process and all its descendants; Linux only. It reads the parent of each process once. */
class Family {
  readonly #root: number;
  #parents = new Map<number, number>();

  constructor(root: number) {
    this.#root = root;
  }

  /** Returns the ids of the processes that run now. */
  ids(): number[] {
    const parents = new Map<number, number>();
    const childrenOf = new Map<number, number[]>();
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      const pid = Number(name);
      const parent = this.#parents.get(pid) ?? parentOf(pid);
      if (parent === null) continue;
      parents.set(pid, parent);
      const siblings = childrenOf.get(parent) ?? [];
      siblings.push(pid);
      childrenOf.set(parent, siblings);
    }
    this.#parents = parents;
    const family = [this.#root];
    for (const pid of family) family.push(...(childrenOf.get(pid) ?? []));
    return family;
  }
}

function parentOf(pid: number): number | null {
  // The name in brackets may contain anything. The state and the parent's id follow the last bracket (proc_pid_stat(5)).
  const [, parent] = /.*\) \S (\d+)/s.exec(read(pid, 'stat').toString('latin1')) ?? [];
  return parent === undefined ? null : Number(parent);
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
  const family = new Family(root);
  const seen = new Map<string, Evidence>();
  /** The last content of each file. */
  const last = new Map<string, Buffer>();
  const look = () => {
    for (const pid of family.ids()) {
      for (const file of ['cmdline', 'environ'] as const) {
        const now = read(pid, file);
        if (now.length === 0 || last.get(`${pid} ${file}`)?.equals(now) === true) continue;
        const bytes = Buffer.from(now);
        last.set(`${pid} ${file}`, bytes);
        const program = read(pid, 'comm').toString('latin1').trim();
        const where = `${file === 'cmdline' ? 'arguments' : 'environment'} of ${program}`;
        seen.set(`${where} ${bytes.toString('latin1')}`, { where, bytes });
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
  // Parsing takes long, so it only confirms what ends as a snapshot does.
  if (!bytes.subarray(-10).toString('latin1').trimEnd().endsWith('}')) return false;
  try {
    JSON.parse(bytes.toString('utf8'));
    return true;
  } catch {
    return false;
  }
}
