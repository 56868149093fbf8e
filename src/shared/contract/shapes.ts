import { z } from 'zod';

/**
 * What the window may know. Nothing here can hold a token's value: the only way a value travels is inward, by the methods named
 * `captureTyped` (and passphrases and recovery keys by the vault's own). All times are milliseconds since 1970 (UTC); all durations named
 * `...Ms` are milliseconds.
 *
 * Shapes that every part of the contract is made of. Each is made once and shared, since making schemas is most of what loading the contract
 * takes.
 */

const texts = new Map<number, z.ZodString>();
/** A text of at most `max` characters. */
export function text(max: number): z.ZodString {
  const made = texts.get(max) ?? z.string().max(max);
  texts.set(max, made);
  return made;
}

export const uuid = z.uuid();

/** Ids, named for what they are of. */
export const draftId = uuid;
export const tokenId = uuid;
export const jobId = uuid;

/** Typed secrets travel inward only; the bound is far above any real one. */
export const typedSecret = z.string().min(1).max(4096);

export const flag = z.boolean();

export const whole = z.number().int();

/** Milliseconds since 1970, UTC. */
export const time = z.number().int().nonnegative();

/** A request that says nothing. */
export const nothing = z.strictObject({});

/** A response that says only that it was done. */
export const done = z.object({});

/** One row of a table of methods: why the window needs it, what it takes, what it gives. */
export const method = <Q extends z.ZodType, R extends z.ZodType>(why: string, request: Q, response: R) =>
  ({ why, request, response }) as const;
