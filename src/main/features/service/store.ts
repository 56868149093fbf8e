import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { accessPurpose } from '../../../shared/contract/access.ts';
import { serviceApp } from '../../../shared/contract/service.ts';
import { tokenProfile } from '../../../shared/contract/tokens.ts';
import { Failed } from '../../base/failure.ts';
import type { Secret } from '../../base/secret.ts';
import { CellUnreadable } from '../../vault/cells.ts';
import type { Vault } from '../../vault/vault.ts';
import { words } from './words.ts';

/** What the vault keeps of an app beside its key. Apps of earlier versions have no profile and no job of their own. */
const appFacts = serviceApp
  .pick({ madeAt: true, kid: true, jwk: true, clientId: true, lastTest: true })
  .extend({ profile: tokenProfile.nullable().default(null), job: accessPurpose.nullable().default(null) });
/** What is kept of an app. `profile` and `job` are null while the app uses its token's. */
export type AppFacts = z.infer<typeof appFacts>;

/** A kept app. */
export interface KeptApp {
  readonly id: string;
  readonly orgId: string;
  readonly tokenId: string | null;
  /** Null when they cannot be decrypted. */
  readonly facts: AppFacts | null;
  /** Whether its private key can be decrypted. */
  readonly readable: boolean;
}

interface Row {
  id: string;
  cell_id: string;
  org_id: string;
  token_id: string | null;
  app: Uint8Array;
  key: Uint8Array;
}

const appCell = (cellId: string) => ({ table: 'service_apps', rowId: cellId, column: 'app' });
const keyCell = (cellId: string) => ({ table: 'service_apps', rowId: cellId, column: 'key' });

/** Keeps OAuth service apps with their private keys. Both are sealed. */
export class ServiceStore {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** Returns all apps, oldest first. */
  list(): KeptApp[] {
    return this.#vault
      .read<Row>('SELECT * FROM service_apps ORDER BY created_at, id')
      .map((row) => this.#view(row));
  }

  /** Returns one app. Throws Failed `not-found`. */
  get(id: string): KeptApp {
    return this.#view(this.#row(id));
  }

  /** Returns the app that replaces a token, or null. */
  ofToken(tokenId: string): KeptApp | null {
    const [row] = this.#vault.read<Row>('SELECT * FROM service_apps WHERE token_id = ?', tokenId);
    return row === undefined ? null : this.#view(row);
  }

  /**
   * Returns an app's private key as PKCS #8. The caller wipes it. Throws Failed `not-found`, or `vault-problem` when it cannot be decrypted.
   */
  key(id: string): Secret {
    const row = this.#row(id);
    try {
      return this.#vault.openSecret(keyCell(row.cell_id), row.key);
    } catch (error) {
      if (!(error instanceof CellUnreadable)) throw error;
      throw new Failed('vault-problem', words.store.damaged, words.store.makeNewKey);
    }
  }

  /** Keeps a new app with its key. Returns its id. Call it in the transaction that keeps the app's org. */
  add(orgId: string, tokenId: string | null, facts: AppFacts, key: Secret, now: number): string {
    const id = randomUUID();
    this.#vault.write(
      'INSERT INTO service_apps (id, cell_id, org_id, token_id, created_at, app, key) VALUES (?1, ?1, ?2, ?3, ?4, ?5, ?6)',
      id,
      orgId,
      tokenId,
      now,
      this.#sealed(id, facts),
      this.#vault.sealSecret(keyCell(id), key),
    );
    return id;
  }

  /** Changes what is kept of an app. Its key stays. */
  update(id: string, facts: AppFacts): void {
    this.#vault.write(
      'UPDATE service_apps SET app = ? WHERE id = ?',
      this.#sealed(this.#row(id).cell_id, facts),
      id,
    );
  }

  /** Changes an app's key, and what is kept of the app, in one write. */
  replaceKey(id: string, facts: AppFacts, key: Secret): void {
    const cellId = this.#row(id).cell_id;
    this.#vault.write(
      'UPDATE service_apps SET app = ?, key = ? WHERE id = ?',
      this.#sealed(cellId, facts),
      this.#vault.sealSecret(keyCell(cellId), key),
      id,
    );
  }

  /** Removes an app with its key. */
  remove(id: string): void {
    this.#vault.write('DELETE FROM service_apps WHERE id = ?', id);
  }

  #row(id: string): Row {
    const [row] = this.#vault.read<Row>('SELECT * FROM service_apps WHERE id = ?', id);
    if (row === undefined) throw new Failed('not-found', words.store.notKept, words.store.addIt);
    return row;
  }

  #view(row: Row): KeptApp {
    return {
      id: row.id,
      orgId: row.org_id,
      tokenId: row.token_id,
      facts: this.#open(() => this.#vault.openJson(appCell(row.cell_id), appFacts, row.app)),
      readable: this.#open(() => this.#vault.openSecret(keyCell(row.cell_id), row.key).wipe()) !== null,
    };
  }

  /** Returns null for a cell that cannot be decrypted. Other cells stay readable. */
  #open<T>(work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      if (error instanceof CellUnreadable) return null;
      throw error;
    }
  }

  #sealed(cellId: string, facts: AppFacts): Buffer {
    return this.#vault.sealJson(appCell(cellId), appFacts.parse(facts));
  }
}
