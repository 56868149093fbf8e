import type { z } from 'zod';
import { type ServiceApp, serviceApp } from '../../../shared/contract/service.ts';
import { Failed } from '../../base/failure.ts';
import type { Secret } from '../../base/secret.ts';
import { CellUnreadable } from '../../vault/cells.ts';
import type { Vault } from '../../vault/vault.ts';
import { words } from './words.ts';

const appCell = (tokenId: string) => ({ table: 'service_apps', rowId: tokenId, column: 'app' });
const keyCell = (tokenId: string) => ({ table: 'service_apps', rowId: tokenId, column: 'key' });

/** Keeps the service app that will replace a token, and the app's private key. Both are sealed. */
export class ServiceStore {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** Returns the app. Returns null when there is none or when it cannot be decrypted. */
  app(tokenId: string): ServiceApp | null {
    const [row] = this.#vault.read<{ app: Uint8Array }>(
      'SELECT app FROM service_apps WHERE token_id = ?',
      tokenId,
    );
    if (row === undefined) return null;
    try {
      return this.#vault.openJson(appCell(tokenId), serviceApp, row.app);
    } catch (error) {
      if (error instanceof CellUnreadable) return null;
      throw error;
    }
  }

  /**
   * Returns the app's private key as PKCS #8. The caller wipes it. Throws Failed `not-found`, or `vault-problem` when it cannot be
   * decrypted.
   */
  key(tokenId: string): Secret {
    const [row] = this.#vault.read<{ key: Uint8Array }>(
      'SELECT key FROM service_apps WHERE token_id = ?',
      tokenId,
    );
    if (row === undefined) throw new Failed('not-found', words.store.noKeyMade, words.store.makeOneFirst);
    try {
      return this.#vault.openSecret(keyCell(tokenId), row.key);
    } catch (error) {
      if (!(error instanceof CellUnreadable)) throw error;
      throw new Failed('vault-problem', words.store.damaged, words.store.makeNewKey);
    }
  }

  /** Keeps a new app with its key, in place of an earlier one. */
  begin(tokenId: string, app: ServiceApp, key: Secret): void {
    this.#vault.write(
      'INSERT INTO service_apps (token_id, app, key) VALUES (?1, ?2, ?3) ON CONFLICT (token_id) DO UPDATE SET app = ?2, key = ?3',
      tokenId,
      this.#sealed(tokenId, app),
      this.#vault.sealSecret(keyCell(tokenId), key),
    );
  }

  /** Changes the facts about the app. Its key stays. */
  update(tokenId: string, app: ServiceApp): void {
    this.#vault.write(
      'UPDATE service_apps SET app = ? WHERE token_id = ?',
      this.#sealed(tokenId, app),
      tokenId,
    );
  }

  forget(tokenId: string): void {
    this.#vault.write('DELETE FROM service_apps WHERE token_id = ?', tokenId);
  }

  #sealed(tokenId: string, app: z.input<typeof serviceApp>): Buffer {
    return this.#vault.sealJson(appCell(tokenId), serviceApp.parse(app));
  }
}
