import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

/** The link to the command. Its folder is in every shell's PATH on macOS (/etc/paths, path_helper(8)), belongs to an administrator, and may not exist yet. */
export const commandLink = '/usr/local/bin/keyturn';

/** Returns a text so that /bin/sh reads it as one word. */
const word = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** Returns the line for /bin/sh that links the command at `source` to `link`. It replaces an earlier link. Pure. */
export const linkLine = (source: string, link = commandLink): string =>
  `mkdir -p ${word(dirname(link))} && ln -sfn ${word(source)} ${word(link)}`;

/**
 * Returns the AppleScript that runs `line` as an administrator. macOS asks for an administrator in its own dialog (Apple, "do shell
 * script", "with administrator privileges"). Pure.
 */
export const administratorScript = (line: string): string =>
  `do shell script "${line.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}" with administrator privileges`;

/**
 * Returns whether a link to `source` would last. A disk image is ejected later. macOS runs an app that nobody moved from a temporary copy.
 */
export const lasts = (source: string): boolean =>
  !source.startsWith('/Volumes/') && !source.includes('/AppTranslocation/');

/**
 * Puts the command at `source` on PATH on macOS, as VS Code does with its command. Resolves with false when the person cancelled. osascript
 * then ends with error -128 (Apple, AppleScript errors). Rejects with osascript's error otherwise.
 */
export async function putOnPath(source: string, osascript = '/usr/bin/osascript'): Promise<boolean> {
  try {
    await promisify(execFile)(osascript, ['-e', administratorScript(linkLine(source))]);
    return true;
  } catch (error) {
    if (/\(-128\)/.test(String((error as { stderr?: unknown }).stderr))) return false;
    throw error;
  }
}
