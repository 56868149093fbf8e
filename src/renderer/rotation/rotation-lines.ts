import type { Rotation } from '../../shared/contract/rotation.ts';
import { words } from './words.ts';

/** Returns the heading of a rotation's page. */
export function titleOf({ label, mode, state, endedAt }: Rotation): string {
  if (state === 'done') {
    return mode === 'to-app' ? words.rotationPage.moved(label) : words.rotationPage.rotated(label);
  }
  if (endedAt !== null) return words.rotationPage.rotationEnded(label);
  if (mode === 'to-app') return words.rotationPage.moving(label);
  return mode === 'leaked' ? words.rotationPage.replacing(label) : words.rotationPage.rotating(label);
}

/** Returns the line under the heading: where the rotation stands. */
export function lineOf({ mode, state, endedAt, proof, steps, app }: Rotation): string {
  if (endedAt !== null) {
    return state === 'done'
      ? words.rotationPage.done[mode]
      : (steps.at(-1)?.sentence ?? words.rotationPage.ended);
  }
  if (mode === 'to-app') {
    return state === 'revoking'
      ? words.rotationPage.tokenRevokeNotProven
      : words.rotationPage.tokenStillWorks(app?.label ?? '');
  }
  if (mode === 'leaked') {
    return proof === null ? words.rotationPage.revokingFirst : words.rotationPage.leakedRevoked;
  }
  switch (state) {
    case 'planned':
      return words.rotationPage.planned;
    case 'captured':
    case 'compared':
      return words.rotationPage.oldStillInUse;
    case 'rolled-back':
      return words.rotationPage.undone;
    case 'revoking':
      return words.rotationPage.revokeNotProven;
    default:
      return words.rotationPage.bothWork;
  }
}
