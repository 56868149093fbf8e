import { backups } from './backups.ts';
import { checklist } from './checklist.ts';
import type { Claim } from './claim.ts';
import { oktaClaims } from './okta.ts';
import { vaultClaims } from './vault.ts';

/** Every security claim in docs, with what protects it and the test that fails without that. */
export const claims: readonly Claim[] = [...vaultClaims, ...backups, ...oktaClaims, ...checklist];
