import { Secret } from '../../base/secret.ts';

/** Calls `by` with a typed text as a Secret, which is wiped when `by` ends. Returns what `by` returns. */
export async function withSecret<T>(text: string, by: (secret: Secret) => Promise<T>): Promise<T> {
  using secret = Secret.fromText(text);
  return await by(secret);
}
