import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Vault } from '../../../src/main/vault/vault.ts';
import { codeOf, failureOf } from '../main/samples.ts';
import { keptValue, secret } from './contents.ts';
import { file, made, newFolder, open } from './helpers.ts';
import { MemoryKeyring } from './memory-keyring.ts';

const passphrase = () => secret('correct horse battery');
let vault: Vault;
let folder: string;
let path: string;
beforeEach(async () => {
  const vaultMade = await made();
  folder = vaultMade.folder;
  vault = open(folder, vaultMade.keyring);
  await vault.start();
  path = join(newFolder(), '..', 'mine.keyturn-backup');
});
const filesBeside = (one: string) => readdirSync(dirname(one)).sort();

describe('saving a backup', () => {
  it('is one file for this account only, without a readable value, and the vault’s own keyring is not in it', async () => {
    expect(await vault.saveBackup(path, passphrase())).toEqual({ tokens: 2 });
    expect(filesBeside(path)).toEqual(['mine.keyturn-backup']);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'latin1')).not.toContain('canaryValue');
    const db = new DatabaseSync(path, { readOnly: true });
    expect(db.prepare('SELECT kind FROM keys').all()).toEqual([{ kind: 'passphrase' }]);
    db.close();
  });

  it('is refused over the vault itself, even by another name for it', async () => {
    const before = readFileSync(file(folder));
    const other = join(newFolder(), '..', 'link');
    symlinkSync(file(folder), other);
    for (const own of [file(folder), join(folder, '.', 'keyturn.vault'), other]) {
      expect(await codeOf(() => vault.saveBackup(own, passphrase()))).toMatch(/^(file|bad-request)$/);
    }
    expect(readFileSync(file(folder)).equals(before)).toBe(true);
    expect(keptValue(vault, 'a')).toContain('canaryValueA');
  });

  it('is refused when it cannot be written, and leaves what was there', async () => {
    mkdirSync(path);
    expect(await codeOf(() => vault.saveBackup(path, passphrase()))).toBe('file');
    expect(await codeOf(() => vault.saveBackup(join(path, 'no', 'such', 'folder'), passphrase()))).toBe(
      'file',
    );
    expect(readdirSync(path)).toEqual([]);
    expect(filesBeside(path)).toEqual(['mine.keyturn-backup']);
  });

  it('leaves the earlier backup whole on a full disk (where this account may mount)', async ({ skip }) => {
    const disk = newFolder();
    mkdirSync(disk, { recursive: true });
    const backup = join(disk, 'mine.keyturn-backup');
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]).status === 0;
    if (!mounted) skip('mount is not allowed here');
    try {
      await vault.saveBackup(backup, passphrase());
      const before = readFileSync(backup);
      // From no room at all to room for the copy and not for the proof.
      for (const left of [
        0,
        4_096,
        40_960,
        before.length,
        before.length + 8_192,
        2 * before.length - 4_096,
      ]) {
        writeFileSync(
          join(disk, 'filler'),
          Buffer.alloc(1_048_576 - Math.ceil(before.length / 4096) * 4096 - left - 8_192),
        );
        expect(await codeOf(() => vault.saveBackup(backup, passphrase())), `${left} bytes left`).toBe('file');
        expect(readFileSync(backup).equals(before)).toBe(true);
        expect(readdirSync(disk).sort()).toEqual(['filler', 'mine.keyturn-backup']);
      }
    } finally {
      spawnSync('umount', [disk]);
    }
  });

  it('is refused while the vault is locked', async () => {
    vault.lock();
    expect(await codeOf(() => vault.saveBackup(path, passphrase()))).toBe('vault-locked');
    expect(filesBeside(path)).toEqual([]);
  });

  it('includes the cells that do not open, and counts only those that open', async () => {
    vault.write("UPDATE tokens SET value = x'00' WHERE id = 'a'");
    expect(await vault.saveBackup(path, passphrase())).toEqual({ tokens: 1 });
    const there = open(newFolder());
    await there.start();
    expect(await there.restoreBackup(path, passphrase())).toMatchObject({ tokens: 1 });
    expect(there.read('SELECT id FROM tokens ORDER BY id')).toEqual([{ id: 'a' }, { id: 'b' }]);
  });
});

describe('opening a backup', () => {
  let target: string;
  let other: Vault;
  beforeEach(async () => {
    await vault.saveBackup(path, passphrase());
    target = newFolder();
    other = open(target, new MemoryKeyring());
    await other.start();
  });
  /** The vault is as it was, and nothing unfinished lies beside it. */
  const untouched = () => {
    expect(other.status().phase).toBe('open');
    expect(other.read('SELECT id FROM tokens')).toEqual([]);
    expect(readdirSync(target).filter((name) => !/^keyturn\.vault(-wal|-shm)?$/.test(name))).toEqual([]);
  };

  it('changes nothing with another passphrase', async () => {
    expect(await codeOf(() => other.restoreBackup(path, secret('correct horse')))).toBe('wrong-passphrase');
    untouched();
  });

  it.each<[string, (at: string) => void, RegExp]>([
    ['is cut off', (at) => writeFileSync(at, readFileSync(at).subarray(0, 5000)), /not a Keyturn backup/],
    ['is no database', (at) => writeFileSync(at, 'hello'), /not a Keyturn backup/],
    ['is empty', (at) => writeFileSync(at, ''), /empty.*Download/],
    ['is an age file', (at) => writeFileSync(at, 'age-encryption.org/v1\n-> scrypt'), /age file.*Import/],
    [
      'is an age file in text form in UTF-16',
      (at) => writeFileSync(at, `\uFEFF-----BEGIN AGE ENCRYPTED FILE-----\nAAAA`, 'utf16le'),
      /age file.*Import/,
    ],
    [
      'had its line ends changed',
      (at) => writeFileSync(at, readFileSync(at, 'latin1').replaceAll('\n', '\r\n'), 'latin1'),
      /not a Keyturn backup/,
    ],
    [
      'was read and saved as text',
      (at) => writeFileSync(at, readFileSync(at, 'utf8')),
      /not a Keyturn backup/,
    ],
    [
      'has a byte order mark',
      (at) => writeFileSync(at, `\uFEFF${readFileSync(at, 'latin1')}`),
      /not a Keyturn/,
    ],
    [
      'is of a newer Keyturn',
      (at) => new DatabaseSync(at).exec('PRAGMA user_version = 9999'),
      /newer version/,
    ],
    ['has lost its passphrase', (at) => new DatabaseSync(at).exec('DELETE FROM keys'), /is a vault/],
    ['is another program’s', (at) => new DatabaseSync(at).exec('PRAGMA application_id = 1'), /not a Keyturn/],
    [
      'is a packed file of 3 GB',
      (at) => {
        writeFileSync(at, 'PK\u0003\u0004');
        truncateSync(at, 3_000_000_000);
      },
      /packed.*Unpack/,
    ],
    ['is packed by gzip', (at) => writeFileSync(at, gzipSync(readFileSync(at))), /packed.*Unpack/],
    ['is in text form', (at) => writeFileSync(at, readFileSync(at, 'base64')), /base64.*Save/],
  ])('that %s changes nothing, and the refusal says why', async (_what, spoil, says) => {
    spoil(path);
    const refused = await failureOf(() => other.restoreBackup(path, passphrase()));
    expect(refused).toMatchObject({ code: 'file' });
    expect(`${refused.sentence} ${refused.remedy}`).toMatch(says);
    untouched();
  });

  it('that was cut anywhere changes nothing without a question, and takes no other passphrase for the cause', async () => {
    const whole = readFileSync(path);
    const size = whole.length;
    const tenths = Array.from({ length: 9 }, (_, n) => Math.floor((size * (n + 1)) / 10));
    for (const at of [1, 15, 99, 100, 4_096, ...tenths, size - 48, size - 33, size - 1]) {
      writeFileSync(path, whole.subarray(0, at));
      let asked = 0;
      const refused = await failureOf(() =>
        other.restoreBackup(path, passphrase(), async () => {
          asked++;
          return false;
        }),
      );
      expect(refused, `cut at ${at} of ${size}`).toMatchObject({ code: 'file' });
      // Only the seal at the end can be missing while everything else is whole.
      expect(asked, `cut at ${at} of ${size}`).toBe(at >= size - 48 ? 1 : 0);
      untouched();
    }
  });

  it('that has any other name is restored', async () => {
    const renamed = join(dirname(path), 'Sicherung (1) 🔑.keyturn-backup.txt');
    renameSync(path, renamed);
    expect(await other.restoreBackup(renamed, passphrase())).toMatchObject({ tokens: 2 });
    expect(keptValue(other, 'b')).toContain('canaryValueB');
  });

  it('with a bit changed anywhere changes nothing, unless the person wants what opens', {
    timeout: 60_000,
  }, async () => {
    const whole = readFileSync(path);
    const asked: number[] = [];
    // The head, the middle, a place that no page uses, the mark and the seal; then the seal cut off.
    for (const at of [30, 5_000, Math.floor(whole.length / 2), whole.length - 40, whole.length - 1]) {
      const spoiled = Buffer.from(whole);
      spoiled[at] = (spoiled[at] ?? 0) ^ 1;
      writeFileSync(path, spoiled);
      expect(
        await codeOf(() =>
          other.restoreBackup(path, passphrase(), async (tokens) => {
            asked.push(tokens);
            return false;
          }),
        ),
        `byte ${at}`,
      ).toMatch(/^(file|wrong-passphrase)$/);
      untouched();
    }
    expect(asked.length).toBeGreaterThan(1);
    writeFileSync(path, whole.subarray(0, -48));
    expect(await codeOf(() => other.restoreBackup(path, passphrase()))).toBe('file');
    untouched();
    expect(await other.restoreBackup(path, passphrase(), async (tokens) => tokens === 2)).toMatchObject({
      tokens: 2,
    });
    expect(keptValue(other, 'b')).toContain('canaryValueB');
  });

  it('that is gone, a folder, a device or a pipe changes nothing', async () => {
    const pipe = join(dirname(path), `pipe-${randomUUID()}`);
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
    for (const none of [`${path}.gone`, dirname(path), '/dev/zero', pipe]) {
      const refused = await failureOf(() => other.restoreBackup(none, passphrase()));
      expect(refused, none).toMatchObject({ code: 'file' });
      expect(refused.sentence).toMatch(none.endsWith('.gone') ? /cannot be read/ : /device or a pipe/);
    }
    untouched();
  });

  it('does not open when it holds the key check of another vault', async () => {
    new DatabaseSync(path).exec("UPDATE meta SET value = randomblob(32) WHERE name = 'key_check'");
    expect(await codeOf(() => other.restoreBackup(path, passphrase()))).toBe('wrong-passphrase');
    untouched();
  });

  it('only reads the file, which is the same afterwards', async () => {
    const before = readFileSync(path);
    await other.restoreBackup(path, passphrase());
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(keptValue(other, 'b')).toContain('canaryValueB');
  });
});
