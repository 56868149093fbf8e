import { z } from 'zod';
import { accessPurpose, logUse, type Xray, xray } from '../../../shared/contract/access.ts';
import { CellUnreadable } from '../../vault/cells.ts';
import { TokenResults } from '../../vault/token-results.ts';
import type { Vault } from '../../vault/vault.ts';

const keptPerToken = 100;

const note = z.object({ purpose: accessPurpose.nullable(), logUse: logUse.nullable() });
/** What the vault keeps about a token beside its X-rays: its purpose, and what the System Log showed. */
export type AccessNote = z.infer<typeof note>;

/** Keeps the last hundred X-rays of each token, and each token's purpose. The vault seals all of it. */
export class AccessStore {
  readonly #vault: Vault;
  readonly #xrays: TokenResults<Xray>;

  constructor(vault: Vault) {
    this.#vault = vault;
    this.#xrays = new TokenResults(vault, 'xrays', xray, keptPerToken);
  }

  /** Keeps one X-ray of the value with this number, and removes the oldest beyond a hundred. */
  keep(tokenId: string, record: Xray, valueNo: number): void {
    this.#xrays.keep(tokenId, record, valueNo);
  }

  /** Returns the X-rays of a token's present value, newest first. It leaves out an X-ray that cannot be decrypted. */
  list(tokenId: string, limit: number): Xray[] {
    return this.#xrays.ofPresentValue(tokenId, limit);
  }

  /** Returns what the vault keeps about a token beside its X-rays. A note that cannot be decrypted counts as none. */
  note(tokenId: string): AccessNote {
    const [row] = this.#vault.read<{ note: Uint8Array }>(
      'SELECT note FROM access_notes WHERE token_id = ?',
      tokenId,
    );
    const kept = row === undefined ? null : this.#openNote(tokenId, row.note);
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

  #openNote(tokenId: string, sealed: Uint8Array): AccessNote | null {
    try {
      return this.#vault.openJson(noteCell(tokenId), note, sealed);
    } catch (error) {
      if (error instanceof CellUnreadable) return null;
      throw error;
    }
  }
}

const noteCell = (tokenId: string) => ({ table: 'access_notes', rowId: tokenId, column: 'note' });
