import { type KeyRotation, keyRotation } from '../../../shared/contract/service.ts';
import { Failed } from '../../base/failure.ts';
import type { Secret } from '../../base/secret.ts';
import { CellUnreadable } from '../../vault/cells.ts';
import type { Vault } from '../../vault/vault.ts';
import { words } from './words.ts';

const recordCell = (appId: string) => ({ table: 'app_key_rotations', rowId: appId, column: 'record' });
const otherCell = (appId: string) => ({ table: 'app_key_rotations', rowId: appId, column: 'other' });

/** Keeps the newest key rotation of each app on disk: its record, and the second private key while there are two. Both are sealed. */
export class KeyRotationStore {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** Returns the newest key rotation of an app. Returns null when there was none, or when its record cannot be decrypted. */
  of(appId: string): KeyRotation | null {
    const [row] = this.#vault.read<{ record: Uint8Array }>(
      'SELECT record FROM app_key_rotations WHERE app_id = ?',
      appId,
    );
    if (row === undefined) return null;
    try {
      return this.#vault.openJson(recordCell(appId), keyRotation, row.record);
    } catch (error) {
      if (error instanceof CellUnreadable) return null;
      throw error;
    }
  }

  /** Returns the key rotation of an app that has not ended, or null. */
  openOf(appId: string): KeyRotation | null {
    const newest = this.of(appId);
    return newest?.endedAt === null ? newest : null;
  }

  /** Keeps a key rotation with the second key, in place of the app's earlier one. */
  add(appId: string, rotation: KeyRotation, other: Secret): void {
    this.#vault.write(
      `INSERT INTO app_key_rotations (app_id, record, other) VALUES (?, ?, ?)
         ON CONFLICT (app_id) DO UPDATE SET record = excluded.record, other = excluded.other`,
      appId,
      this.#sealed(appId, rotation),
      this.#vault.sealSecret(otherCell(appId), other),
    );
  }

  /** Writes the record, and leaves the second key alone. */
  put(appId: string, rotation: KeyRotation): void {
    this.#vault.write(
      'UPDATE app_key_rotations SET record = ? WHERE app_id = ?',
      this.#sealed(appId, rotation),
      appId,
    );
  }

  /** Holds `other` as the second key, in place of the earlier one. */
  hold(appId: string, other: Secret): void {
    this.#vault.write(
      'UPDATE app_key_rotations SET other = ? WHERE app_id = ?',
      this.#vault.sealSecret(otherCell(appId), other),
      appId,
    );
  }

  /** Destroys the second key. SQLite overwrites it (secure_delete). */
  letGo(appId: string): void {
    this.#vault.write('UPDATE app_key_rotations SET other = NULL WHERE app_id = ?', appId);
  }

  /** Returns the second key as PKCS #8. The caller wipes it. Throws Failed `rotation` when there is none or when it cannot be decrypted. */
  held(appId: string): Secret {
    const [row] = this.#vault.read<{ other: Uint8Array | null }>(
      'SELECT other FROM app_key_rotations WHERE app_id = ?',
      appId,
    );
    if (row?.other == null) throw new Failed('rotation', words.keyRotation.noSecondKey);
    try {
      return this.#vault.openSecret(otherCell(appId), row.other);
    } catch (error) {
      if (!(error instanceof CellUnreadable)) throw error;
      throw new Failed('rotation', words.keyRotation.secondKeyDamaged, words.keyRotation.endIt);
    }
  }

  #sealed(appId: string, rotation: KeyRotation): Buffer {
    return this.#vault.sealJson(recordCell(appId), keyRotation.parse(rotation));
  }
}
