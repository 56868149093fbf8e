import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import type { Caller, FindCaller } from './caller.ts';
import { commandText } from './caller.ts';
import { startedFrom, startsItsChildren } from './kin.ts';
import { shownText } from './shown.ts';

/** As many as the dialog lists; the app a person knows may be further up. */
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
 * 127.0.0.1, which stands there as one number in the machine's own order: 0100007F on little-endian machines. A program with sockets for both
 * families, as a Java virtual machine has, stands in tcp6 as ::ffff:127.0.0.1, four such numbers.
 */
const own = ['0100007F', '7F000001', '0000000000000000FFFF00000100007F', '00000000000000000000FFFF7F000001'];

/** The sockets of /proc/net/tcp or tcp6 whose both ends are 127.0.0.1. Pure. */
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
  /** Clock ticks from boot: with the pid, it names a process that cannot be another one later. */
  readonly started: string;
}

/** A process of /proc/PID/stat. The name stands in parentheses and may hold any character, so fields are counted from the last one. Pure. */
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

/** Looks in /proc: the table of sockets names an inode, and the process that holds it open is the one that calls. */
export const findLinuxCaller: FindCaller = async (theirPort, ourPort) => {
  const socket = (await allSockets()).find(
    // Inode 0 is of a connection that is over.
    ({ localPort, remotePort, inode }) => localPort === theirPort && remotePort === ourPort && inode !== '0',
  );
  if (socket === undefined) return null;
  const ours = socket.uid === process.getuid?.();
  const pid = await holderOf(socket.inode);
  if (pid === null) return null;
  return callerOf(pid, ours);
};

async function allSockets(): Promise<Socket[]> {
  // Without IPv6 there is no tcp6.
  const tables = ['/proc/net/tcp', '/proc/net/tcp6'].map((file) => readFile(file, 'utf8').catch(() => ''));
  return (await Promise.all(tables)).flatMap(loopbackSockets);
}

async function holderOf(inode: string): Promise<number | null> {
  const wanted = `socket:[${inode}]`;
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  // Newest first: who calls was most likely started lately.
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
  // An orphan's parent is whoever took it, who may take everything: it is known by itself alone.
  const by =
    nearest === undefined || nearest.process.pid === 1 || !startsItsChildren(nearest.path)
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
    ours,
  };
}

/** The file a process runs from; empty when it may not be read. */
async function fileOf(pid: number): Promise<string> {
  const path = await readlink(`/proc/${pid}/exe`).catch(() => '');
  return path.replace(/ \(deleted\)$/, '');
}

/** By its file, since a process may call itself anything; by its own name where the file is not told. */
const nameOf = (path: string, { name }: Process): string => shownText(path.split('/').at(-1) || name, 120);

async function processOf(pid: number): Promise<Process | null> {
  return readStat(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''));
}
