import { randomUUID } from 'node:crypto';
import { type Org, type OrgIdentity, orgIdentity } from '../../shared/contract/models.ts';
import type { Vault } from '../vault/vault.ts';
import { underOkta } from './org-url.ts';

const keptIdentity = orgIdentity.omit({ notes: true });

/** The orgs that tokens are kept for; an org comes with its first token and goes with its last. */
export class OrgStore {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** All orgs, by host. */
  list(): Org[] {
    return this.#vault
      .read<{ id: string; identity: Uint8Array; tokens: number }>(
        'SELECT id, identity, (SELECT count(*) FROM tokens WHERE org_id = orgs.id) AS tokens FROM orgs',
      )
      .map((row) => {
        const identity = this.#vault.openJson(
          { table: 'orgs', rowId: row.id, column: 'identity' },
          keptIdentity,
          row.identity,
        );
        return { ...identity, id: row.id, name: shortName(identity.host), tokenCount: row.tokens };
      })
      .sort((a, b) => a.host.localeCompare(b.host));
  }

  /** The org kept under this origin, or null. */
  byOrigin(origin: string): Org | null {
    return this.list().find((org) => org.origin === origin) ?? null;
  }

  /** Keeps an org, or brings what is known of it up to date; call inside the transaction that adds its token. */
  keep(identity: OrgIdentity, now: number): string {
    const known = this.byOrigin(identity.origin);
    const id = known?.id ?? randomUUID();
    const sealed = this.#vault.sealJson(
      { table: 'orgs', rowId: id, column: 'identity' },
      keptIdentity.parse(identity),
    );
    this.#vault.write(
      'INSERT INTO orgs (id, created_at, identity) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET identity = excluded.identity',
      id,
      now,
      sealed,
    );
    return id;
  }

  /** Forgets orgs without tokens. */
  dropUnused(): void {
    this.#vault.write('DELETE FROM orgs WHERE id NOT IN (SELECT org_id FROM tokens)');
  }
}

/** `acme` of acme.okta.com; a custom domain keeps its whole name, as far as the contract has room. */
function shortName(host: string): string {
  return (underOkta(host)?.label ?? host).slice(0, 120);
}
