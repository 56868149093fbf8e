import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programIn } from '../../tools/packaging/fuses.ts';

const root = join(import.meta.dirname, '../..');

/** Returns the folder of the packed program: the one in KEYTURN_PACKED, or the one that `npm run pack` makes. Throws if there is none. */
export function packedFolder(): string {
  const given = process.env.KEYTURN_PACKED;
  const names = { linux: /^linux(-\w+)?-unpacked$/, darwin: /^mac(-\w+)?$/, win32: /^win(-\w+)?-unpacked$/ };
  const pattern = Object.entries(names).find(([platform]) => platform === process.platform)?.[1];
  const dist = join(root, 'dist');
  // Chooses the folder for this computer's processor. A name without a processor means x64, and a universal program is for both.
  const found = (existsSync(dist) ? readdirSync(dist) : [])
    .filter((name) => pattern?.test(name) ?? false)
    .filter((name) => /universal/.test(name) || name.includes('arm64') === (process.arch === 'arm64'));
  const folder = given ?? (found[0] === undefined ? undefined : join(dist, found[0]));
  if (folder === undefined || !existsSync(programIn(folder, process.platform))) {
    throw new Error(
      `There is no packed program in ${folder ?? dist}. Make one with: npm run pack -- --unsigned`,
    );
  }
  return folder;
}

/** Returns the program that a person starts in a packed folder: on Linux the launcher. */
export function startedIn(folder: string): string {
  if (process.platform === 'darwin') return join(folder, 'Keyturn.app/Contents/MacOS/Keyturn');
  return join(folder, process.platform === 'win32' ? 'Keyturn.exe' : 'keyturn');
}

/** Returns whether this Linux lets only programs with an AppArmor profile make user namespaces. */
export function restrictsNamespaces(): boolean {
  const setting = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';
  return existsSync(setting) && readFileSync(setting, 'utf8').trim() === '1';
}

/** Copies a packed program. Links stay links, because macOS's frameworks consist of them. */
export function copyPacked(from: string, to: string): void {
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
}

/** Runs a program, and ends it once it has written `until`. Returns its output and its status. */
export async function runUntil(
  command: string,
  args: readonly string[],
  until: RegExp,
  env: NodeJS.ProcessEnv = {},
): Promise<{ said: string; code: number | null; reached: boolean }> {
  const child: ChildProcess = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let reached = false;
  const hear = (chunk: Buffer): void => {
    said += chunk.toString('utf8');
    if (reached || !until.test(said)) return;
    reached = true;
    child.kill('SIGTERM');
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { said, code, reached };
}
