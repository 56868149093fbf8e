import type { Rotation } from '../../../shared/contract/rotation.ts';
import { Failed } from '../../base/failure.ts';
import type { Secret } from '../../base/secret.ts';
import type { Choices } from '../../capture/choices.ts';
import { type Taken, takeChoice, takeFromClipboard, takeText } from '../../capture/take.ts';
import type { RotationContext } from './context.ts';
import { moved, nextState } from './machine.ts';
import { words } from './words.ts';

export interface Captured {
  readonly rotation: Rotation;
  readonly taken: Taken & { readonly clipboardCleared: boolean };
}

/**
 * Keeps the new value, from the clipboard or from `typed`. Clears the clipboard only when the value is on disk. When there are several
 * values, it passes them to `hold` and keeps nothing yet. Throws Failed.
 */
export async function capture(
  context: RotationContext,
  id: string,
  typed: string | null,
  hold: (choices: Choices) => void,
): Promise<Captured> {
  const rotation = context.store.get(id);
  nextState(rotation, 'capture');
  const keep = (taken: Secret) => {
    using secret = taken;
    keepNew(context, rotation, secret);
  };
  const taken =
    typed === null
      ? await takeFromClipboard(context.needs.clipboard, { keep, hold })
      : { ...takeText(typed, { keep, hold }), clipboardCleared: false };
  if (taken.shape === 'refused') {
    throw new Failed(
      'not-a-token',
      taken.notes[0] ?? words.capture.notAToken,
      typed === null ? words.capture.copyAndPaste : words.capture.copyAndEnter,
    );
  }
  return { rotation: context.store.get(id), taken };
}

/** Keeps the captured value with this fingerprint, out of several. Throws Failed. */
export async function choose(
  context: RotationContext,
  id: string,
  choices: Choices | null,
  fingerprint: string,
): Promise<Captured> {
  const rotation = context.store.get(id);
  nextState(rotation, 'capture');
  const taken = await takeChoice(choices, fingerprint, context.needs.clipboard, (chosen) => {
    using secret = chosen;
    keepNew(context, rotation, secret);
  });
  return { rotation: context.store.get(id), taken };
}

/** Keeps a captured value beside the token's own, in one transaction. Throws Failed `already-kept` when the value is not new. */
function keepNew(context: RotationContext, rotation: Rotation, secret: Secret): void {
  const token = context.needs.tokens.get(rotation.tokenId);
  const origin = context.needs.tokens.originOf(token);
  const { fingerprint } = secret;
  if (fingerprint === rotation.oldFingerprint) {
    throw new Failed('already-kept', words.capture.oldToken, words.capture.createAndCopy);
  }
  const kept = context.needs.tokens.labelOfValue(origin, secret);
  if (kept !== null) {
    throw new Failed('already-kept', words.capture.alreadyKept(kept), words.capture.needsOwnValue);
  }
  context.step(rotation.id, (now) => {
    context.store.hold(rotation.id, origin, secret);
    return moved(now, 'capture', context.now(), words.capture.captured(fingerprint), {
      newFingerprint: fingerprint,
      new: null,
      comparison: null,
    });
  });
}
