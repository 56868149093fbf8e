import { forgetApprovals } from '../features/handover/desk.ts';
import { UsageBook } from '../features/usage/store.ts';
import type { KeyChange } from '../vault/key-change.ts';
import type { House } from './house.ts';

/**
 * Returns what the stores do when the vault gets another data key. Each store derives again what it derived from the earlier key. This runs
 * inside the transaction of the change, while the vault still uses the earlier key.
 */
export const followKey = (house: House) => (change: KeyChange) => {
  const origins = house.orgs.origins();
  const originOf = (orgId: string) => origins.get(orgId) ?? null;
  house.tokens.followKey(change, originOf);
  house.rotations.followKey(change, originOf);
  const usage = new UsageBook(house.vault);
  if (!usage.isEmpty())
    usage.followKey(change, [...house.tests.oktaTokenIds(), ...house.rotations.oktaTokenIds()]);
  forgetApprovals(change);
  house.activity.followKey(change);
};
