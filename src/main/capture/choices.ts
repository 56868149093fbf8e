import type { CaptureChoice } from '../../shared/contract/wizard.ts';
import { Secret } from '../base/secret.ts';
import type { TokenChoice } from './token-shape.ts';

/** Several captured values, in memory only, until the person chooses one. */
export class Choices {
  readonly #held: readonly { readonly where: string; readonly secret: Secret }[];

  constructor(choices: readonly TokenChoice[]) {
    this.#held = choices.map(({ value, where }) => ({ where, secret: Secret.fromText(value) }));
  }

  /** Returns what the window may know about the values. */
  get shown(): CaptureChoice[] {
    return this.#held.map(({ where, secret }) => ({ where, fingerprint: secret.fingerprint }));
  }

  /** Returns a copy of the value with this fingerprint, or null; the caller wipes it. */
  take(fingerprint: string): Secret | null {
    return (
      this.#held.find(({ secret }) => !secret.wiped && secret.fingerprint === fingerprint)?.secret.copy() ??
      null
    );
  }

  /** Wipes all values. */
  wipe(): void {
    for (const { secret } of this.#held) secret.wipe();
  }
}
