import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Secret } from '../../../src/main/base/secret.ts';
import { HandOverDesk } from '../../../src/main/features/handover/desk.ts';
import type { HandOver } from '../../../src/shared/contract/hand-over.ts';
import { codeOf } from '../main/samples.ts';
import { unwatched } from '../main/unwatched.ts';
import { newFolder, open } from '../vault/helpers.ts';
import { HandClock } from '../vault/memory-keyring.ts';

const value = '00approval_approval_approval_approval_appr';

let folder: string;
let desk: HandOverDesk;
let asked: string[];
let says: boolean;
let opened: number;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-approval-'));
  const vault = open(newFolder());
  await vault.start();
  asked = [];
  says = true;
  opened = 0;
  const dialogs = {
    openFile: async () => null,
    openFolder: async () => null,
    saveFile: async () => null,
    confirm: async (question: string, detail: string) => {
      asked.push(`${question}\n${detail}`);
      return says;
    },
  };
  desk = new HandOverDesk(vault, unwatched, dialogs, new HandClock());
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A command that writes what it is given into the file `name`. */
const writes = (name: string): HandOver => ({
  kind: 'command',
  via: { stdin: true },
  argv: [
    process.execPath,
    '-e',
    `process.stdin.pipe(require('node:fs').createWriteStream(process.argv[1]))`,
    join(folder, name),
  ],
});
const run = (how: HandOver, label = 'terraform', tokenId = 'one') =>
  desk.run(how, { tokenId, label, orgHost: 'acme.okta.com' }, () => {
    opened++;
    return Secret.fromText(value);
  });

it('a command that the person did not approve does not run, and the value is not opened for it', async () => {
  says = false;
  expect(await codeOf(() => run(writes('got')))).toBe('cancelled');
  expect([existsSync(join(folder, 'got')), opened]).toEqual([false, 0]);
  // A no is not kept: it is asked again.
  expect(await codeOf(() => run(writes('got')))).toBe('cancelled');
  expect(asked).toHaveLength(2);
});

it('shows the label and the command with every argument, and does not ask again once it is approved', async () => {
  expect(await run(writes('got'))).toMatchObject({ ok: true });
  expect(readFileSync(join(folder, 'got'), 'utf8')).toBe(value);
  expect(asked[0]).toContain('Give the new token of terraform to this command?');
  for (const word of [process.execPath, 'createWriteStream', join(folder, 'got')]) {
    expect(asked[0]).toContain(word);
  }
  expect(asked[0]).not.toContain(value);
  await run(writes('got'));
  expect(asked).toHaveLength(1);
});

it('another token is asked about anew, also when script in the window gave it the label of the first, and its org is shown', async () => {
  await run(writes('got'));
  says = false;
  expect(await codeOf(() => run(writes('got'), 'terraform', 'another'))).toBe('cancelled');
  expect([asked.length, opened]).toEqual([2, 1]);
  expect(asked[1]).toContain('Org: acme.okta.com.');
});

it('another argument, another label or another way is asked about anew', async () => {
  await run(writes('got'));
  const how = writes('got');
  await run(writes('other'));
  await run(how, 'siem');
  await run({ ...how, via: { env: 'OKTA_API_TOKEN' } } as HandOver);
  await run({ kind: 'env-file', path: join(folder, '.env'), key: 'OKTA_API_TOKEN' });
  expect(asked).toHaveLength(5);
});

it('a path or a label cannot write a line of its own in the dialog, or turn its text', async () => {
  says = false;
  const path = join(folder, '.env\nKeyturn checked this file.\u202e\u2028x');
  const label = 'ci?\n\nEverything is well.\u2066';
  expect(await codeOf(() => run({ kind: 'env-file', path, key: 'OKTA_API_TOKEN' }, label))).toBe('cancelled');
  expect(await codeOf(() => run({ ...writes('got'), argv: ['true', 'a\nb\u202e'] } as HandOver))).toBe(
    'cancelled',
  );
  const usual = 4;
  for (const text of asked) {
    expect(text.split('\n').length).toBe(usual);
    expect(text).not.toMatch(/[\p{Bidi_Control}\u2028]/u);
  }
  expect(asked[0]).toContain('\\u{a}Keyturn checked this file.');
});

it('a command that no dialog can show whole does not run', async () => {
  const long = {
    ...writes('got'),
    argv: ['sh', '-c', `true${' '.repeat(990)}`, ...Array(5).fill('y'.repeat(900))],
  };
  expect(await codeOf(() => run(long as HandOver))).toBe('bad-request');
  expect([asked, opened]).toEqual([[], 0]);
});
