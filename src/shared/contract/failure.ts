import { z } from 'zod';
import { text } from './shapes.ts';

/**
 * Why a method of the bridge did not do what was asked. Errors cross as data, because contextBridge keeps nothing of an Error but
 * its message (Electron, docs/api/context-bridge.md).
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
  /** Small print for support: Okta's error code, request id. Never a secret. */
  smallPrint: text(300),
  /** What may have been meant, where that was not certain: the person chooses. Absent when there is nothing to choose. */
  choices: z.array(text(300)).max(4).optional(),
});
export type Failure = z.infer<typeof failure>;

/** What every method of the bridge resolves to; it never rejects. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };
