import { describe, expect, it } from 'vitest';
import { asCsv } from '../../../src/main/features/activity/handlers.ts';
import { ActivityLog } from '../../../src/main/features/activity/store.ts';
import type { Vault } from '../../../src/main/vault/vault.ts';
import { newFolder, open } from '../vault/helpers.ts';

const facts = (n: number) => ({
  at: Date.UTC(2026, 10, 24) + n,
  action: 'token.tested',
  tokenId: null,
  label: `token ${n}`,
  orgHost: 'acme.okta.com',
  outcome: n % 2 === 0 ? 'Working' : 'Timed out',
  requestId: `request-${n}`,
  sentence: `Sentence ${n}.`,
});

async function filled(entries: number): Promise<{ vault: Vault; log: ActivityLog }> {
  const vault = open(newFolder());
  await vault.start();
  const log = new ActivityLog(vault, 'ada');
  for (let n = 1; n <= entries; n++) log.append(facts(n));
  return { vault, log };
}

describe('the record of activity', () => {
  it('reads newest first, page by page, by every word of a filter', async () => {
    const { log } = await filled(1_200);
    expect(log.list({ filter: '', limit: 2 }).map(({ seq }) => seq)).toEqual([1200, 1199]);
    expect(log.list({ filter: '', limit: 2, before: 601 }).map(({ seq }) => seq)).toEqual([600, 599]);
    expect(log.list({ filter: 'timed request-7 ADA', limit: 500 }).every(({ seq }) => seq % 2 === 1)).toBe(
      true,
    );
    expect(log.list({ filter: 'token 3', limit: 1 })[0]).toMatchObject({ who: 'ada', seq: 1193 });
    expect(log.list({ filter: 'nobody', limit: 5 })).toEqual([]);
    expect(log.check()).toMatchObject({ ok: true, entries: 1200 });
  });

  it.each([
    ['a changed time', 'UPDATE activity SET at = at + 1 WHERE seq = 5', 5, /changed/],
    [
      'a changed entry',
      'UPDATE activity SET entry = (SELECT entry FROM activity WHERE seq = 6) WHERE seq = 5',
      5,
      /changed/,
    ],
    [
      'a changed link',
      'UPDATE activity SET mac = (SELECT mac FROM activity WHERE seq = 6) WHERE seq = 5',
      5,
      /changed/,
    ],
    ['one taken out', 'DELETE FROM activity WHERE seq = 5', 5, /missing/],
    ['the first taken out', 'DELETE FROM activity WHERE seq = 1', 1, /missing/],
    ['the end cut off', 'DELETE FROM activity WHERE seq > 7', 8, /cut off/],
    ['all taken out', 'DELETE FROM activity', 1, /cut off/],
  ])('shows %s by its first broken link', async (_name, sql, brokenAt, said) => {
    const { vault, log } = await filled(10);
    vault.write(sql);
    expect(log.check()).toMatchObject({ ok: false, brokenAt, sentence: expect.stringMatching(said) });
  });

  it('shows two that changed places', async () => {
    const { vault, log } = await filled(10);
    vault.transaction(() => {
      vault.write('UPDATE activity SET seq = 100 WHERE seq = 4');
      vault.write('UPDATE activity SET seq = 4 WHERE seq = 5');
      vault.write('UPDATE activity SET seq = 5 WHERE seq = 100');
    });
    expect(log.check()).toMatchObject({ ok: false, brokenAt: 4 });
  });

  it('shows one put in at the end by someone without the key', async () => {
    const { vault, log } = await filled(3);
    vault.write(
      'INSERT INTO activity (seq, at, entry, mac) SELECT 4, at, entry, mac FROM activity WHERE seq = 3',
    );
    expect(log.check().ok).toBe(false);
  });

  it.each([
    ['gone', "DELETE FROM settings WHERE name = 'activity-head'"],
    ['of another vault', "UPDATE settings SET value = x'00' WHERE name = 'activity-head'"],
  ])('continues after its sealed end is %s, and never looks whole again', async (_what, sql) => {
    const { vault, log } = await filled(9);
    vault.write('DELETE FROM activity WHERE seq > 3');
    vault.write(sql);
    expect(log.check()).toMatchObject({
      ok: false,
      sentence: expect.stringMatching(/sealed end .* is missing/),
    });
    log.append(facts(4));
    log.append(facts(5));
    expect(log.check()).toMatchObject({ ok: false, brokenAt: 4 });
  });

  it('is undone with its transaction', async () => {
    const { vault, log } = await filled(2);
    expect(() =>
      vault.transaction(() => {
        log.append(facts(3));
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(log.check()).toMatchObject({ ok: true, entries: 2 });
  });

  it('shows no readable name in the file', async () => {
    const { vault } = await filled(1);
    const [row] = vault.read<{ entry: Uint8Array }>('SELECT entry FROM activity');
    expect(Buffer.from(row?.entry ?? []).toString('latin1')).not.toContain('acme');
  });

  it('is exported for spreadsheets without formulas', () => {
    const csv = asCsv([
      { ...facts(1), seq: 1, who: 'ada', label: '=cmd|calc', sentence: 'a "quoted", text\nof two lines' },
    ]);
    expect(csv.split('\r\n')[1]).toBe(
      `1,2026-11-24T00:00:00.001Z,ada,token.tested,'=cmd|calc,acme.okta.com,Timed out,,request-1,"a ""quoted"", text\nof two lines"`,
    );
  });

  it('is exported with the code of a test, whatever language its words have', () => {
    const tested = {
      ...facts(2),
      seq: 1,
      who: 'ada',
      outcome: 'Nicht angenommen',
      code: 'not-accepted',
    } as const;
    const [head = '', line = ''] = asCsv([tested]).split('\r\n');
    expect(line.split(',')[head.split(',').indexOf('code')]).toBe('not-accepted');
  });
});
