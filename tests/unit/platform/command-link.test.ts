import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { administratorScript, lasts, linkLine, putOnPath } from '../../../src/main/platform/command-link.ts';
import { installCommand } from '../../../src/main/start/install-command.ts';

const isWindows = process.platform === 'win32';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-link-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What AppleScript makes of a string between quotes (Apple, AppleScript language guide, "text"). */
const unquoted = (script: string): string =>
  (/^do shell script "(.*)" with administrator privileges$/s.exec(script)?.[1] ?? '').replace(
    /\\(["\\])/g,
    '$1',
  );

it.skipIf(isWindows)(
  'links the command where every shell looks, replaces an earlier link, and accepts any path',
  () => {
    const link = join(folder, 'usr local/bin/keyturn');
    for (const name of ['Keyturn.app', 'O\'Hara\'s "Key\\turn" $HOME `x`']) {
      const source = join(folder, name);
      writeFileSync(source, '');
      // As AppleScript hands it to the shell.
      execFileSync('/bin/sh', ['-c', unquoted(administratorScript(linkLine(source, link)))]);
      expect(readlinkSync(link)).toBe(source);
    }
  },
);

it('does not link to an app on a disk image, or to one that macOS runs from a copy', () => {
  expect(lasts('/Applications/Keyturn.app/Contents/Resources/bin/keyturn')).toBe(true);
  expect(lasts('/Volumes/Keyturn/Keyturn.app/Contents/Resources/bin/keyturn')).toBe(false);
  expect(lasts('/private/var/folders/x/AppTranslocation/1/d/Keyturn.app/bin/keyturn')).toBe(false);
});

/** A stand-in for osascript, which notes what it is given. */
function osascript(end: number, said: string): string {
  mkdirSync(join(folder, 'bin'), { recursive: true });
  const path = join(folder, 'bin/osascript');
  writeFileSync(path, `#!/bin/sh\nprintf '%s' "$2" > '${folder}/asked'\necho '${said}' >&2\nexit ${end}\n`);
  chmodSync(path, 0o755);
  return path;
}

it.skipIf(isWindows)('asks by osascript, and does not count a cancel as a failure', async () => {
  expect(await putOnPath('/a/keyturn', osascript(0, ''))).toBe(true);
  expect(readFileSync(join(folder, 'asked'), 'utf8')).toBe(administratorScript(linkLine('/a/keyturn')));
  expect(await putOnPath('/a/keyturn', osascript(1, 'execution error: User canceled. (-128)'))).toBe(false);
  await expect(putOnPath('/a/keyturn', osascript(1, 'execution error: no (1)'))).rejects.toThrow();
});

it('says what it will do, and shows the result', async () => {
  const said: string[] = [];
  const noted: string[] = [];
  const tell = async (source: string, put: () => Promise<boolean>, agrees = true): Promise<string[]> => {
    said.length = 0;
    const dialogs = { confirm: async (question: string) => said.push(question) > 0 && agrees };
    await installCommand(source, dialogs, { note: (event) => noted.push(event) }, put);
    return [...said];
  };
  const ask = 'Install the command keyturn?';
  expect(await tell('/Volumes/K/keyturn', async () => true)).toEqual(['Move Keyturn to Applications first.']);
  expect(await tell('/a', async () => true)).toEqual([ask, 'The command keyturn is installed.']);
  expect(await tell('/a', async () => false)).toEqual([ask]);
  let asked = false;
  const noticed = async () => {
    asked = true;
    return true;
  };
  expect(await tell('/a', noticed, false)).toEqual([ask]);
  expect(asked).toBe(false);
  expect(await tell('/a', () => Promise.reject(new Error('no')))).toEqual([
    ask,
    'The command keyturn was not installed.',
  ]);
  expect(noted).toEqual(['command.not-installed']);
});
