import { randomBytes } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { notWritten, replaceFile } from '../../base/files.ts';
import { readOwnFile } from '../../base/own-file.ts';

/** What `keyturn exec` needs to find the Keyturn of the same person: the socket, and the key that proves each side to the other. */
export interface RunFile {
  readonly socket: string;
  readonly key: Buffer;
}

const fileIn = (userData: string): string => join(userData, 'run', 'door.json');

/** The longest path of a socket, in bytes. With the terminator, macOS allows 104 and Linux 108 (unix(4), unix(7)). */
const mostBytes = 100;

/**
 * Makes a place to listen at: a socket in a folder that only the person may open. On Windows, pipes have no folder, so it is a pipe with a
 * name that nobody can guess. The key is in a file of the person's, so that a program which takes the place does not know the key.
 */
export function newRunFile(userData: string): RunFile {
  const key = randomBytes(32);
  const folder = dirname(fileIn(userData));
  // While the folders were open, somebody may have laid links that lead the key and the socket elsewhere, or over another file.
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) rmSync(folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (process.platform === 'win32') {
    return { socket: `\\\\.\\pipe\\keyturn-${randomBytes(16).toString('hex')}`, key };
  }
  // An existing folder may have been open to others.
  chmodSync(folder, 0o700);
  rmSync(fileIn(userData), { force: true });
  const near = join(folder, 'door.sock');
  if (Buffer.byteLength(near) <= mostBytes) {
    rmSync(near, { force: true });
    return { socket: near, key };
  }
  return { socket: join(mkdtempSync(join(tmpdir(), 'keyturn-')), 'door.sock'), key };
}

/** Writes the file that lets `keyturn exec` find Keyturn. Throws Failed `file`. */
export function tellRunFile(userData: string, { socket, key }: RunFile): void {
  try {
    replaceFile(fileIn(userData), JSON.stringify({ socket, key: key.toString('base64') }), { mode: 0o600 });
  } catch (error) {
    throw notWritten(error);
  }
}

/** Removes the file, and the socket with its folder. */
export function removeRunFile(userData: string, { socket }: RunFile): void {
  rmSync(fileIn(userData), { force: true });
  if (process.platform === 'win32') return;
  rmSync(socket, { force: true });
  if (dirname(socket) !== dirname(fileIn(userData)))
    rmSync(dirname(socket), { recursive: true, force: true });
}

/** Reads where Keyturn listens. Returns null when Keyturn does not listen, or when the file does not belong to the person alone. */
export function readRunFile(userData: string): RunFile | null {
  const file = fileIn(userData);
  try {
    const { uid, mode } = lstatSync(file);
    const ours = process.getuid === undefined || (uid === process.getuid() && (mode & 0o077) === 0);
    const { socket, key } = JSON.parse(readOwnFile(file));
    if (!ours || typeof socket !== 'string' || typeof key !== 'string') return null;
    return { socket, key: Buffer.from(key, 'base64') };
  } catch {
    return null;
  }
}
