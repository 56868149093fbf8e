import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SettingsStore } from '../../../src/main/features/settings/store.ts';
import type { Vault } from '../../../src/main/vault/vault.ts';
import { settingsView } from '../../../src/shared/contract/models.ts';
import { Authority } from '../../fake-okta/certificates.ts';
import { codeOf } from '../main/samples.ts';
import { bytesOf, newFolder, open } from '../vault/helpers.ts';

let pem: string;
let folder: string;
let vault: Vault;
let settings: SettingsStore;
const store = (commandLineCa: string | null = null) =>
  new SettingsStore(join(folder, 'settings.json'), vault, commandLineCa);
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

it('keeps what is needed before the vault opens in a file, and the rest sealed in the vault', () => {
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

it('changes what was named and nothing else', () => {
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
  'refuses the proxy %s, and changes nothing then',
  async (url) => {
    expect(await codeOf(() => settings.set({ theme: 'dark', ...custom(url) }))).toBe('bad-request');
    expect(settings.view()).toMatchObject({ theme: 'system', proxy: { mode: 'system' } });
  },
);

describe('a proxy’s password', () => {
  const url = 'http://ann:s3cret-word@proxy:8080/';
  beforeEach(() => settings.set(custom(url)));

  it('is used and never shown', () => {
    expect(settings.network().proxy).toEqual(custom(url).proxy);
    expect(JSON.stringify(settings.view())).not.toContain('s3cret-word');
    expect(settings.view().proxy).toEqual(custom('http://ann:****@proxy:8080/').proxy);
  });

  it('stays when the address comes back as it was shown', () => {
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

  it('is replaced by another', () => {
    settings.set(custom('http://ann:newer@proxy:8080'));
    expect(settings.network().proxy).toEqual(custom('http://ann:newer@proxy:8080').proxy);
  });
});

describe('while the vault is not open', () => {
  beforeEach(() => {
    settings.set({ theme: 'dark', ...custom('http://proxy:8080') });
    vault.lock();
  });

  it('knows the plain settings and not the network’s', () => {
    expect(settings.view()).toMatchObject({ theme: 'dark', proxy: { mode: 'system' }, extraCaFile: null });
    expect(settings.network()).toEqual({ extraCaPem: null, proxy: { mode: 'system' } });
  });

  it('takes a plain change and refuses one of the network', async () => {
    settings.set({ theme: 'light' });
    expect(settings.plain.theme).toBe('light');
    expect(await codeOf(() => settings.set({ proxy: { mode: 'none' } }))).toBe('vault-locked');
    await vault.unlock();
    expect(settings.view().proxy).toEqual(custom('http://proxy:8080').proxy);
  });
});

it('a file given on the command line holds for this run, whatever is kept', () => {
  settings.set({ extraCaFile: caFile('kept.pem', 'nothing of use') });
  const run = store(caFile('given.pem'));
  expect(run.view()).toMatchObject({ extraCaFromCommandLine: true, extraCa: { ok: true, certificates: 1 } });
  expect(run.network().extraCaPem).toContain('BEGIN CERTIFICATE');
  expect(store().view()).toMatchObject({ extraCaFromCommandLine: false, extraCa: { ok: false } });
});

it('network settings that do not open any more are the defaults, not an end', () => {
  settings.set(custom('http://proxy:8080'));
  vault.write("UPDATE settings SET value = x'00' WHERE name = 'network'");
  expect(settings.view().proxy).toEqual({ mode: 'system' });
  settings.set({ proxy: { mode: 'none' } });
  expect(settings.view().proxy).toEqual({ mode: 'none' });
});
