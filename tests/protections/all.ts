import { alwaysClaims } from './always.ts';
import { appKeyClaims } from './app-keys.ts';
import { attackedClaims } from './attacked.ts';
import { attackedAgainClaims } from './attacked-again.ts';
import { backups } from './backups.ts';
import { checklist } from './checklist.ts';
import type { Claim } from './claim.ts';
import { demoClaims } from './demo.ts';
import { documentClaims } from './documents.ts';
import { execClaims } from './exec.ts';
import { handOverClaims } from './handover.ts';
import { leftBehindClaims } from './left-behind.ts';
import { lockClaims } from './lock.ts';
import { newKeyClaims } from './new-key.ts';
import { oktaClaims } from './okta.ts';
import { openCallClaims } from './open-calls.ts';
import { ownerClaims } from './owners.ts';
import { packageClaims } from './package.ts';
import { pagePowersClaims } from './page-powers.ts';
import { pathClaims } from './paths.ts';
import { plaintextClaims } from './plaintext.ts';
import { policyClaims } from './policy.ts';
import { presenceClaims } from './presence.ts';
import { programClaims } from './programs.ts';
import { removalClaims } from './removals.ts';
import { taskClaims } from './tasks.ts';
import { toAppClaims } from './to-app.ts';
import { updateClaims } from './updates.ts';
import { vaultClaims } from './vault.ts';
import { windowClaims } from './window.ts';

/** Every security claim in docs, with what protects it and the test that fails without that. */
export const claims: readonly Claim[] = [
  ...vaultClaims,
  ...removalClaims,
  ...backups,
  ...oktaClaims,
  ...windowClaims,
  ...pagePowersClaims,
  ...plaintextClaims,
  ...taskClaims,
  ...policyClaims,
  ...demoClaims,
  ...updateClaims,
  ...programClaims,
  ...pathClaims,
  ...openCallClaims,
  ...alwaysClaims,
  ...appKeyClaims,
  ...execClaims,
  ...handOverClaims,
  ...lockClaims,
  ...presenceClaims,
  ...newKeyClaims,
  ...leftBehindClaims,
  ...ownerClaims,
  ...packageClaims,
  ...attackedClaims,
  ...attackedAgainClaims,
  ...toAppClaims,
  ...documentClaims,
  ...checklist,
];
