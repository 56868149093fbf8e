import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import { shownText } from '../../base/shown.ts';
import type { Caller, FindCaller } from './caller.ts';
import { commandText } from './caller.ts';
import { startedFrom, startsItsChildren } from './kin.ts';
import { fileOfProcess } from './program-file-linux.ts';

/** The most parents that the dialog lists. */
const mostParents = 8;
const mostSteps = 32;

/** One socket of /proc/net/tcp or tcp6 (proc(5)). */
export interface Socket {
  readonly localPort: number;
  readonly remotePort: number;
  readonly uid: number;
  readonly inode: string;
}

/**
 * The forms of 127.0.0.1 in these tables: one number in the machine's own byte order, 0100007F on little-endian machines. A program with
 * sockets for both families, such as a Java virtual machine, is in tcp6 as ::ffff:127.0.0.1, which is four such numbers.
 */
const own = ['0100007F', '7F000001', '0000000000000000FFFF00000100007F', '00000000000000000000FFFF7F000001'];

/** Returns the sockets of /proc/net/tcp or tcp6 that have 127.0.0.1 at both ends. Pure. */
export function loopbackSockets(table: string): Socket[] {
  return table.split('\n').flatMap((line) => {
    const [, local = '', remote = '', , , , , uid = '', , inode = ''] = line.trim().split(/\s+/);
    const [from, localPort = ''] = local.split(':');
    const [to, remotePort = ''] = remote.split(':');
    if (!own.includes(from ?? '') || !own.includes(to ?? '')) return [];
    return [
      {
        localPort: Number.parseInt(localPort, 16),
        remotePort: Number.parseInt(remotePort, 16),
        uid: Number(uid),
        inode,
      },
    ];
  });
}

interface Process {
  readonly pid: number;
  readonly name: string;
  readonly parent: number;
  /** The start of the process in clock ticks since boot. Together with the pid, it never names another process later. */
  readonly started: string;
}

/**
 * Reads a process from /proc/PID/stat. The name is in parentheses and may hold any character, so this function counts the fields from the
 * last parenthesis. Pure.
 */
export function readStat(text: string): Process | null {
  const end = text.lastIndexOf(')');
  const begin = text.indexOf('(');
  if (begin < 0 || end < begin) return null;
  const rest = text.slice(end + 2).split(' ');
  const pid = Number.parseInt(text, 10);
  return Number.isNaN(pid)
    ? null
    : {
        pid,
        name: text.slice(begin + 1, end),
        parent: Number(rest[1] ?? 0),
        started: rest[19] ?? '',
      };
}

/** Finds the caller in /proc: the table of sockets names an inode, and the process that holds it open is the caller. */
export const findLinuxCaller: FindCaller = async (theirPort, ourPort) => {
  const socket = (await allSockets()).find(
    // A closed connection has inode 0.
    ({ localPort, remotePort, inode }) => localPort === theirPort && remotePort === ourPort && inode !== '0',
  );
  if (socket === undefined) return null;
  const ours = socket.uid === process.getuid?.();
  const pid = await holderOf(socket.inode);
  if (pid === null) return null;
  return callerOf(pid, ours);
};

async function allSockets(): Promise<Socket[]> {
  // tcp6 does not exist without IPv6.
  const tables = ['/proc/net/tcp', '/proc/net/tcp6'].map((file) => readFile(file, 'utf8').catch(() => ''));
  return (await Promise.all(tables)).flatMap(loopbackSockets);
}

async function holderOf(inode: string): Promise<number | null> {
  const wanted = `socket:[${inode}]`;
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  // The newest processes come first, because the caller most likely started a moment ago.
  for (const pid of pids.toSorted((a, b) => b - a)) {
    const folder = `/proc/${pid}/fd`;
    const files = await readdir(folder).catch(() => []);
    for (const file of files) {
      if ((await readlink(`${folder}/${file}`).catch(() => '')) === wanted) return pid;
    }
  }
  return null;
}

async function callerOf(pid: number, ours: boolean): Promise<Caller | null> {
  const own = await processOf(pid);
  if (own === null) return null;
  const path = await fileOf(pid);
  const argv = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0').filter(Boolean);
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => '');
  const file = await stat(`/proc/${pid}/exe`).catch(() => null);
  const parents: { readonly process: Process; readonly path: string }[] = [];
  for (let next = own.parent; next > 0 && parents.length < mostSteps; ) {
    const parent = await processOf(next);
    if (parent === null) break;
    parents.push({ process: parent, path: await fileOf(parent.pid) });
    next = parent.parent;
  }
  const names = parents.map((parent) => nameOf(parent.path, parent.process));
  const [nearest] = parents;
  const identity = [path, file?.dev ?? 0, file?.ino ?? 0, file?.mtimeMs ?? 0];
  // The parent of an orphan may be the process that adopts every orphan, so only the orphan itself identifies it.
  const by =
    nearest === undefined || !startsItsChildren(nearest.path) || (await isInit(nearest.process.pid))
      ? [own.pid, own.started]
      : [nearest.process.pid, nearest.process.started];
  return {
    program: {
      name: nameOf(path, own),
      pid,
      path: shownText(path, 1000),
      command: commandText(argv),
      folder: shownText(folder, 1000),
      startedFrom: startedFrom(names),
      parents: parents.slice(0, mostParents).map(({ process: { pid: id } }, n) => ({
        name: names[n] ?? '',
        pid: id,
      })),
    },
    key: JSON.stringify([...identity, ...by]),
    file: () => fileOfProcess(pid, path, async () => (await processOf(pid))?.started === own.started),
    ours,
  };
}

/**
 * Returns whether a process takes the orphans of its namespace (pid_namespaces(7)): the first process of this computer, or of a container.
 * NSpid ends with its number in the innermost namespace (proc(5)). A process that cannot be looked at counts as one.
 */
async function isInit(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const numbers = /^NSpid:\s*(.+)$/m.exec(status)?.[1]?.trim().split(/\s+/) ?? ['1'];
  return numbers.at(-1) === '1';
}

/** Returns the file that a process runs from. Returns an empty text when Keyturn may not read it. */
async function fileOf(pid: number): Promise<string> {
  const path = await readlink(`/proc/${pid}/exe`).catch(() => '');
  return path.replace(/ \(deleted\)$/, '');
}

/**
 * Returns a program's name from its file, because a process may call itself anything. Returns the process's own name when the file is
 * unknown.
 */
const nameOf = (path: string, { name }: Process): string => shownText(path.split('/').at(-1) || name, 120);

async function processOf(pid: number): Promise<Process | null> {
  return readStat(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''));
}
