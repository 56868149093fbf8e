import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { OrgStore } from '../../../src/main/features/orgs/store.ts';
import { TokenStore } from '../../../src/main/features/tokens/store.ts';
import { migrations, newestVersion } from '../../../src/main/vault/migrations.ts';
import type { Vault } from '../../../src/main/vault/vault.ts';
import { fixtureKey, identity, note, passphrase, profile, values } from '../../fixtures/vault/known.ts';
import { secret } from './contents.ts';
import { file, newFolder, open } from './helpers.ts';
import { MemoryKeyring } from './memory-keyring.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/vault');
const forms = readdirSync(fixtures)
  .flatMap((name) => /^v(\d+)\.vault\.gz$/.exec(name)?.[1] ?? [])
  .map(Number)
  .sort((a, b) => a - b);
const unpacked = (name: string) => gunzipSync(readFileSync(join(fixtures, `${name}.gz`)));
const about = z.object({
  recoveryKey: z.string(),
  sealed: z.array(z.object({ table: z.string(), key: z.string(), column: z.string() })),
});
const aboutForm = (form: number) =>
  about.parse(JSON.parse(readFileSync(join(fixtures, `v${form}.json`), 'utf8')));

/** A folder in which the vault of that form lies, as if an earlier Keyturn had left it. */
function leftBy(form: number): string {
  const folder = newFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(file(folder), unpacked(`v${form}.vault`));
  return folder;
}

function keyring(): MemoryKeyring {
  const its = new MemoryKeyring();
  its.key = fixtureKey;
  return its;
}

function expectAllRecords(vault: Vault, form: number): void {
  expect(vault.read('PRAGMA user_version')).toEqual([{ user_version: newestVersion }]);
  expect(new OrgStore(vault).list()).toMatchObject([{ ...identity, tokenCount: 2 }]);
  const tokens = new TokenStore(vault);
  const list = tokens.list().sort((a, b) => a.label.localeCompare(b.label));
  expect(list).toMatchObject([profile(0), profile(1)]);
  for (const [n, { id }] of list.entries()) {
    using value = tokens.secretOf(id);
    expect(value.use((bytes) => bytes.toString('utf8'))).toBe(values[n]);
  }
  const others = aboutForm(form).sealed.filter(({ table }) => table !== 'orgs' && table !== 'tokens');
  expect(others.length).toBeGreaterThanOrEqual(2);
  for (const { table, key, column } of others) {
    const rows = vault.read<{ id: string | number; cell: Uint8Array }>(
      `SELECT ${key} AS id, ${column} AS cell FROM ${table} WHERE ${column} IS NOT NULL`,
    );
    expect(
      rows.map(({ id, cell }) => vault.openJson({ table, rowId: String(id), column }, z.unknown(), cell)),
      `${table}.${column}`,
    ).toContainEqual(note(table, column));
  }
}

it('has a vault of every form before the newest', () => {
  const wanted = migrations.map(({ number }) => number).filter((number) => number < newestVersion);
  expect(forms).toEqual(expect.arrayContaining(wanted));
});

describe.each(forms)('a vault of form %i', (form) => {
  it('opens by its keyring, and every record in it is read', async () => {
    const vault = open(leftBy(form), keyring());
    expect((await vault.start()).phase).toBe('open');
    expectAllRecords(vault, form);
  });

  it('opens by its recovery key where the keyring is another', async () => {
    const vault = open(leftBy(form), new MemoryKeyring());
    expect((await vault.start()).problem?.code).toBe('key-lost');
    expect((await vault.recover(secret(aboutForm(form).recoveryKey))).phase).toBe('open');
    expectAllRecords(vault, form);
  });

  it('opens from its backup', async () => {
    const path = join(newFolder(), '..', 'a.keyturn-backup');
    writeFileSync(path, unpacked(`v${form}.backup`));
    const vault = open(newFolder());
    await vault.start();
    const asked: string[] = [];
    const insist = async (tokens: number, doubt: string) => asked.push(`${doubt} ${tokens}`) > 0;
    // The first backups had no seal, so nothing says that they are as they were saved, and the person is asked.
    if (form < 7)
      await expect(vault.restoreBackup(path, secret(passphrase))).rejects.toThrow(/early Keyturn.*no seal/);
    expect(await vault.restoreBackup(path, secret(passphrase), insist)).toMatchObject({ tokens: 2 });
    expect(asked).toEqual(form < 7 ? ['unsealed 2'] : []);
    expectAllRecords(vault, form);
  });
});
