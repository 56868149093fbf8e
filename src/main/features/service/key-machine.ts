import type { KeyRotation, KeyRotationState } from '../../../shared/contract/service.ts';
import { Failed } from '../../base/failure.ts';
import { withStep } from '../../base/steps.ts';
import { words } from './words.ts';

/** What can happen to a key rotation. docs/oauth.md has the table of what is on disk in each state. */
export type KeyMove = 'accept' | 'refuse' | 'switch' | 'undo' | 'prove' | 'give-up';

/**
 * A token's machine (features/rotation) has other states: a token's new value comes from Okta and is compared, and Keyturn itself revokes the
 * old one. Keyturn makes the new key of an app, and a person removes the old one. So the two share the form of a record, and not the table.
 */
const table: Readonly<
  Partial<Record<KeyRotationState, Readonly<Partial<Record<KeyMove, KeyRotationState>>>>>
> = {
  made: { accept: 'accepted', refuse: 'made', undo: 'undone' },
  accepted: { accept: 'accepted', refuse: 'made', switch: 'switched', undo: 'undone' },
  switched: { prove: 'done', 'give-up': 'unproven' },
};

/** Returns whether `move` is possible now. */
export const canMove = ({ state }: KeyRotation, move: KeyMove): boolean => table[state]?.[move] !== undefined;

/** Returns an open key rotation in which `move` is possible. Throws Failed `rotation` for any other, and for null. */
export function needMove(rotation: KeyRotation | null, move: KeyMove): KeyRotation {
  if (rotation !== null && canMove(rotation, move)) return rotation;
  throw new Failed('rotation', words.keyRotation.movedOn, words.keyRotation.lookAgain);
}

/** What a move changes apart from the state. */
export type KeyChange = Partial<Pick<KeyRotation, 'endedAt' | 'test' | 'check'>>;

/** Returns the key rotation after `move`, with a new line in its record. Throws Failed `rotation`. Pure. */
export function moved(
  rotation: KeyRotation,
  move: KeyMove,
  at: number,
  sentence: string,
  change: KeyChange = {},
): KeyRotation {
  const { steps, state } = needMove(rotation, move);
  const next = table[state]?.[move] ?? state;
  return { ...rotation, ...change, state: next, steps: withStep(steps, next, at, sentence) };
}

/** Returns the key rotation with a new line in its record, without a move. Pure. */
export const noted = (
  rotation: KeyRotation,
  at: number,
  sentence: string,
  change: KeyChange,
): KeyRotation => ({
  ...rotation,
  ...change,
  steps: withStep(rotation.steps, rotation.state, at, sentence),
});

/** Returns which key is held beside the app's own, or null. */
export function heldKey({ state }: KeyRotation): 'old' | 'new' | null {
  if (state === 'made' || state === 'accepted') return 'new';
  return state === 'switched' ? 'old' : null;
}
