import { execFileSync } from 'node:child_process';
import { lstatSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { cut } from '../../shared/clip.ts';
import { oneLine } from '../base/one-line.ts';
import type { PolicySource } from '../base/ports.ts';
import { windowsTool } from '../base/windows-tool.ts';
import { appId } from './app-id.ts';
import { words } from './words.ts';

/** The place of the policy on Linux. Only root may write there. */
const linuxPolicyFile = '/etc/keyturn/policy.json';
/** The place where macOS keeps the forced preferences of a configuration profile. */
const macPolicyFile = `/Library/Managed Preferences/${appId}.plist`;
const windowsPolicies = 'HKLM\\SOFTWARE\\Policies';
const windowsPolicyKey = `${windowsPolicies}\\Keyturn`;
/** The largest policy that Keyturn reads, in bytes. A real policy is far smaller. */
const mostBytes = 65_536;

/**
 * Returns the policy of this computer's organisation, or null when there is none. On Linux it is a file of root's, on macOS a configuration
 * profile, and on Windows a key of the registry that Group Policy writes. Never throws: `trouble` says why the policy cannot be read.
 */
export function readPolicySource(platform: NodeJS.Platform = process.platform): PolicySource | null {
  const [from, read] = ((): [string, () => unknown] => {
    if (platform === 'darwin') return [macPolicyFile, () => readMac(macPolicyFile)];
    if (platform === 'win32') return [windowsPolicyKey, readWindows];
    return [linuxPolicyFile, () => readLinux(linuxPolicyFile)];
  })();
  try {
    const entries = read();
    return entries === null ? null : { from, entries, trouble: null };
  } catch (error) {
    return { from, entries: null, trouble: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Returns the entries of the file, or null when it does not exist. Throws when an account other than root could have written the file, when
 * the file or its folder cannot be read, and when the file is not JSON.
 */
export function readLinux(file: string, owner = 0): unknown {
  for (const path of [dirname(file), file]) {
    // This throws when the system does not let Keyturn look. A policy that Keyturn may not read is not the same as none.
    const facts = lstatSync(path, { throwIfNoEntry: false });
    if (facts === undefined) return null;
    if (facts.isSymbolicLink() || facts.uid !== owner || (facts.mode & 0o022) !== 0) {
      throw new Error(words.policySource.notOnlyRoots(path));
    }
  }
  const facts = lstatSync(file);
  // A pipe would block the app until somebody writes into it.
  if (!facts.isFile()) throw new Error(words.policySource.notAFile(file));
  if (facts.size > mostBytes) throw new Error(words.policySource.tooLarge);
  const text = readFileSync(file, 'utf8');
  const entries = ((): unknown => {
    try {
      // The byte order mark of some editors is no part of JSON.
      return JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch (error) {
      if (text.includes('\uFFFD')) throw new Error(words.policySource.notUtf8);
      throw new Error(
        words.policySource.notJson(cut(error instanceof Error ? oneLine(error.message) : '', 200)),
      );
    }
  })();
  // Of two entries with one name the parser takes the last one, and the other would forbid nothing.
  const twice = Object.keys(entries ?? {}).find((name) => text.split(`${JSON.stringify(name)}`).length > 2);
  if (twice !== undefined) throw new Error(words.policySource.twice(cut(twice, 60)));
  return entries;
}

function readMac(file: string): unknown {
  if (lstatSync(file, { throwIfNoEntry: false }) === undefined) return null;
  const run = { encoding: 'utf8', maxBuffer: mostBytes, timeout: 5_000 } as const;
  return JSON.parse(execFileSync('/usr/bin/plutil', ['-convert', 'json', '-o', '-', file], run));
}

function readWindows(): unknown {
  const run = {
    encoding: 'utf8',
    maxBuffer: mostBytes,
    timeout: 5_000,
    stdio: 'pipe',
    windowsHide: true,
  } as const;
  return readRegistry((key) => execFileSync(windowsTool('reg.exe'), ['query', key], run));
}

/**
 * Returns the entries of the policy's key, or null when there is no such key. `query` returns what `reg query` prints for a key, and throws
 * when it fails. reg.exe ends with 1 both for a key that does not exist and for one that it may not read. So Keyturn asks for the list of
 * the keys beside it, which every account may read. Throws when a query fails.
 */
export function readRegistry(query: (key: string) => string): Record<string, unknown> | null {
  const listed = query(windowsPolicies)
    .split(/\r?\n/)
    .some(
      (line) =>
        line.toLowerCase() === `hkey_local_machine${windowsPolicyKey.slice('HKLM'.length)}`.toLowerCase(),
    );
  return listed ? entriesOfReg(query(windowsPolicyKey)) : null;
}

/**
 * Returns the entries that `reg query` prints: four spaces, the name, the kind and the value. A REG_DWORD of 0 or 1 is a yes or no where
 * the form of the policy wants one. REG_MULTI_SZ separates its texts by `\0`. A name may have spaces, so that the form of the policy refuses
 * it and does not overlook it.
 */
export function entriesOfReg(printed: string): Record<string, unknown> {
  const entries: Record<string, unknown> = {};
  for (const line of printed.split(/\r?\n/)) {
    const [, name, kind, value = ''] = /^ {4}(.+?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/.exec(line) ?? [];
    if (name === undefined) continue;
    if (kind === 'REG_DWORD') entries[name] = Number(value);
    else if (kind === 'REG_MULTI_SZ') entries[name] = value.split('\\0').filter((text) => text !== '');
    else entries[name] = value;
  }
  return entries;
}
