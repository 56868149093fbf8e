import type { Clock, SystemAnswer, SystemProof } from '../base/ports.ts';
import { patienceMs } from './system-proof-patience.ts';

/** Electron's two calls for Touch ID (docs/api/system-preferences.md). */
export interface TouchId {
  /** Returns whether this computer can ask now. It cannot without a sensor or with a closed lid. */
  readonly can: () => boolean;
  /**
   * Resolves when the person proved who they are. Rejects otherwise. The error's text is in the system's language, so Keyturn reads no
   * reason from it.
   */
  readonly prompt: (reason: string) => Promise<void>;
}

/** Returns the proof by Touch ID. */
export function touchIdProof({ can, prompt }: TouchId, clock: Clock): SystemProof {
  return {
    available: async () => (can() ? 'touch-id' : null),
    ask: async (reason) => {
      if (!can()) return 'unavailable';
      return await withinPatience(clock, () =>
        prompt(reason).then(
          (): SystemAnswer => 'given',
          (): SystemAnswer => 'refused',
        ),
      );
    },
  };
}

/** A question that nobody answers must not block the vault for ever. */
async function withinPatience(clock: Clock, ask: () => Promise<SystemAnswer>): Promise<SystemAnswer> {
  const { promise, resolve } = Promise.withResolvers<SystemAnswer>();
  const cancel = clock.after(patienceMs, () => resolve('timed-out'));
  try {
    return await Promise.race([promise, ask()]);
  } finally {
    cancel();
  }
}
