import type { InventoryToken } from '../../../shared/contract/access.ts';
import { dayMs } from '../../../shared/time-words.ts';

export const unusedDays = 20;

/** What flags look at. */
export interface FlagFacts {
  readonly lastUseAt: number | null;
  readonly ownerStatus: string | null;
  readonly ownerGone: boolean;
  readonly superAdmin: boolean | null;
  readonly connection: string | null;
}

/** What is worth a look of one token of the inventory, the worst first. What is not known raises no flag. Pure. */
export function flagsOf(facts: FlagFacts, now: number): InventoryToken['flags'] {
  const flags: InventoryToken['flags'] = [];
  const { lastUseAt, ownerStatus, ownerGone, superAdmin, connection } = facts;
  if (ownerGone) {
    flags.push({ flag: 'owner-gone', word: 'Owner deleted', sentence: 'Its owner does not exist any more.' });
  } else if (ownerStatus === 'DEPROVISIONED') {
    flags.push({
      flag: 'owner-deactivated',
      word: 'Owner deactivated',
      sentence: 'Its owner is deactivated: Okta does not accept the token, until the owner is active again.',
    });
  } else if (ownerStatus !== null && ownerStatus !== 'ACTIVE') {
    flags.push({
      flag: 'owner-inactive',
      word: 'Owner not active',
      sentence: `The account of its owner is ${ownerStatus}.`,
    });
  }
  if (superAdmin === true) {
    flags.push({
      flag: 'super-admin',
      word: 'Super admin',
      sentence: 'Its owner is a super admin, so it may do everything.',
    });
  }
  if (lastUseAt !== null && now - lastUseAt >= unusedDays * dayMs) {
    const days = Math.floor((now - lastUseAt) / dayMs);
    flags.push({
      flag: 'unused',
      word: `Unused for ${days} days`,
      sentence: `Nobody has used it for ${days} days; Okta ends it after 30.`,
    });
  }
  if (connection === 'ANYWHERE') {
    flags.push({
      flag: 'any-address',
      word: 'Any address',
      sentence: 'It may be used from any address; it could be restricted to network zones.',
    });
  }
  return flags;
}

/**
 * An ISO 8601 duration of weeks, days, hours, minutes and seconds in milliseconds; null for anything else (months and years have no
 * length of their own).
 */
export function durationMs(text: string): number | null {
  const match = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(text);
  if (match === null || match.slice(1).every((part) => part === undefined)) return null;
  const [weeks, days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return (
    ((weeks ?? 0) * 7 + (days ?? 0)) * dayMs +
    (hours ?? 0) * 3_600_000 +
    (minutes ?? 0) * 60_000 +
    Math.round((seconds ?? 0) * 1000)
  );
}
