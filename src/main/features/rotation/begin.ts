import type { Rotation } from '../../../shared/contract/rotation.ts';
import { Failed } from '../../base/failure.ts';
import type { RotationContext } from './context.ts';
import { words } from './words.ts';

/** What a new rotation begins with: its mode and state, and what is known already. */
export type Beginning = Pick<Rotation, 'mode' | 'state'> &
  Partial<Pick<Rotation, 'app' | 'handedOverAt' | 'expiryAtHandOver' | 'oktaAheadMs'>>;

/** Plans a rotation of a token inside a transaction. A token has one rotation at a time. Throws Failed `rotation`. */
export function addRotation(
  context: RotationContext,
  tokenId: string,
  beginning: Beginning,
  sentence: string,
): Rotation {
  const token = context.needs.tokens.get(tokenId);
  if (context.store.openOf(tokenId) !== null) {
    throw new Failed('rotation', words.begin.beingRotated, words.begin.continueOrEnd);
  }
  if (token.revokedAt !== null) {
    throw new Failed('rotation', words.begin.tokenRevoked, words.begin.addAnother);
  }
  // Keyturn can neither compare nor revoke a value that it cannot decrypt.
  context.needs.tokens.secretOf(tokenId).wipe();
  const at = context.now();
  const rotation: Rotation = {
    id: context.store.newId(),
    tokenId,
    label: token.label,
    orgHost: token.orgHost,
    startedAt: at,
    endedAt: null,
    quietMinutes: 30,
    steps: [{ state: beginning.state, at, sentence }],
    oldFingerprint: token.fingerprint,
    newFingerprint: null,
    oldOktaTokenId: token.known?.oktaTokenId ?? null,
    newOktaTokenId: null,
    old: null,
    new: null,
    comparison: null,
    confirmed: [],
    checklist: token.consumers.map((consumer) => ({
      id: context.store.newId(),
      name: consumer.name,
      where: consumer.where,
      note: consumer.note ?? '',
      how: consumer.how ?? null,
      doneAt: null,
      doneBy: null,
      run: null,
    })),
    handedOverAt: null,
    expiryAtHandOver: null,
    oktaAheadMs: 0,
    oldCapturedAt: token.capturedAt,
    quiet: null,
    attempts: [],
    proof: null,
    leakedUse: null,
    ...beginning,
  };
  context.store.add(rotation);
  context.needs.noteStep(rotation, at, sentence);
  context.needs.onChanged(rotation);
  return rotation;
}
