import type { Rotation, RotationState } from '../../../shared/contract/rotation.ts';
import { Failed } from '../../base/failure.ts';
import { withStep } from '../../base/steps.ts';
import { words } from './words.ts';

/** What can happen to a rotation. docs/rotation.md has the diagram, and what is on disk in each state. */
export type Move =
  | 'capture'
  | 'compare'
  | 'compare-again'
  | 'hand-over'
  | 'revoke'
  | 'revoke-failed'
  | 'proven'
  | 'finish'
  | 'undo'
  | 'resume'
  | 'abandon'
  | 'drop-new';

type Table = Readonly<Partial<Record<RotationState, Readonly<Partial<Record<Move, RotationState>>>>>>;

/** How a new value takes the place of the old one, up to the handover. */
const replacing: Table = {
  planned: { capture: 'captured', abandon: 'abandoned' },
  captured: { compare: 'compared', 'drop-new': 'planned', abandon: 'abandoned' },
  compared: {
    'compare-again': 'captured',
    'hand-over': 'handing-over',
    'drop-new': 'planned',
    abandon: 'abandoned',
  },
};

const usual: Table = {
  ...replacing,
  'handing-over': { undo: 'rolled-back', revoke: 'revoking' },
  revoking: { revoke: 'revoking', 'revoke-failed': 'handing-over', proven: 'done' },
  'rolled-back': { resume: 'handing-over', abandon: 'rolled-back' },
};

const leaked: Table = {
  revoking: { revoke: 'revoking', proven: 'planned', abandon: 'abandoned' },
  ...replacing,
  'handing-over': { finish: 'done' },
};

/** Nothing is captured, so an end before the revoke changes nothing. An end while the revoke is not proven keeps the value. */
const toApp: Table = {
  'handing-over': { revoke: 'revoking', abandon: 'abandoned' },
  revoking: { revoke: 'revoking', 'revoke-failed': 'handing-over', proven: 'done', abandon: 'abandoned' },
};

const tables = { usual, leaked, 'to-app': toApp } as const;

/** Returns the state after `move`. Throws Failed `rotation` when the move is not possible now, or when the rotation has ended. */
export function nextState(rotation: Rotation, move: Move): RotationState {
  const next = rotation.endedAt === null ? tables[rotation.mode][rotation.state]?.[move] : undefined;
  if (next === undefined) {
    throw new Failed(
      'rotation',
      rotation.endedAt === null ? words.machine.movedOn : words.machine.ended,
      words.machine.lookAgain,
    );
  }
  return next;
}

/** Returns whether `move` is possible now. */
export const canMove = (rotation: Rotation, move: Move): boolean =>
  rotation.endedAt === null && tables[rotation.mode][rotation.state]?.[move] !== undefined;

/** What a move changes apart from the state. */
export type Change = Partial<Omit<Rotation, 'id' | 'tokenId' | 'mode' | 'state' | 'steps' | 'startedAt'>>;

/** Returns the rotation after `move`, with a new line in its record. Throws Failed `rotation`. Pure. */
export function moved(
  rotation: Rotation,
  move: Move,
  at: number,
  sentence: string,
  change: Change = {},
): Rotation {
  const state = nextState(rotation, move);
  return {
    ...rotation,
    ...change,
    state,
    steps: withStep(rotation.steps, state, at, sentence),
  };
}

/** Returns the rotation with a new line in its record, without a move. Pure. */
export function noted(rotation: Rotation, at: number, sentence: string, change: Change = {}): Rotation {
  const { state } = rotation;
  return {
    ...rotation,
    ...change,
    steps: withStep(rotation.steps, state, at, sentence),
  };
}

/** Returns whether the old token still works, so that Keyturn must find out whether anybody uses it. */
export const awaitsQuiet = (rotation: Rotation): boolean =>
  heldValue(rotation) === 'old' || (rotation.mode === 'to-app' && rotation.endedAt === null);

/** Returns which value is held for this rotation beside the token's own, or null. A rotation to an app holds none: the old value is the token's own. */
export function heldValue(rotation: Rotation): 'old' | 'new' | null {
  if (rotation.endedAt !== null) return null;
  switch (rotation.state) {
    case 'captured':
    case 'compared':
    case 'rolled-back':
      return 'new';
    case 'handing-over':
    case 'revoking':
      return rotation.mode === 'usual' ? 'old' : null;
    default:
      return null;
  }
}
