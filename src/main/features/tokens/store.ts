import { randomBytes, randomUUID } from 'node:crypto';
import type { Check } from '../../../shared/check.ts';
import type { TestRecord } from '../../../shared/contract/testing.ts';
import type { Token, TokenProfile } from '../../../shared/contract/tokens.ts';
import { Failed } from '../../base/failure.ts';
import { Secret } from '../../base/secret.ts';
import { CellUnreadable } from '../../vault/cells.ts';
import type { KeyChange } from '../../vault/key-change.ts';
import { RowViews } from '../../vault/row-views.ts';
import { type OrgOfValue, OtherOrg, ofItsOrg } from '../../vault/value-of-org.ts';
import type { Vault } from '../../vault/vault.ts';
import { keptIdentity, keptRecord, tokenProfile, tokenRotation } from './kept.compiled.ts';
import { words } from './words.ts';

interface Row {
  id: string;
  org_id: string;
  created_at: number;
  captured_at: number;
  last_accepted_at: number | null;
  revoked_at: number | null;
  rotation_id: string | null;
  rotation_mode: string | null;
  rotation_state: string | null;
  profile: Uint8Array;
  value: Uint8Array;
  identity: Uint8Array;
  test_id: string | null;
  record: Uint8Array | null;
}

const select = `
  SELECT tokens.*, orgs.identity, last.id AS test_id, last.record,
    rotations.id AS rotation_id, rotations.mode AS rotation_mode, rotations.state AS rotation_state
  FROM tokens
  JOIN orgs ON orgs.id = tokens.org_id
  LEFT JOIN rotations ON rotations.token_id = tokens.id AND rotations.ended_at IS NULL
  LEFT JOIN tests AS last ON last.id = (
    SELECT id FROM tests WHERE token_id = tokens.id AND value_no = tokens.value_no ORDER BY at DESC, rowid DESC LIMIT 1)`;

const unreadableProfile: TokenProfile = {
  label: words.store.unreadable,
  purpose: '',
  environment: 'other',
  tags: [],
  consumers: [],
  rotateEveryDays: 90,
};

/** Keeps tokens. A value leaves the store only as a Secret, by `secretOf`. */
export class TokenStore {
  readonly #vault: Vault;
  readonly #views: RowViews<Row, Token>;
  /** The host of each org. Many tokens have the same org, and its identity is decrypted once. */
  readonly #hosts: RowViews<{ id: string; identity: Uint8Array }, { readonly host: string }>;

  constructor(vault: Vault) {
    this.#vault = vault;
    this.#views = new RowViews(vault);
    this.#hosts = new RowViews(vault);
  }

  /** Returns all tokens, oldest first. An unchanged token is the same object as before. */
  list(): Token[] {
    const rows = this.#vault.read<Row>(`${select} ORDER BY tokens.created_at, tokens.id`);
    this.#views.keepOnly(new Set(rows.map(({ id }) => id)));
    this.#hosts.keepOnly(new Set(rows.map(({ org_id }) => org_id)));
    return rows.map((row) => this.#view(row));
  }

  /** Returns one token. Throws Failed `not-found`. */
  get(id: string): Token {
    const [row] = this.#vault.read<Row>(`${select} WHERE tokens.id = ?`, id);
    if (row === undefined) throw new Failed('not-found', words.store.gone);
    return this.#view(row);
  }

  /**
   * Returns a token's value. The caller wipes it. Throws Failed `vault-problem` when the cell cannot be decrypted, or when the value was kept
   * for another org than its row names. The person must then paste the token again.
   */
  secretOf(id: string): Secret {
    const [row] = this.#vault.read<OrgOfValue & { value: Uint8Array; revoked_at: number | null }>(
      `SELECT value, value_tag AS tag, revoked_at, org_id, identity
         FROM tokens JOIN orgs ON orgs.id = tokens.org_id WHERE tokens.id = ?`,
      id,
    );
    if (row === undefined) throw new Failed('not-found', words.store.gone);
    if (row.revoked_at !== null) {
      throw new Failed('not-found', words.store.revoked);
    }
    try {
      return ofItsOrg(this.#vault, row, this.#vault.openSecret(valueCell(id), row.value));
    } catch (error) {
      const isMoved = error instanceof OtherOrg;
      if (!isMoved && !(error instanceof CellUnreadable)) throw error;
      const why = isMoved ? words.store.otherOrg : words.store.damaged;
      throw new Failed('vault-problem', why, words.store.pasteOrMake);
    }
  }

  /** Returns the number of a token's present value. The next value gets the next number. Throws Failed `not-found`. */
  valueNoOf(id: string): number {
    const [row] = this.#vault.read<{ value_no: number }>('SELECT value_no FROM tokens WHERE id = ?', id);
    if (row === undefined) throw new Failed('not-found', words.store.gone);
    return row.value_no;
  }

  /** Returns the label of the token with exactly this value in this org, or null. */
  labelOfValue(origin: string, secret: Secret): string | null {
    const id = this.idOfValue(origin, secret);
    return id === null ? null : this.get(id).label;
  }

  /** Keeps a new token. Call it in the transaction that keeps the token's org. Throws Failed `already-kept`. */
  add(orgId: string, origin: string, profile: TokenProfile, secret: Secret, now: number): string {
    const tag = this.#tag(origin, secret);
    const kept = this.#idOfTag(tag);
    if (kept !== null) throw this.#alreadyKept(kept);
    const id = randomUUID();
    this.#vault.write(
      'INSERT INTO tokens (id, org_id, created_at, captured_at, last_accepted_at, profile, value, value_tag) VALUES (?, ?, ?, ?, NULL, ?, ?, ?)',
      id,
      orgId,
      now,
      now,
      this.#vault.sealJson(profileCell(id), tokenProfile.parse(profile)),
      this.#vault.sealSecret(valueCell(id), secret),
      tag,
    );
    return id;
  }

  /**
   * Replaces the token's own value. The facts about the earlier value then no longer count, but the same value keeps its facts.
   * `capturedAt` is when the value was captured. Throws Failed `already-kept` when another token has this value.
   */
  replaceValue(id: string, origin: string, secret: Secret, capturedAt: number): void {
    const tag = this.#tag(origin, secret);
    const kept = this.#idOfTag(tag);
    if (kept !== null && kept !== id) throw this.#alreadyKept(kept);
    this.#vault.write(
      `UPDATE tokens SET value = ?1, value_tag = ?2, captured_at = ?3, revoked_at = NULL,
         value_no = value_no + (value_tag <> ?2),
         last_accepted_at = CASE WHEN value_tag = ?2 THEN last_accepted_at END
       WHERE id = ?4`,
      this.#vault.sealSecret(valueCell(id), secret),
      tag,
      capturedAt,
      id,
    );
  }

  /** Notes that Okta accepted a call with a token, so its 30 days start again. */
  noteUse(id: string, at: number): void {
    this.#vault.write('UPDATE tokens SET last_accepted_at = ? WHERE id = ?', at, id);
  }

  /** Notes that the revocation of a token was proven. The value goes and the rest stays. */
  markRevoked(id: string, at: number): void {
    const nothing = Secret.fromBytes(Buffer.alloc(0));
    this.#vault.write(
      'UPDATE tokens SET value = ?, value_tag = ?, revoked_at = ? WHERE id = ?',
      this.#vault.sealSecret(valueCell(id), nothing),
      randomBytes(32),
      at,
      id,
    );
  }

  /** Returns Okta's ids of the other kept tokens, as far as their last tests told them. */
  oktaIdsBesides(tokenId: string | null): string[] {
    return this.list().flatMap(({ id, known }) => (id === tokenId ? [] : (known?.oktaTokenId ?? [])));
  }

  /** Changes a person's own details of a token. */
  update(id: string, change: Partial<TokenProfile>): Token {
    const token = this.get(id);
    const profile = tokenProfile.parse({ ...token, ...change });
    this.#vault.write(
      'UPDATE tokens SET profile = ? WHERE id = ?',
      this.#vault.sealJson(profileCell(id), profile),
      id,
    );
    return this.get(id);
  }

  /** Removes a token with its results. */
  remove(id: string): void {
    this.#vault.write('DELETE FROM tokens WHERE id = ?', id);
  }

  /**
   * Called when the vault gets another data key. Makes new hashes for finding values. A value that cannot be decrypted, or whose org
   * cannot, is no longer found. `originOf` returns an org's origin.
   */
  followKey(change: KeyChange, originOf: (orgId: string) => string | null): void {
    for (const { id, org_id, value } of change.read<Pick<Row, 'id' | 'org_id' | 'value'>>(
      'SELECT id, org_id, value FROM tokens WHERE revoked_at IS NULL',
    )) {
      const tag = change.tagAnew(originOf(org_id), valueCell(id), value);
      change.write('UPDATE tokens SET value_tag = ? WHERE id = ?', tag, id);
    }
  }

  /**
   * Returns the id of the token with exactly this value in this org, or null. A value that a rotation holds beside the token also counts.
   */
  idOfValue(origin: string, secret: Secret): string | null {
    return this.#idOfTag(this.#tag(origin, secret));
  }

  #idOfTag(tag: Buffer): string | null {
    const [row] = this.#vault.read<{ id: string }>(
      'SELECT id FROM tokens WHERE value_tag = ?1 UNION ALL SELECT token_id FROM rotations WHERE other_tag = ?1',
      tag,
    );
    return row?.id ?? null;
  }

  #alreadyKept(id: string): Failed {
    return new Failed('already-kept', words.store.alreadyKept(this.get(id).label), words.store.useThatOne);
  }

  #tag(origin: string, secret: Secret): Buffer {
    return secret.use((bytes) => this.#vault.tag(origin, bytes));
  }

  #view(row: Row): Token {
    return this.#views.of(row, () => this.#made(row));
  }

  #made(row: Row): Token {
    const record = this.#lastTest(row);
    const { fingerprint, readable } =
      row.revoked_at === null ? this.#fingerprint(row) : { fingerprint: '', readable: true };
    return {
      ...this.#open(profileCell(row.id), tokenProfile, row.profile, unreadableProfile),
      id: row.id,
      orgId: row.org_id,
      orgHost: this.#hostOf(row),
      fingerprint,
      readable,
      createdAt: row.created_at,
      capturedAt: row.captured_at,
      lastAcceptedAt: row.last_accepted_at,
      lastTest: record,
      known: record?.facts ?? null,
      revokedAt: row.revoked_at,
      rotation:
        row.rotation_id === null
          ? null
          : tokenRotation.parse({
              id: row.rotation_id,
              mode: row.rotation_mode,
              state: row.rotation_state,
            }),
    };
  }

  #hostOf({ org_id: id, identity }: Row): string {
    const cell = { table: 'orgs', rowId: id, column: 'identity' };
    const org = { id, identity };
    return this.#hosts.of(org, () => ({ host: this.#vault.openJson(cell, keptIdentity, identity).host }))
      .host;
  }

  #lastTest(row: Row): TestRecord | null {
    if (row.test_id === null || row.record === null) return null;
    return this.#open({ table: 'tests', rowId: row.test_id, column: 'record' }, keptRecord, row.record, null);
  }

  #fingerprint(row: Row): { fingerprint: string; readable: boolean } {
    try {
      using secret = this.#vault.openSecret(valueCell(row.id), row.value);
      return { fingerprint: secret.fingerprint, readable: true };
    } catch (error) {
      if (error instanceof CellUnreadable) return { fingerprint: '', readable: false };
      throw error;
    }
  }

  /** Opens one cell. A cell that cannot be decrypted affects only itself. */
  #open<T>(cell: Parameters<Vault['openJson']>[0], schema: Check<T>, sealed: Uint8Array, otherwise: T): T {
    try {
      return this.#vault.openJson(cell, schema, sealed);
    } catch (error) {
      if (error instanceof CellUnreadable) return otherwise;
      throw error;
    }
  }
}

const profileCell = (id: string) => ({ table: 'tokens', rowId: id, column: 'profile' });
const valueCell = (id: string) => ({ table: 'tokens', rowId: id, column: 'value' });
