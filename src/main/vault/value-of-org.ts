import { timingSafeEqual } from 'node:crypto';
import type { Secret } from '../base/secret.ts';
import { toldOrigin } from './kept.compiled.ts';
import type { Vault } from './vault.ts';

/** A value's row, joined with the row of its org. */
export interface OrgOfValue {
  readonly org_id: string;
  /** The org's sealed facts. */
  readonly identity: Uint8Array;
  /** The keyed hash of the org's origin and the value. */
  readonly tag: Uint8Array;
}

/** The error for a value whose row names another org than the one that it was kept for. */
export class OtherOrg extends Error {
  override readonly name = 'OtherOrg';
}

/**
 * Returns a value that was kept for the org that its row names now, and wipes any other one. The name of the org is not sealed. So somebody
 * who can write the file could name another org there, and Keyturn would send the value to that one. Throws OtherOrg, and CellUnreadable when
 * the org's facts do not open.
 */
export function ofItsOrg(vault: Vault, { org_id, identity, tag }: OrgOfValue, secret: Secret): Secret {
  try {
    const cell = { table: 'orgs', rowId: org_id, column: 'identity' };
    const { origin } = vault.openJson(cell, toldOrigin, identity);
    const wanted = secret.use((bytes) => vault.tag(origin, bytes));
    if (wanted.length === tag.length && timingSafeEqual(wanted, tag)) return secret;
    throw new OtherOrg();
  } catch (error) {
    secret.wipe();
    throw error;
  }
}
