import { z } from 'zod';
import { compiled } from '../../shared/compiled.ts';

/**
 * The parameters of Argon2id beside a wrapped key. They may come from a file that somebody else made. More than four times what Keyturn
 * writes would hold the app for minutes.
 */
const ofArgon2 = z.object({
  algorithm: z.literal('argon2id'),
  /** KiB */
  memory: z.number().int().min(8).max(262_144),
  passes: z.number().int().min(1).max(4),
  lanes: z.number().int().min(1).max(4),
  salt: z.string().regex(/^[0-9a-f]{32,128}$/),
});

export const argon2Parameters = compiled(ofArgon2);

/** What the vault keeps beside a key that the keyring wrapped. */
export const ofKeyring = compiled(
  z.object({
    id: z.string().max(80).optional(),
    label: z.string().max(80).optional(),
    passcode: ofArgon2.optional(),
  }),
);

/** How many attempts failed in a row, and when the last one was. */
export const attempts = compiled(
  z.object({ failures: z.number().int().nonnegative(), since: z.number().int() }),
);

/** The part of an org's sealed facts that says where its tokens go. */
export const toldOrigin = compiled(z.object({ origin: z.string() }));
