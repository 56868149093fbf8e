import { Secret } from '../../../src/main/base/secret.ts';
import type { Vault } from '../../../src/main/vault/vault.ts';

export const secret = (text: string): Secret => Secret.fromText(text);

const cell = (id: string) => ({ table: 'tokens', rowId: id, column: 'value' });

/** Adds a token the way the stores do; the id is given. */
export function addToken(vault: Vault, id: string, value: string): void {
  vault.transaction(() => {
    vault.write(
      'INSERT OR IGNORE INTO orgs (id, created_at, identity) VALUES (?, 0, ?)',
      'org',
      vault.sealJson({ table: 'orgs', rowId: 'org', column: 'identity' }, { host: 'acme.okta.com' }),
    );
    vault.write(
      'INSERT INTO tokens (id, org_id, created_at, captured_at, last_accepted_at, profile, value, value_tag) VALUES (?, ?, 0, 0, NULL, ?, ?, ?)',
      id,
      'org',
      vault.sealJson({ table: 'tokens', rowId: id, column: 'profile' }, { label: 'scim-globex' }),
      vault.sealSecret(cell(id), secret(value)),
      vault.tag('https://acme.okta.com', Buffer.from(value)),
    );
  });
}

/** The value as kept. Throws CellUnreadable. */
export function keptValue(vault: Vault, id: string): string {
  const [row] = vault.read<{ value: Uint8Array }>('SELECT value FROM tokens WHERE id = ?', id);
  return vault.openSecret(cell(id), row?.value ?? new Uint8Array()).use((bytes) => bytes.toString('utf8'));
}
