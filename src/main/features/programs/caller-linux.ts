import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import type { Caller, FindCaller } from './caller.ts';
import { commandText } from './caller.ts';

const mostParents = 8;

/** One socket of /proc/net/tcp (proc(5)). */
export interface Socket {
  readonly localPort: number;
  readonly remotePort: number;
  readonly uid: number;
  readonly inode: string;
}

/**
 * 127.0.0.1, which stands there as one number in the machine's own order: 0100007F on little-endian machines. A dual-stack program (a JVM, Go
 * at times) has it as ::ffff:127.0.0.1 in /proc/net/tcp6: four such numbers (RFC 4291, 2.5.5.2).
 */
const own = ['0100007F', '7F000001', '0000000000000000FFFF00000100007F', '00000000000000000000FFFF7F000001'];

/** The sockets of /proc/net/tcp or /proc/net/tcp6 whose both ends are 127.0.0.1. Pure. */
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

/** The account that listens at 127.0.0.1:`port`, by /proc/net/tcp; null when nobody does. Pure. */
export function listenerAt(table: string, port: number): number | null {
  for (const line of table.split('\n')) {
    const [, local = '', , state, , , , uid = ''] = line.trim().split(/\s+/);
    const [address = '', hex = ''] = local.split(':');
    // 0A is LISTEN (Linux, include/net/tcp_states.h).
    if (state !== '0A' || !own.includes(address) || Number.parseInt(hex, 16) !== port) continue;
    return Number(uid);
  }
  return null;
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
  // Without IPv6 there is no second table.
  const tables = ['/proc/net/tcp', '/proc/net/tcp6'].map((table) => readFile(table, 'utf8').catch(() => ''));
  const socket = loopbackSockets((await Promise.all(tables)).join('\n')).find(
    ({ localPort, remotePort }) => localPort === theirPort && remotePort === ourPort,
  );
  if (socket === undefined) return null;
  const ours = socket.uid === process.getuid?.();
  const pid = await holderOf(socket.inode);
  if (pid === null) return null;
  return callerOf(pid, ours);
};

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
  const parents: Process[] = [];
  for (let next = own.parent; next > 0 && parents.length < mostParents; ) {
    const parent = await processOf(next);
    if (parent === null) break;
    parents.push(parent);
    next = parent.parent;
  }
  const [nearest] = parents;
  const identity = [path, file?.dev ?? 0, file?.ino ?? 0, file?.mtimeMs ?? 0];
  // What nobody in particular started is known by itself alone.
  const by =
    nearest === undefined || startsEverything(nearest)
      ? [own.pid, own.started]
      : [nearest.pid, nearest.started];
  return {
    program: {
      name: nameOf(path, own),
      pid,
      path: path.slice(0, 1000),
      command: commandText(argv),
      folder: folder.slice(0, 1000),
      parents: await Promise.all(
        parents.map(async (parent) => ({ name: nameOf(await fileOf(parent.pid), parent), pid: parent.pid })),
      ),
    },
    key: JSON.stringify([...identity, ...by]),
    ours,
  };
}

/** Init, and what takes orphans in or starts whatever a session wants (prctl(2), PR_SET_CHILD_SUBREAPER). */
const managers = new Set([
  'systemd',
  'init',
  'openrc-init',
  'runit',
  'runsvdir',
  's6-svscan',
  'tini',
  'dumb-init',
  'catatonit',
  'docker-init',
  'containerd-shim',
  'conmon',
  'launchd',
  'dinit',
  'upstart',
  'gnome-session-b',
  'gnome-session-binary',
  'plasmashell',
  'kwin_wayland',
  'gnome-shell',
]);

/**
 * Whether a process starts or adopts what has nothing to do with one another: its children must not share what one was allowed. The system
 * does not tell who is a subreaper, so the known ones are named here; an unknown one still counts as a parent.
 */
export const startsEverything = ({
  pid,
  name,
  parent,
}: {
  pid: number;
  name: string;
  parent: number;
}): boolean => pid === 1 || parent === 0 || managers.has(name);

/** The file a process runs from; empty when it may not be read. */
async function fileOf(pid: number): Promise<string> {
  const path = await readlink(`/proc/${pid}/exe`).catch(() => '');
  return path.replace(/ \(deleted\)$/, '');
}

/** By its file, since a process may call itself anything; by its own name where the file is not told. */
const nameOf = (path: string, { name }: Process): string => (path.split('/').at(-1) || name).slice(0, 120);

async function processOf(pid: number): Promise<Process | null> {
  return readStat(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''));
}
