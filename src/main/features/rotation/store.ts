import { randomUUID } from 'node:crypto';
import { type Rotation, rotation as rotationSchema } from '../../../shared/contract/rotation.ts';
import { Failed } from '../../base/failure.ts';
import type { Secret } from '../../base/secret.ts';
import { CellUnreadable } from '../../vault/cells.ts';
import type { KeyChange } from '../../vault/key-change.ts';
import { type OrgOfValue, OtherOrg, ofItsOrg } from '../../vault/value-of-org.ts';
import type { Vault } from '../../vault/vault.ts';
import { words } from './words.ts';

interface Row {
  id: string;
  record: Uint8Array;
}

const recordCell = (id: string) => ({ table: 'rotations', rowId: id, column: 'record' });
const otherCell = (id: string) => ({ table: 'rotations', rowId: id, column: 'other' });

/** Keeps rotations on disk: the record, and the one value that is held beside the token's own. */
export class RotationStore {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** Runs all of `work` or nothing of it. */
  transaction<T>(work: () => T): T {
    return this.#vault.transaction(work);
  }

  /** Returns every rotation, newest first. It leaves out a rotation whose record cannot be decrypted. */
  list(): Rotation[] {
    return this.#vault.read<Row>('SELECT id, record FROM rotations ORDER BY rowid DESC').flatMap((row) => {
      try {
        return [this.#open(row)];
      } catch (error) {
        if (error instanceof CellUnreadable) return [];
        throw error;
      }
    });
  }

  /** Returns one rotation. Throws Failed `not-found`. */
  get(id: string): Rotation {
    const [row] = this.#vault.read<Row>('SELECT id, record FROM rotations WHERE id = ?', id);
    if (row === undefined) throw new Failed('not-found', words.store.gone);
    return this.#open(row);
  }

  /** Returns the token's rotation that has not ended, or null. */
  openOf(tokenId: string): Rotation | null {
    const [row] = this.#vault.read<Row>(
      'SELECT id, record FROM rotations WHERE token_id = ? AND ended_at IS NULL',
      tokenId,
    );
    return row === undefined ? null : this.#open(row);
  }

  newId(): string {
    return randomUUID();
  }

  add(rotation: Rotation): void {
    this.#vault.write(
      'INSERT INTO rotations (id, token_id, mode, state, started_at, ended_at, record) VALUES (?, ?, ?, ?, ?, ?, ?)',
      rotation.id,
      rotation.tokenId,
      rotation.mode,
      rotation.state,
      rotation.startedAt,
      rotation.endedAt,
      this.#vault.sealJson(recordCell(rotation.id), rotation),
    );
  }

  /** Writes the record, and leaves the held value alone. */
  put(rotation: Rotation): void {
    this.#vault.write(
      'UPDATE rotations SET state = ?, ended_at = ?, record = ? WHERE id = ?',
      rotation.state,
      rotation.endedAt,
      this.#vault.sealJson(recordCell(rotation.id), rotation),
      rotation.id,
    );
  }

  /** Holds `secret` beside the token's own value, in place of the earlier one. */
  hold(id: string, origin: string, secret: Secret): void {
    this.#vault.write(
      'UPDATE rotations SET other = ?, other_tag = ? WHERE id = ?',
      this.#vault.sealSecret(otherCell(id), secret),
      secret.use((bytes) => this.#vault.tag(origin, bytes)),
      id,
    );
  }

  /** Forgets the held value. SQLite overwrites it (secure_delete). */
  letGo(id: string): void {
    this.#vault.write('UPDATE rotations SET other = NULL, other_tag = NULL WHERE id = ?', id);
  }

  /** Returns the held value. The caller wipes it. Throws Failed `rotation` when there is none, when it cannot be decrypted, or when it was kept for another org. */
  held(id: string): Secret {
    const [row] = this.#vault.read<OrgOfValue & { other: Uint8Array | null }>(
      `SELECT other, other_tag AS tag, org_id, identity FROM rotations
         JOIN tokens ON tokens.id = rotations.token_id JOIN orgs ON orgs.id = tokens.org_id WHERE rotations.id = ?`,
      id,
    );
    if (row?.other == null) throw new Failed('rotation', words.store.noValue);
    try {
      return ofItsOrg(this.#vault, row, this.#vault.openSecret(otherCell(id), row.other));
    } catch (error) {
      const isMoved = error instanceof OtherOrg;
      if (!isMoved && !(error instanceof CellUnreadable)) throw error;
      throw new Failed(
        'rotation',
        isMoved ? words.store.otherOrg : words.store.damaged,
        words.store.endAndLook,
      );
    }
  }

  /** Returns Okta's ids that rotations know for kept tokens, earlier and new ones, with their orgs. */
  oktaTokenIds(): { orgId: string; oktaTokenId: string }[] {
    const orgs = new Map(
      this.#vault
        .read<{ id: string; org_id: string }>('SELECT id, org_id FROM tokens')
        .map(({ id, org_id }) => [id, org_id]),
    );
    return this.list().flatMap(({ tokenId, oldOktaTokenId, newOktaTokenId }) => {
      const orgId = orgs.get(tokenId);
      return orgId === undefined
        ? []
        : [oldOktaTokenId, newOktaTokenId].flatMap((id) => (id === null ? [] : [{ orgId, oktaTokenId: id }]));
    });
  }

  /** Called when the vault gets another data key. Makes new hashes for finding held values. `originOf` returns an org's origin. */
  followKey(change: KeyChange, originOf: (orgId: string) => string | null): void {
    for (const { id, org_id, other } of change.read<{ id: string; org_id: string; other: Uint8Array }>(
      `SELECT rotations.id, org_id, other FROM rotations JOIN tokens ON tokens.id = token_id WHERE other IS NOT NULL`,
    )) {
      const tag = change.tagAnew(originOf(org_id), otherCell(id), other);
      change.write('UPDATE rotations SET other_tag = ? WHERE id = ?', tag, id);
    }
  }

  #open(row: Row): Rotation {
    return this.#vault.openJson(recordCell(row.id), rotationSchema, row.record);
  }
}
