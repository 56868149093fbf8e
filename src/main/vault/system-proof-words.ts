import type { SystemAnswer, SystemProofWay } from '../base/ports.ts';
import { words } from './words.ts';

/** Returns the sentence that says how the system's question ended. */
export const sentenceOf = (answer: Exclude<SystemAnswer, 'given'>, way: SystemProofWay): string =>
  words.systemProof.answers[answer][way];

/** Returns the sentence that says what to do now. */
export function remedyOf(isOpen: boolean, hasPasscode: boolean): string {
  const { tryOrPasscode, tryOrLock, tryOrRecoveryKey } = words.systemProof;
  if (hasPasscode) return tryOrPasscode;
  return isOpen ? tryOrLock : tryOrRecoveryKey;
}
