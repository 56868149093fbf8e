import type { InventoryToken } from '../../../shared/contract/access.ts';
import { unusedDays } from '../../../shared/health.ts';
import { dayMs } from '../../../shared/time-words.ts';
import { words } from './words.ts';

/** The facts about a token that decide its flags. Times are in milliseconds since 1970. */
export interface FlagFacts {
  readonly lastUseAt: number | null;
  readonly ownerStatus: string | null;
  readonly ownerGone: boolean;
  readonly superAdmin: boolean | null;
  readonly connection: string | null;
}

/** Returns the flags of one token of the inventory, the worst first. An unknown fact gives no flag. Pure. */
export function flagsOf(facts: FlagFacts, now: number): InventoryToken['flags'] {
  const flags: InventoryToken['flags'] = [];
  const { lastUseAt, ownerStatus, ownerGone, superAdmin, connection } = facts;
  if (ownerGone) {
    flags.push({ flag: 'owner-gone', word: words.flags.ownerDeleted, sentence: words.flags.ownerDeletedWhy });
  } else if (ownerStatus === 'DEPROVISIONED') {
    flags.push({
      flag: 'owner-deactivated',
      word: words.flags.ownerDeactivated,
      sentence: words.flags.ownerDeactivatedWhy,
    });
  } else if (ownerStatus !== null && ownerStatus !== 'ACTIVE') {
    flags.push({
      flag: 'owner-inactive',
      word: words.flags.ownerNotActive,
      sentence: words.flags.ownerNotActiveWhy(ownerStatus),
    });
  }
  if (superAdmin === true) {
    flags.push({
      flag: 'super-admin',
      word: words.flags.superAdmin,
      sentence: words.flags.superAdminWhy,
    });
  }
  if (lastUseAt !== null && now - lastUseAt >= unusedDays * dayMs) {
    const days = Math.floor((now - lastUseAt) / dayMs);
    flags.push({
      flag: 'unused',
      word: words.flags.unused(days),
      sentence: words.flags.unusedWhy(days),
    });
  }
  if (connection === 'ANYWHERE') {
    flags.push({
      flag: 'any-address',
      word: words.flags.anyAddress,
      sentence: words.flags.anyAddressWhy,
    });
  }
  return flags;
}

/**
 * Returns an ISO 8601 duration of weeks, days, hours, minutes and seconds in milliseconds. Returns null for any other text. Months and
 * years have no fixed length.
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
