import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Authority } from '../../../src/demo/okta/certificates.ts';
import { settingsHandlers } from '../../../src/main/features/settings/handlers.ts';
import { Policy } from '../../../src/main/features/settings/policy.ts';
import { SettingsStore } from '../../../src/main/features/settings/store.ts';
import type { Vault } from '../../../src/main/vault/vault.ts';
import { settingsView } from '../../../src/shared/contract/settings.ts';
import { codeOf } from '../main/samples.ts';
import { bytesOf, newFolder, open } from '../vault/helpers.ts';

let pem: string;
let folder: string;
let vault: Vault;
let settings: SettingsStore;
const store = (commandLineCa: string | null = null) =>
  new SettingsStore(
    join(folder, 'settings.json'),
    vault,
    commandLineCa,
    () => ({ available: true, sentence: 'When the screen locks.' }),
    new Policy(() => null),
  );
const caFile = (name: string, text = pem) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const custom = (url: string) => ({ proxy: { mode: 'custom' as const, url } });

beforeAll(async () => {
  pem = (await Authority.make('Acme inspection')).pem;
});
beforeEach(async () => {
  folder = newFolder();
  vault = open(folder);
  await vault.start();
  settings = store();
});

it('keeps what it needs before the vault opens in a file, and the rest sealed in the vault', () => {
  settings.set({ theme: 'dark', lockAfterMinutes: 5, ...custom('http://proxy.acme.example:8080') });
  const file = readFileSync(join(folder, 'settings.json'), 'utf8');
  expect(JSON.parse(file)).toMatchObject({ theme: 'dark', lockAfterMinutes: 5 });
  vault.close();
  expect(`${file}${bytesOf(folder).toString('latin1')}`).not.toContain('acme.example');
});

it('is the same after a restart', async () => {
  const file = caFile('ca.pem');
  settings.set({ theme: 'dark', extraCaFile: file, ...custom('http://proxy:8080') });
  const again = store();
  expect(again.view()).toEqual(settings.view());
  expect(settingsView.parse(again.view())).toEqual(again.view());
  expect(again.network()).toMatchObject({ proxy: { mode: 'custom', url: 'http://proxy:8080' } });
  expect(again.network().extraCaPem).toContain('BEGIN CERTIFICATE');
});

it('changes only the named setting', () => {
  settings.set({ lockOnSuspend: false, ...custom('http://proxy:8080') });
  settings.set({ theme: 'light' });
  expect(settings.view()).toMatchObject({
    theme: 'light',
    lockOnSuspend: false,
    lockOnScreenLock: true,
    proxy: { mode: 'custom', url: 'http://proxy:8080' },
  });
});

it.each(['proxy', 'ftp://proxy:21', 'socks5://proxy:1080', 'javascript:1', 'http://'])(
  'refuses the proxy %s, and then changes nothing',
  async (url) => {
    expect(await codeOf(() => settings.set({ theme: 'dark', ...custom(url) }))).toBe('bad-request');
    expect(settings.view()).toMatchObject({ theme: 'system', proxy: { mode: 'system' } });
  },
);

describe('the password of a proxy', () => {
  const url = 'http://ann:s3cret-word@proxy:8080/';
  beforeEach(() => settings.set(custom(url)));

  it('is used and never shown', () => {
    expect(settings.network().proxy).toEqual(custom(url).proxy);
    expect(JSON.stringify(settings.view())).not.toContain('s3cret-word');
    expect(settings.view().proxy).toEqual(custom('http://ann:****@proxy:8080/').proxy);
  });

  it('stays when the window sends the address back as shown', () => {
    settings.set({ proxy: settings.view().proxy, theme: 'dark' });
    expect(settings.network().proxy).toEqual(custom(url).proxy);
  });

  it.each([
    'http://ann:****@evil.example:8080/',
    'http://ann:****@proxy:9090/',
    'https://ann:****@proxy:8080/',
    'http://bob:****@proxy:8080/',
  ])('does not go along to %s', async (other) => {
    expect(await codeOf(() => settings.set(custom(other)))).toBe('bad-request');
    expect(settings.network().proxy).toEqual(custom(url).proxy);
  });

  it('is replaced by another password', () => {
    settings.set(custom('http://ann:newer@proxy:8080'));
    expect(settings.network().proxy).toEqual(custom('http://ann:newer@proxy:8080').proxy);
  });
});

describe('while the vault is not open', () => {
  beforeEach(() => {
    settings.set({ theme: 'dark', ...custom('http://proxy:8080') });
    vault.lock();
  });

  it('knows the plain settings, but not those of the network', () => {
    expect(settings.view()).toMatchObject({ theme: 'dark', proxy: { mode: 'system' }, extraCaFile: null });
    expect(settings.network()).toEqual({ extraCaPem: null, proxy: { mode: 'system' } });
  });

  it('accepts a plain change, and refuses a change of the network', async () => {
    settings.set({ theme: 'light' });
    expect(settings.plain.theme).toBe('light');
    expect(await codeOf(() => settings.set({ proxy: { mode: 'none' } }))).toBe('vault-locked');
    await vault.unlock();
    expect(settings.view().proxy).toEqual(custom('http://proxy:8080').proxy);
  });
});

it('uses a file from the command line for this run in place of the kept certificates', () => {
  settings.set({ extraCaFile: caFile('kept.pem', 'nothing of use') });
  const run = store(caFile('given.pem'));
  expect(run.view()).toMatchObject({ extraCaFromCommandLine: true, extraCa: { ok: true, certificates: 1 } });
  expect(run.network().extraCaPem).toContain('BEGIN CERTIFICATE');
  expect(store().view()).toMatchObject({ extraCaFromCommandLine: false, extraCa: { ok: false } });
});

it('uses the defaults for network settings that no longer open, and continues', () => {
  settings.set(custom('http://proxy:8080'));
  vault.write("UPDATE settings SET value = x'00' WHERE name = 'network'");
  expect(settings.view().proxy).toEqual({ mode: 'system' });
  settings.set({ proxy: { mode: 'none' } });
  expect(settings.view().proxy).toEqual({ mode: 'none' });
});

describe('a proxy that the window names', () => {
  const asked: string[] = [];
  const set = (change: Parameters<typeof settings.set>[0], yes: boolean) =>
    settingsHandlers({
      settings,
      dialogs: {
        openFile: async () => null,
        openFolder: async () => null,
        saveFile: async () => null,
        confirm: async (question, detail) => {
          asked.push(`${question}\n${detail}`);
          return yes;
        },
      },
      onNetwork: () => undefined,
      onChanged: () => undefined,
    }).set({ change });
  beforeEach(() => {
    asked.length = 0;
  });

  it('is used after a yes in a dialog of the system, which names it without its account', async () => {
    await set(custom('http://ann:s3cret@proxy:8080'), true);
    expect(settings.network().proxy).toEqual({ mode: 'custom', url: 'http://ann:s3cret@proxy:8080' });
    expect(asked).toEqual([expect.stringMatching(/another proxy\?\n.*\n\nProxy: http:\/\/proxy:8080$/s)]);
    expect(asked.join()).not.toMatch(/ann|s3cret/);
  });

  it('changes nothing after a no, even with other settings beside it', async () => {
    const before = settings.view();
    expect(await codeOf(() => set({ theme: 'dark', ...custom('http://evil:8080') }, false))).toBe(
      'cancelled',
    );
    expect(settings.view()).toEqual(before);
  });

  it('asks nothing when the proxy is already in use, or when there is none', async () => {
    await set(custom('http://ann:s3cret@proxy:8080'), true);
    await set({ proxy: settings.view().proxy }, false);
    await set(custom('http://ann:newer@proxy:8080'), false);
    await set({ proxy: { mode: 'none' } }, false);
    await set({ proxy: { mode: 'system' } }, false);
    expect(asked).toHaveLength(1);
    expect(await codeOf(() => set(custom('no address'), false))).toBe('bad-request');
    expect(asked).toHaveLength(1);
  });
});

describe('the certificates of an extra CA file', () => {
  let other: string;
  beforeAll(async () => {
    other = (await Authority.make('Mallory\u202E evil')).pem;
  });
  const asked: string[] = [];
  let answers: { file?: string | null; yes?: boolean };
  let networks: number;
  const handlers = () =>
    settingsHandlers({
      settings,
      dialogs: {
        openFolder: async () => null,
        openFile: async () => answers.file ?? null,
        saveFile: async () => null,
        confirm: async (question, detail) => {
          asked.push(`${question}\n${detail}`);
          return answers.yes ?? false;
        },
      },
      onNetwork: () => networks++,
      onChanged: () => undefined,
    });
  const trusted = () => settings.network().extraCaPem?.trim() ?? null;
  let file: string;
  beforeEach(async () => {
    asked.length = 0;
    networks = 0;
    file = caFile('ca.pem');
    answers = { file };
    expect(await handlers().chooseExtraCa({})).toMatchObject({ extraCaFile: file, extraCa: { ok: true } });
    expect([trusted(), networks]).toEqual([pem.trim(), 1]);
  });

  it('are kept sealed, and used without the file, after a restart too', () => {
    rmSync(file);
    settings = store();
    expect(trusted()).toBe(pem.trim());
    expect(settings.view()).toMatchObject({
      extraCa: { ok: true, certificates: 1, sentence: 'Trusts Acme inspection besides the system.' },
      extraCaChange: { usable: false, sentence: expect.stringContaining('Keyturn cannot read the file') },
    });
    expect(settingsView.parse(settings.view())).toEqual(settings.view());
    // SQLite's log beside the file has it first.
    const everything = Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
    expect(everything.toString('latin1')).not.toContain('BEGIN CERTIFICATE');
  });

  it.each([
    ['holds another authority', () => writeFileSync(file, other), 'Mallory'],
    ['holds one more', () => writeFileSync(file, `${pem}\n${other}`), 'Acme inspection and 1 more'],
    [
      'is a link to another now',
      () => {
        const elsewhere = caFile('other.pem', other);
        rmSync(file);
        symlinkSync(elsewhere, file);
      },
      'Mallory',
    ],
  ])('are used unchanged when the file %s, and the app says so', async (_name, change, words) => {
    change();
    const { extraCa, extraCaChange } = settings.view();
    expect(extraCa).toMatchObject({ sentence: 'Trusts Acme inspection besides the system.' });
    expect(extraCaChange).toMatchObject({ usable: true, sentence: expect.stringContaining(words) });
    expect(trusted()).toBe(pem.trim());
    // No to the question changes nothing.
    answers = { yes: false };
    await handlers().takeExtraCa({});
    expect([trusted(), networks]).toEqual([pem.trim(), 1]);
    expect(asked[0]).toMatch(/Mallory\\u\{202e\} evil, SHA-256 [0-9A-F:]{95}\n/);
    expect(asked[0]).toContain(`Trusted so far:\nAcme inspection, SHA-256 `);
    answers = { yes: true };
    expect(await handlers().takeExtraCa({})).toMatchObject({ extraCaChange: null });
    expect([trusted()?.includes(other.trim()), networks]).toEqual([true, 2]);
  });

  it('are the certificates that the question showed, even if the file changed before the answer', async () => {
    writeFileSync(file, other);
    const third = (await Authority.make('Third')).pem;
    const inBetween = settingsHandlers({
      settings,
      dialogs: {
        openFolder: async () => null,
        openFile: async () => null,
        saveFile: async () => null,
        confirm: async () => {
          writeFileSync(file, third);
          return true;
        },
      },
      onNetwork: () => undefined,
      onChanged: () => undefined,
    });
    const view = await inBetween.takeExtraCa({});
    expect(trusted()).toBe(other.trim());
    expect(view.extraCaChange?.sentence).toContain('Third');
  });

  it.each([
    ['is empty', () => writeFileSync(file, ''), 'no certificate'],
    ['is gone', () => rmSync(file), 'Keyturn cannot read the file'],
    ['is damaged', () => writeFileSync(file, pem.replace(/\n.{60}/, '\nAAAA')), 'damaged'],
    [
      'is a folder',
      () => {
        rmSync(file);
        mkdirSync(file);
      },
      'not a file',
    ],
    [
      'is a pipe',
      () => {
        rmSync(file);
        spawnSync('mkfifo', [file]);
      },
      'not a file',
    ],
  ])('are used unchanged when the file %s', async (_name, change, words) => {
    change();
    expect(settings.view().extraCaChange).toMatchObject({
      usable: false,
      sentence: expect.stringContaining(words),
    });
    expect(await codeOf(() => handlers().takeExtraCa({}))).toBe('not-found');
    answers = { file };
    expect(await codeOf(() => handlers().chooseExtraCa({}))).toBe('file');
    expect(trusted()).toBe(pem.trim());
  });

  it.each([
    ['another order', () => `${other}\n${pem}`],
    ['Windows line ends', () => `${pem}\n${other}`.replaceAll('\n', '\r\n')],
    ['other text around them', () => `# bundle\n${pem}\nfoo\n${other}`],
  ])('are the same with %s', async (_name, text) => {
    writeFileSync(file, `${pem}\n${other}`);
    answers = { yes: true };
    await handlers().takeExtraCa({});
    writeFileSync(file, text());
    expect(settings.view().extraCaChange).toBeNull();
  });

  it('of a vault that has only the path are trusted once a person agreed', async () => {
    const cell = { table: 'settings', rowId: 'network', column: 'value' };
    const old = { extraCaFile: file, proxy: { mode: 'system' } };
    vault.write("UPDATE settings SET value = ? WHERE name = 'network'", vault.sealJson(cell, old));
    expect(trusted()).toBeNull();
    expect(settings.view()).toMatchObject({
      extraCa: { ok: false },
      extraCaChange: { usable: true, sentence: expect.stringContaining('Acme inspection') },
    });
    answers = { yes: true };
    expect(await handlers().takeExtraCa({})).toMatchObject({ extraCa: { ok: true }, extraCaChange: null });
    expect(trusted()).toBe(pem.trim());
  });

  it('are gone after a removal, and stay when the proxy changes', async () => {
    settings.set({ proxy: { mode: 'none' } });
    expect(trusted()).toBe(pem.trim());
    expect(await handlers().removeExtraCa({})).toMatchObject({ extraCaFile: null, extraCa: null });
    expect(trusted()).toBeNull();
  });
});
