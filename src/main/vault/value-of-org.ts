import { timingSafeEqual } from 'node:crypto';
import type { Secret } from '../base/secret.ts';
import { toldOrigin } from './kept.compiled.ts';
import { RowViews } from './row-views.ts';
import type { Vault } from './vault.ts';

/** A value's row, joined with the row of its org. */
export interface OrgOfValue {
  readonly org_id: string;
  /** The org's sealed facts. */
  readonly identity: Uint8Array;
  /** The keyed hash of the org's origin and the value. */
  readonly tag: Uint8Array;
}

type OrgRow = { readonly id: string; readonly identity: Uint8Array };
type Views = RowViews<OrgRow, { readonly origin: string }>;
/** The origin of each org by its row, for each vault. Many values have the same org, and its facts are opened once. */
const origins = new WeakMap<Vault, Views>();

function originOf(vault: Vault, row: OrgRow): string {
  const views: Views = origins.get(vault) ?? new RowViews(vault);
  origins.set(vault, views);
  const cell = { table: 'orgs', rowId: row.id, column: 'identity' };
  return views.of(row, () => vault.openJson(cell, toldOrigin, row.identity)).origin;
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
    const origin = originOf(vault, { id: org_id, identity });
    const wanted = secret.use((bytes) => vault.tag(origin, bytes));
    if (wanted.length === tag.length && timingSafeEqual(wanted, tag)) return secret;
    throw new OtherOrg();
  } catch (error) {
    secret.wipe();
    throw error;
  }
}
