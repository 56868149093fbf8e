import { z } from 'zod';
import { compiled } from '../../../shared/compiled.ts';
import { settings } from '../../../shared/contract/settings.ts';

const plain = settings.omit({ extraCaFile: true, proxy: true });

/** The settings of the plain file. */
export const plainSettings = compiled(plain);

/** Each of them, by its name. */
export const plainSetting = Object.fromEntries(
  Object.entries(plain.shape).map(([name, schema]) => [name, compiled<unknown>(schema)]),
);

/**
 * What the vault seals of the settings. Host names and paths show where a person works. The vault also keeps the certificates themselves,
 * because others may be able to write the file. Older vaults have only the path.
 */
export const keptNetwork = compiled(
  settings.pick({ extraCaFile: true, proxy: true }).extend({ extraCaPem: z.string().nullable().optional() }),
);

/** A yes or no. The registry of Windows has 0 and 1 in place of it. */
const flag = compiled(z.union([z.boolean(), z.literal([0, 1])]));

/** A host name, with an optional port. `*.` in front means all names below. */
const hostPattern = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:\d{1,5})?$/);

/** The entries of a policy, each of which may be absent. */
export const policyEntries = {
  allowedOrgs: compiled(z.array(hostPattern).max(200)),
  lockAfterMinutes: compiled(z.number().int().min(1).max(1440)),
  lockOnSuspend: flag,
  lockOnScreenLock: flag,
  copy: flag,
  programs: flag,
  demo: flag,
  updates: flag,
};
