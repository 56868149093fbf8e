import { z } from 'zod';
import { text } from './shapes.ts';

/**
 * Why a method of the bridge failed. Errors cross the bridge as data, because contextBridge keeps only the message of an Error (Electron,
 * docs/api/context-bridge.md).
 */
export const failureCode = z.enum([
  'bad-request',
  'not-trusted',
  'vault-locked',
  'vault-problem',
  'wrong-passphrase',
  'wrong-passcode',
  'wrong-recovery-key',
  'weak-passcode',
  'proof-needed',
  'not-proved',
  'wait',
  'not-found',
  'org-url',
  'okta',
  'clipboard-empty',
  'clipboard-refused',
  'not-a-token',
  'already-kept',
  'not-tested',
  'disk-full',
  'read-only',
  'file',
  'rotation',
  'hand-over',
  'policy',
  'cancelled',
  'unexpected',
]);
export type FailureCode = z.infer<typeof failureCode>;

export const failure = z.object({
  code: failureCode,
  /** What happened and why. */
  sentence: text(800),
  /** What to do; may be empty. */
  remedy: text(800),
  /** Details for support, such as Okta's error code and request id. Never a secret. */
  smallPrint: text(300),
  /** The possible meanings of an unclear input, for the person to choose from. Absent when there is no choice. */
  choices: z.array(text(300)).max(4).optional(),
});
export type Failure = z.infer<typeof failure>;

/** What every method of the bridge resolves to; it never rejects. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };
