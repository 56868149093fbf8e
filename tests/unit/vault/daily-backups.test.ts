import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { DailyBackups } from '../../../src/main/features/vault/daily-backups.ts';
import { Vault } from '../../../src/main/vault/vault.ts';
import { addToken, secret } from './contents.ts';
import { file, made, newFolder, open } from './helpers.ts';
import { HandClock, MemoryKeyring, quiet } from './memory-keyring.ts';

const hour = 3_600_000;
let vault: Vault;
let clock: HandClock;
let daily: DailyBackups;
let folder: string;
beforeEach(async () => {
  const vaultMade = await made();
  folder = vaultMade.folder;
  vault = open(folder, vaultMade.keyring);
  await vault.start();
  clock = new HandClock(new Date(2026, 10, 24, 8).getTime());
  daily = new DailyBackups({ vault, clock, log: quiet });
});
const days = () => daily.view().backups.map(({ day }) => day);

it('backs up on the first opening of a day, once the window is there, and not on the second', () => {
  daily.opened();
  expect(days()).toEqual([]);
  clock.advance(3_000);
  expect(days()).toEqual(['2026-11-24']);
  const [first] = daily.view().backups;
  daily.stop();
  addToken(vault, 'c', '00canaryValueC_canaryValueC_canaryValueC_3');
  daily.opened();
  clock.advance(3_000);
  expect(daily.view().backups).toEqual([first]);
});

it('backs up when a day begins while the app stays open, and not while it is locked', () => {
  daily.opened();
  clock.advance(3_000);
  clock.advance(24 * hour);
  expect(days()).toEqual(['2026-11-25', '2026-11-24']);
  daily.stop();
  vault.lock();
  clock.advance(24 * hour);
  expect(days()).toEqual(['2026-11-25', '2026-11-24']);
});

it('backs up on quitting only when something changed since the last backup', async () => {
  daily.opened();
  clock.advance(3_000);
  const [before] = daily.view().backups;
  daily.end();
  expect(daily.view().backups).toEqual([before]);
  addToken(vault, 'c', '00canaryValueC_canaryValueC_canaryValueC_3');
  daily.end();
  expect(await vault.readBackup('2026-11-24')).toMatchObject({ tokens: 3 });
});

it('says why a backup failed, keeps trying, and clears the message after a success', () => {
  const backups = join(dirname(file(folder)), 'backups');
  writeFileSync(backups, 'a file where the folder should be');
  daily.now();
  expect(daily.view().failure?.sentence).toMatch(/^Today's backup was not made, because /);
  expect(vault.status().phase).toBe('open');
  rmSync(backups);
  daily.now();
  expect(daily.view().failure).toBeNull();
  expect(days()).toEqual(['2026-11-24']);
});

it('a backup that opens without the passcode goes when one is chosen or changed, also when the app was killed meanwhile', async () => {
  daily.now();
  clock.advance(24 * hour);
  daily.now();
  expect(days()).toEqual(['2026-11-25', '2026-11-24']);
  await vault.passcode.choose(secret('264871'));
  // As it is after a kill: nothing was dropped yet.
  expect(days()).toHaveLength(2);
  daily.opened();
  expect(days()).toEqual([]);
  daily.wayChanged();
  expect(days()).toEqual(['2026-11-25']);
  daily.opened();
  expect(days()).toEqual(['2026-11-25']);

  clock.advance(24 * hour);
  await vault.passcode.choose(secret('918273'), secret('264871'));
  daily.wayChanged();
  expect(days()).toEqual(['2026-11-26']);
  daily.stop();
});

it('drops no backup when no passcode was chosen', () => {
  daily.now();
  daily.wayChanged();
  expect(days()).toEqual(['2026-11-24']);
});

it('drops a backup that opens with the earlier passphrase when the passphrase is changed', async () => {
  const keyring = new MemoryKeyring();
  keyring.state = 'absent';
  const bare = new Vault({ folder: newFolder(), keyring, clock, log: quiet });
  await bare.start();
  await bare.choosePassphrase(secret('otter lamp violin creek'));
  const its = new DailyBackups({ vault: bare, clock, log: quiet });
  its.now();
  clock.advance(24 * hour);
  its.wayChanged();
  expect(its.view().backups.map(({ day }) => day)).toEqual(['2026-11-25', '2026-11-24']);
  await bare.passphrase.change(secret('marble kettle forest banjo'), secret('otter lamp violin creek'));
  its.wayChanged();
  expect(its.view().backups.map(({ day }) => day)).toEqual(['2026-11-25']);
  bare.close();
});
