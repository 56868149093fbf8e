import { describe, expect, it } from 'vitest';
import { compareNetworks, compareRoles } from '../../../src/main/features/rotation/compare.ts';
import {
  awaitsQuiet,
  canMove,
  heldValue,
  type Move,
  moved,
  nextState,
} from '../../../src/main/features/rotation/machine.ts';
import { type Rotation, type RotationState, rotationState } from '../../../src/shared/contract/rotation.ts';
import type { Role } from '../../../src/shared/contract/testing.ts';

const role = (type: string, label = type): Role => ({ type, label, assignment: 'USER' });
const [all, app, help] = [role('SUPER_ADMIN'), role('APP_ADMIN'), role('HELP_DESK_ADMIN')];
const [sales, hr] = [role('CUSTOM', 'Sales'), role('CUSTOM', 'HR')];

describe('roles', () => {
  it.each([
    ['the same in another order', [app, help], [help, app], 'same'],
    ['one more', [app], [app, help], 'broader'],
    ['one fewer', [app, help], [app], 'narrower'],
    ['another', [app], [help], 'changed'],
    ['a super admin now', [app, help], [all], 'broader'],
    ['no super admin any more', [all], [app, help], 'narrower'],
    ['a super admin before and after, whatever else', [all, app], [all], 'same'],
    ['none', [], [], 'same'],
    ['custom ones by their label', [sales], [hr], 'changed'],
    ['not known before', null, [app], 'unknown'],
    ['not known now', [app], null, 'unknown'],
  ] as const)('%s', (_name, before, after, expected) => {
    expect(compareRoles(before, after)).toBe(expected);
  });
});

const any = { connection: 'ANYWHERE', include: [], exclude: [] };
const zone = (include: string[], exclude: string[] = []) => ({ connection: 'ZONE', include, exclude });

describe('network restrictions', () => {
  it.each([
    ['any and any', any, any, 'same'],
    ['restricted now', any, zone(['a']), 'narrower'],
    ['open now', zone(['a']), any, 'broader'],
    ['the same zones in another order', zone(['a', 'b']), zone(['b', 'a']), 'same'],
    ['one zone fewer', zone(['a', 'b']), zone(['a']), 'narrower'],
    ['one zone more', zone(['a']), zone(['a', 'b']), 'broader'],
    ['another zone', zone(['a']), zone(['b']), 'changed'],
    ['one exclusion more', zone([], ['a']), zone([], ['a', 'b']), 'narrower'],
    ['one exclusion fewer', zone([], ['a', 'b']), zone([], ['a']), 'broader'],
    ['a zone fewer and an exclusion fewer', zone(['a', 'b'], ['c']), zone(['a']), 'changed'],
    ['all but one zone, then only one', zone([], ['a']), zone(['b'], ['a']), 'narrower'],
    ['not known', null, any, 'unknown'],
  ] as const)('%s', (_name, before, after, expected) => {
    expect(compareNetworks(before, after)).toBe(expected);
  });
});

const at = (mode: Rotation['mode'], state: RotationState, endedAt: number | null = null): Rotation =>
  ({ mode, state, endedAt, steps: [] }) as unknown as Rotation;
const moves: readonly Move[] = [
  'capture',
  'compare',
  'compare-again',
  'hand-over',
  'revoke',
  'revoke-failed',
  'proven',
  'finish',
  'undo',
  'resume',
  'abandon',
  'drop-new',
];

describe('the state machine', () => {
  it('allows only these transitions', () => {
    const table = (mode: Rotation['mode']) =>
      Object.fromEntries(
        rotationState.options.map((state) => [
          state,
          moves
            .filter((move) => canMove(at(mode, state), move))
            .map((move) => `${move} > ${nextState(at(mode, state), move)}`),
        ]),
      );
    expect(table('usual')).toEqual({
      planned: ['capture > captured', 'abandon > abandoned'],
      captured: ['compare > compared', 'abandon > abandoned', 'drop-new > planned'],
      compared: [
        'compare-again > captured',
        'hand-over > handing-over',
        'abandon > abandoned',
        'drop-new > planned',
      ],
      'handing-over': ['revoke > revoking', 'undo > rolled-back'],
      revoking: ['revoke > revoking', 'revoke-failed > handing-over', 'proven > done'],
      done: [],
      'rolled-back': ['resume > handing-over', 'abandon > rolled-back'],
      abandoned: [],
    });
    expect(table('leaked')).toMatchObject({
      revoking: ['revoke > revoking', 'proven > planned', 'abandon > abandoned'],
      'handing-over': ['finish > done'],
      done: [],
      'rolled-back': [],
    });
    expect(table('to-app')).toEqual({
      ...{ planned: [], captured: [], compared: [], done: [], 'rolled-back': [], abandoned: [] },
      'handing-over': ['revoke > revoking', 'abandon > abandoned'],
      revoking: ['revoke > revoking', 'revoke-failed > handing-over', 'proven > done', 'abandon > abandoned'],
    });
  });

  it('allows no step on a rotation that has ended, and keeps no value for it', () => {
    for (const state of rotationState.options) {
      for (const move of moves) {
        expect(() => moved(at('usual', state, 1), move, 2, 'no')).toThrow(/has ended/);
      }
      expect(heldValue(at('usual', state, 1))).toBeNull();
    }
  });

  it('holds the new value before the hand-over and the old one after it', () => {
    expect(rotationState.options.map((state) => heldValue(at('usual', state)))).toEqual([
      null,
      'new',
      'new',
      'old',
      'old',
      null,
      'new',
      null,
    ]);
    expect(heldValue(at('leaked', 'handing-over'))).toBeNull();
    expect(heldValue(at('leaked', 'revoking'))).toBeNull();
    // The old value is the token's own where an app takes over. Somebody may still use it.
    for (const state of ['handing-over', 'revoking'] as const) {
      expect(heldValue(at('to-app', state))).toBeNull();
      expect(awaitsQuiet(at('to-app', state))).toBe(true);
    }
    expect(awaitsQuiet(at('to-app', 'done', 1))).toBe(false);
    expect(awaitsQuiet(at('leaked', 'handing-over'))).toBe(false);
  });
});
