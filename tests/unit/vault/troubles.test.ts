import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { CellUnreadable } from '../../../src/main/vault/cells.ts';
import { addToken, keptValue } from './contents.ts';
import { bytesOf, file, made, newFolder, open } from './helpers.ts';
import { MemoryKeyring } from './memory-keyring.ts';

describe('a problem leaves the file unchanged and names a next step', () => {
  it('lost key', async () => {
    const { folder } = await made();
    const before = bytesOf(folder);
    const vault = open(folder, new MemoryKeyring());
    const { problem } = await vault.start();
    expect(problem).toMatchObject({ code: 'key-lost', tokens: 2 });
    expect(problem?.sentence).toContain('2 tokens');
    expect(problem?.actions).toContain('begin-anew');
    expect(problem?.actions).not.toContain('recovery-key');
    vault.close();
    expect(bytesOf(folder).equals(before)).toBe(true);
  });

  it('wrong key: the file of another vault under the same keyring entry', async () => {
    const one = await made();
    const two = newFolder();
    const other = open(two, one.keyring);
    await other.start();
    other.close();
    const db = new DatabaseSync(file(one.folder));
    const theirs = new DatabaseSync(file(two));
    const [row] = theirs.prepare('SELECT wrapped FROM keys').all();
    db.prepare('UPDATE keys SET wrapped = ?').run(row?.wrapped as Uint8Array);
    db.close();
    theirs.close();
    expect(await open(one.folder, one.keyring).start()).toMatchObject({
      phase: 'problem',
      problem: { code: 'key-wrong' },
    });
  });

  it('newer version', async () => {
    const { folder, keyring } = await made();
    const db = new DatabaseSync(file(folder));
    db.exec('PRAGMA user_version = 99');
    db.close();
    const before = bytesOf(folder);
    const vault = open(folder, keyring);
    expect(await vault.start()).toMatchObject({ problem: { code: 'newer-version' } });
    vault.close();
    expect(bytesOf(folder).equals(before)).toBe(true);
  });

  it('damaged page', async () => {
    const { folder, keyring } = await made();
    const bytes = bytesOf(folder);
    bytes.fill(0xa5, 4096, 8192);
    writeFileSync(file(folder), bytes);
    const vault = open(folder, keyring);
    expect(await vault.start()).toMatchObject({ phase: 'problem', problem: { code: 'damaged' } });
    vault.close();
    expect(bytesOf(folder).equals(bytes)).toBe(true);
  });

  it.each([
    ['another kind of file', Buffer.from('Dear diary,\n'.repeat(400))],
    ['an empty file', Buffer.alloc(0)],
  ])('%s', async (_name, content) => {
    const { folder, keyring } = await made();
    writeFileSync(file(folder), content);
    const vault = open(folder, keyring);
    expect(await vault.start()).toMatchObject({ problem: { code: 'not-a-vault' } });
    expect(bytesOf(folder).equals(content)).toBe(true);
    const { oldFile } = await vault.beginAnew();
    expect(vault.status().phase).toBe('open');
    expect(readFileSync(oldFile).equals(content)).toBe(true);
  });

  it('a second process with the file', async () => {
    const { folder, keyring } = await made();
    const first = open(folder, keyring);
    await first.start();
    const second = open(folder, keyring);
    expect(await second.start()).toMatchObject({ phase: 'problem', problem: { code: 'in-use' } });
    first.close();
    expect((await second.retry()).phase).toBe('open');
  });

  const mount = (...args: string[]) => spawnSync('mount', args).status === 0;

  it('read-only folder (a read-only mount, where this account may mount)', async ({ skip }) => {
    const { folder, keyring } = await made();
    if (!(mount('--bind', folder, folder) && mount('-o', 'remount,ro,bind', folder)))
      skip('mount is not allowed here');
    try {
      const vault = open(folder, keyring);
      expect(await vault.start()).toMatchObject({ phase: 'problem', problem: { code: 'read-only' } });
      vault.close();
    } finally {
      spawnSync('umount', [folder]);
    }
    expect((await open(folder, keyring).start()).phase).toBe('open');
  });

  it('full disk (a separate small file system, if this account may mount)', async ({ skip }) => {
    const { folder, keyring } = await made();
    const kept = bytesOf(folder);
    if (!mount('-t', 'tmpfs', '-o', 'size=1m,mode=700', 'tmpfs', folder)) skip('mount is not allowed here');
    try {
      writeFileSync(file(folder), kept, { mode: 0o600 });
      const vault = open(folder, keyring);
      expect((await vault.start()).phase).toBe('open');
      let added = 0;
      const fill = () => {
        for (; added < 500; added++) addToken(vault, `t${added}`, `00value${added}`.padEnd(900, 'x'));
      };
      expect(fill).toThrow('The disk is full, so nothing was changed.');
      expect(added).toBeGreaterThan(5);
      expect(vault.read('SELECT id FROM tokens')).toHaveLength(2 + added);
      vault.close();
      const again = open(folder, keyring);
      const { phase, problem } = await again.start();
      if (phase === 'open') expect(keptValue(again, 'a')).toContain('canaryValueA');
      else expect(problem?.code).toBe('disk-full');
      again.close();
    } finally {
      spawnSync('umount', [folder]);
    }
  });

  it('one cell that does not open costs only that token', async () => {
    const { folder, keyring } = await made();
    const db = new DatabaseSync(file(folder));
    db.exec("UPDATE tokens SET value = (SELECT value FROM tokens WHERE id = 'b') WHERE id = 'a'");
    db.close();
    const vault = open(folder, keyring);
    expect((await vault.start()).phase).toBe('open');
    expect(() => keptValue(vault, 'a')).toThrow(CellUnreadable);
    expect(keptValue(vault, 'b')).toContain('canaryValueB');
  });
});
