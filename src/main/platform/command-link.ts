import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** In every shell's PATH on macOS (/etc/paths, path_helper(8)); the folder is an administrator's, and need not be there yet. */
export const commandLink = '/usr/local/bin/keyturn';

/** Text that /bin/sh reads as one word. */
const word = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** Returns the line for /bin/sh that makes `link` lead to the command at `source`, in place of a link that is there. Pure. */
export const linkLine = (source: string, link = commandLink): string =>
  `mkdir -p ${word(dirname(link))} && ln -sfn ${word(source)} ${word(link)}`;

/**
 * Returns the AppleScript that runs `line` as an administrator: macOS asks for one by its own dialog (Apple, "do shell script",
 * "with administrator privileges"). Pure.
 */
export const administratorScript = (line: string): string =>
  `do shell script "${line.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}" with administrator privileges`;

/** Tells whether a link to `source` would last: a disk image is ejected, and macOS runs an app that was not moved from a copy it deletes. */
export const lasts = (source: string): boolean =>
  !source.startsWith('/Volumes/') && !source.includes('/AppTranslocation/');

/**
 * Puts the command at `source` on PATH on macOS, as VS Code does with its own. Resolves with false when the person cancelled, which
 * osascript tells by error -128 (Apple, AppleScript errors). Rejects with what osascript said else.
 */
export async function putOnPath(source: string, osascript = '/usr/bin/osascript'): Promise<boolean> {
  try {
    await run(osascript, ['-e', administratorScript(linkLine(source))]);
    return true;
  } catch (error) {
    if (/\(-128\)/.test(String((error as { stderr?: unknown }).stderr))) return false;
    throw error;
  }
}
