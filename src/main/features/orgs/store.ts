import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { cut } from '../../../shared/clip.ts';
import type { Org, OrgIdentity } from '../../../shared/contract/orgs.ts';
import { Failed } from '../../base/failure.ts';
import { underOkta } from '../../base/okta-domains.ts';
import { CellUnreadable } from '../../vault/cells.ts';
import type { Vault } from '../../vault/vault.ts';
import { keptIdentity } from './kept.compiled.ts';
import { words } from './words.ts';

type KeptIdentity = ReturnType<typeof keptIdentity.parse>;

interface Row {
  id: string;
  identity: Uint8Array;
}

/** Keeps the orgs of kept credentials. An org is added with its first token or app and removed with its last. */
export class OrgStore {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** Returns all orgs, by host. */
  list(): Org[] {
    return this.#vault
      .read<Row & { tokens: number }>(
        'SELECT id, identity, (SELECT count(*) FROM tokens WHERE org_id = orgs.id) AS tokens FROM orgs',
      )
      .map((row) => {
        const identity = this.#identity(row);
        return { ...identity, id: row.id, name: shortName(identity.host), tokenCount: row.tokens };
      })
      .sort((a, b) => a.host.localeCompare(b.host));
  }

  /** Returns one org. Throws Failed `not-found` when none of its credentials is kept any more. */
  get(id: string): Org {
    const found = this.list().find((org) => org.id === id);
    if (found === undefined) {
      throw new Failed('not-found', words.store.noToken, words.store.addOne);
    }
    return found;
  }

  /** Returns the origin for a kept token's calls. Throws Failed `not-found`. */
  originOf(tokenId: string): string {
    return this.#ofToken(tokenId).origin;
  }

  /** Returns the Admin Console's page of API tokens for a kept token. Throws Failed `not-found`. */
  adminUrlOf(tokenId: string): string {
    return this.#ofToken(tokenId).adminUrl;
  }

  #ofToken(tokenId: string): KeptIdentity {
    const [row] = this.#vault.read<Row>(
      'SELECT orgs.id, orgs.identity FROM orgs JOIN tokens ON tokens.org_id = orgs.id WHERE tokens.id = ?',
      tokenId,
    );
    if (row === undefined) throw new Failed('not-found', words.store.gone);
    return this.#identity(row);
  }

  /** Returns the origin of each org that can be decrypted, by its id. */
  origins(): Map<string, string> {
    return new Map(
      this.#vault.read<Row>('SELECT id, identity FROM orgs').flatMap((row) => {
        try {
          return [[row.id, this.#identity(row).origin]];
        } catch (error) {
          if (error instanceof CellUnreadable) return [];
          throw error;
        }
      }),
    );
  }

  /** Returns the org with this origin, or null. */
  byOrigin(origin: string): Org | null {
    return this.list().find((org) => org.origin === origin) ?? null;
  }

  /** Adds an org, or updates its facts. Call it inside the transaction that adds the token or the app. */
  keep(identity: OrgIdentity, now: number): string {
    const known = this.byOrigin(identity.origin);
    const id = known?.id ?? randomUUID();
    const kept = keptIdentity.parse(identity);
    // Sealed anew, the same facts would look like a change of every token of the org.
    if (known !== null && isDeepStrictEqual(keptIdentity.parse(known), kept)) return id;
    const sealed = this.#vault.sealJson({ table: 'orgs', rowId: id, column: 'identity' }, kept);
    this.#vault.write(
      'INSERT INTO orgs (id, created_at, identity) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET identity = excluded.identity',
      id,
      now,
      sealed,
    );
    return id;
  }

  /** Returns whether an org has one token or app and no other, so that it goes with this one. */
  hasOneCredential(orgId: string): boolean {
    const [row] = this.#vault.read<{ n: number }>(
      'SELECT count(*) AS n FROM (SELECT org_id FROM tokens UNION ALL SELECT org_id FROM service_apps) WHERE org_id = ?',
      orgId,
    );
    return row?.n === 1;
  }

  /**
   * Joins an org that came back with one of the same origin that was added meanwhile: what belongs to the newer one belongs to `orgId` then.
   * Keyturn reads the newer one's log again from where the log of `orgId` stood.
   */
  joinTwin(orgId: string): void {
    const origins = this.origins();
    const origin = origins.get(orgId);
    if (origin === undefined) return;
    for (const [id, other] of origins) {
      if (id === orgId || other !== origin) continue;
      for (const table of ['tokens', 'service_apps', 'user_searches', 'jobs']) {
        this.#vault.write(`UPDATE ${table} SET org_id = ? WHERE org_id = ?`, orgId, id);
      }
      this.#vault.write('DELETE FROM orgs WHERE id = ?', id);
    }
  }

  /** Removes orgs without tokens and apps. */
  dropUnused(): void {
    this.#vault.write(
      'DELETE FROM orgs WHERE id NOT IN (SELECT org_id FROM tokens UNION ALL SELECT org_id FROM service_apps)',
    );
  }

  #identity(row: Row): KeptIdentity {
    return this.#vault.openJson(
      { table: 'orgs', rowId: row.id, column: 'identity' },
      keptIdentity,
      row.identity,
    );
  }
}

/** Returns the short name of a host, such as `acme` for acme.okta.com. A custom domain keeps its whole name, up to the contract's limit. */
function shortName(host: string): string {
  return cut(underOkta(host)?.label ?? host, 120);
}
