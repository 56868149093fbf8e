import { z } from 'zod';
import { accessPurpose, logUse, type Xray, xray } from '../../../shared/contract/access.ts';
import { clockSlackMs } from '../../../shared/time-words.ts';
import { CellUnreadable } from '../../vault/cells.ts';
import type { Vault } from '../../vault/vault.ts';

const keptPerToken = 100;

const note = z.object({ purpose: accessPurpose.nullable(), logUse: logUse.nullable() });
/** What the vault keeps about a token beside its X-rays: its purpose, and what the System Log showed. */
export type AccessNote = z.infer<typeof note>;

/** Keeps the last hundred X-rays of each token, and each token's purpose. The vault seals all of it. */
export class AccessStore {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** Keeps one X-ray of the value with this number, and removes the oldest beyond a hundred. */
  keep(tokenId: string, record: Xray, valueNo: number): void {
    this.#vault.transaction(() => {
      this.#vault.write(
        'INSERT INTO xrays (id, token_id, at, record, value_no) VALUES (?, ?, ?, ?, ?)',
        record.id,
        tokenId,
        record.at,
        this.#vault.sealJson(recordCell(record.id), record),
        valueNo,
      );
      // A wrong clock has dated an earlier result, which must not stay the newest.
      this.#vault.write(
        'UPDATE xrays SET at = ?1 WHERE token_id = ?2 AND at > ?1 + ?3',
        record.at,
        tokenId,
        clockSlackMs,
      );
      this.#vault.write(
        `DELETE FROM xrays WHERE token_id = ?1 AND id NOT IN
           (SELECT id FROM xrays WHERE token_id = ?1 ORDER BY at DESC, rowid DESC LIMIT ${keptPerToken})`,
        tokenId,
      );
    });
  }

  /** Returns the X-rays of a token's present value, newest first. It leaves out an X-ray that cannot be decrypted. */
  list(tokenId: string, limit: number): Xray[] {
    return this.#vault
      .read<{ id: string; record: Uint8Array }>(
        `SELECT xrays.id, record FROM xrays JOIN tokens ON tokens.id = token_id AND tokens.value_no = xrays.value_no
           WHERE token_id = ? ORDER BY at DESC, xrays.rowid DESC LIMIT ?`,
        tokenId,
        limit,
      )
      .flatMap((row) => this.#open(recordCell(row.id), xray, row.record) ?? []);
  }

  /** Returns what the vault keeps about a token beside its X-rays. A note that cannot be decrypted counts as none. */
  note(tokenId: string): AccessNote {
    const [row] = this.#vault.read<{ note: Uint8Array }>(
      'SELECT note FROM access_notes WHERE token_id = ?',
      tokenId,
    );
    const kept = row === undefined ? null : this.#open(noteCell(tokenId), note, row.note);
    return kept ?? { purpose: null, logUse: null };
  }

  /** Returns the ids of the tokens that have a note beside their X-rays. */
  withNote(): string[] {
    return this.#vault
      .read<{ token_id: string }>('SELECT token_id FROM access_notes')
      .map(({ token_id: tokenId }) => tokenId);
  }

  /** Changes the note beside the X-rays. */
  setNote(tokenId: string, change: Partial<AccessNote>): void {
    const sealed = this.#vault.sealJson(noteCell(tokenId), note.parse({ ...this.note(tokenId), ...change }));
    this.#vault.write(
      'INSERT INTO access_notes (token_id, note) VALUES (?, ?) ON CONFLICT (token_id) DO UPDATE SET note = excluded.note',
      tokenId,
      sealed,
    );
  }

  #open<T>(cell: Parameters<Vault['openJson']>[0], schema: z.ZodType<T>, sealed: Uint8Array): T | null {
    try {
      return this.#vault.openJson(cell, schema, sealed);
    } catch (error) {
      if (error instanceof CellUnreadable) return null;
      throw error;
    }
  }
}

const recordCell = (id: string) => ({ table: 'xrays', rowId: id, column: 'record' });
const noteCell = (tokenId: string) => ({ table: 'access_notes', rowId: tokenId, column: 'note' });
