import { z } from 'zod';

/**
 * What the window may know. No shape here can hold a token's value. A value only travels inward, by the methods named `captureTyped`; the
 * vault's own methods do the same for passphrases and recovery keys. All times are milliseconds since 1970 (UTC); all durations named
 * `...Ms` are milliseconds.
 *
 * These are the shapes that every part of the contract uses. Each is made once and shared, because making schemas takes most of the
 * contract's load time.
 */

const texts = new Map<number, z.ZodString>();
/** A text of at most `max` characters. */
export function text(max: number): z.ZodString {
  const made = texts.get(max) ?? z.string().max(max);
  texts.set(max, made);
  return made;
}

export const uuid = z.uuid();

/** Ids, named after their objects. */
export const draftId = uuid;
export const tokenId = uuid;
export const jobId = uuid;

/** A typed secret, which only travels inward. The limit is far above any real one. */
export const typedSecret = z.string().min(1).max(4096);

export const flag = z.boolean();

export const whole = z.number().int();

/** Milliseconds since 1970, UTC. */
export const time = z.number().int().nonnegative();

/** An empty request. */
export const nothing = z.strictObject({});

/** An empty response: the work is done. */
export const done = z.object({});

/** Returns one row of a table of methods: why the window needs it, its request and its response. */
export const method = <Q extends z.ZodType, R extends z.ZodType>(why: string, request: Q, response: R) =>
  ({ why, request, response }) as const;
