import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  type KeepAlive,
  type KeepAliveSetting,
  keepAliveSetting,
  type Notice,
  notice,
} from '../../../shared/contract/life.ts';
import { clockSlackMs } from '../../../shared/time-words.ts';
import { CellUnreadable } from '../../vault/cells.ts';
import type { Vault } from '../../vault/vault.ts';

interface NoticeRow {
  id: string;
  /** The token or the app that the notice is about. */
  of: string;
  at: number;
  seen: number;
  notice: Uint8Array;
}

const select = 'SELECT id, coalesce(token_id, app_id) AS of, at, seen, notice FROM notices';

const kept = notice.pick({
  kind: true,
  label: true,
  orgHost: true,
  sentence: true,
  before: true,
  after: true,
});
const noticeCell = (id: string) => ({ table: 'notices', rowId: id, column: 'notice' });
const keptAlive = z.object({ setting: keepAliveSetting.nullable(), lastWord: z.string() });
const keepCell = (tokenId: string) => ({ table: 'keep_alive', rowId: tokenId, column: 'setting' });
const mostNotices = 500;

/** Keeps the notices about tokens and apps, each reported once by its key, and the settings of keep alive. */
export class LifeStore {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  transaction<T>(work: () => T): T {
    return this.#vault.transaction(work);
  }

  /** Returns the notices, newest first. */
  notices(): Notice[] {
    return this.#vault
      .read<NoticeRow>(`${select} WHERE notice IS NOT NULL ORDER BY rowid DESC LIMIT ${mostNotices}`)
      .flatMap((row) => {
        try {
          const opened = this.#vault.openJson(noticeCell(row.id), kept, row.notice);
          return [{ ...opened, id: row.id, tokenId: row.of, at: row.at, seen: row.seen === 1 }];
        } catch (error) {
          if (error instanceof CellUnreadable) return [];
          throw error;
        }
      });
  }

  /** Returns whether something with this key was already reported or skipped. */
  wasSaid(key: string): boolean {
    return this.#vault.read('SELECT 1 FROM notices WHERE key = ?', key).length > 0;
  }

  /**
   * Lets everything be reported again that was reported or skipped at a time which is still to come: a wrong clock said so, and a warning of
   * that time says nothing about the right one. The notices stay.
   */
  freeLaterThan(now: number): void {
    this.#vault.write('UPDATE notices SET key = id WHERE at > ?', now + clockSlackMs);
  }

  /** Keeps a notice under its key. */
  say(key: string, said: Omit<Notice, 'id' | 'seen'>): void {
    const id = randomUUID();
    this.#vault.write(
      `INSERT INTO notices (id, ${said.kind === 'key-due' ? 'app_id' : 'token_id'}, key, at, seen, shown, notice) VALUES (?, ?, ?, ?, 0, 0, ?)`,
      id,
      said.tokenId,
      key,
      said.at,
      this.#vault.sealJson(noticeCell(id), kept.parse(said)),
    );
  }

  /** Marks a key as reported, without a notice. */
  passBy(key: string, tokenId: string, at: number): void {
    this.#vault.write(
      'INSERT OR IGNORE INTO notices (id, token_id, key, at, seen, shown, notice) VALUES (?, ?, ?, ?, 1, 1, NULL)',
      randomUUID(),
      tokenId,
      key,
      at,
    );
  }

  markSeen(): void {
    this.#vault.write('UPDATE notices SET seen = 1 WHERE seen = 0');
  }

  /**
   * Returns the notices that the system has not shown yet, and marks them as shown. `told` are the keys that the system showed while
   * Keyturn was locked.
   */
  takeUnshown(told: readonly string[]): { kind: Notice['kind']; tokenId: string }[] {
    return this.#vault.transaction(() => {
      for (const key of told) this.#vault.write('UPDATE notices SET shown = 1 WHERE key = ?', key);
      const rows = this.#vault.read<NoticeRow>(`${select} WHERE shown = 0 ORDER BY rowid`);
      this.#vault.write('UPDATE notices SET shown = 1 WHERE shown = 0');
      return rows.flatMap((row) => {
        try {
          return [{ kind: this.#vault.openJson(noticeCell(row.id), kept, row.notice).kind, tokenId: row.of }];
        } catch (error) {
          if (error instanceof CellUnreadable) return [];
          throw error;
        }
      });
    });
  }

  keepAliveOf(tokenId: string): KeepAlive {
    const [row] = this.#vault.read<{ setting: Uint8Array; last_at: number | null }>(
      'SELECT setting, last_at FROM keep_alive WHERE token_id = ?',
      tokenId,
    );
    if (row === undefined) return { setting: null, lastAt: null, lastWord: '' };
    try {
      return { ...this.#vault.openJson(keepCell(tokenId), keptAlive, row.setting), lastAt: row.last_at };
    } catch (error) {
      // Keep alive is opt-in, so a setting that cannot be decrypted is off.
      if (error instanceof CellUnreadable) return { setting: null, lastAt: row.last_at, lastWord: '' };
      throw error;
    }
  }

  setKeepAlive(tokenId: string, setting: KeepAliveSetting | null): void {
    const { lastAt, lastWord } = this.keepAliveOf(tokenId);
    this.#putKeepAlive(tokenId, setting, lastAt, lastWord);
  }

  keptAlive(tokenId: string, at: number, word: string): void {
    this.#putKeepAlive(tokenId, this.keepAliveOf(tokenId).setting, at, word);
  }

  #putKeepAlive(
    tokenId: string,
    setting: KeepAliveSetting | null,
    lastAt: number | null,
    lastWord: string,
  ): void {
    this.#vault.write(
      `INSERT INTO keep_alive (token_id, setting, last_at) VALUES (?, ?, ?)
       ON CONFLICT (token_id) DO UPDATE SET setting = excluded.setting, last_at = excluded.last_at`,
      tokenId,
      this.#vault.sealJson(keepCell(tokenId), { setting, lastWord: lastWord.slice(0, 40) }),
      lastAt,
    );
  }
}
