import { create } from 'zustand';
import type { EventPayload } from '../../shared/contract/bridge.ts';
import type { Rotation } from '../../shared/contract/rotation.ts';
import { bridge } from '../bridge.ts';

interface RotationState {
  readonly rotations: readonly Rotation[];
  /** What a rotation is doing now, by its id; absent when nothing. */
  readonly doing: Readonly<Record<string, string>>;
  /** The page a person asked for in the place of a token's own: one of its rotations, or the token page although it is rotating. */
  readonly showing: { readonly tokenId: string; readonly rotationId: string | null } | null;
}

/** Rotations, made of main's answers and events. */
export const useRotations = create<RotationState>(() => ({ rotations: [], doing: {}, showing: null }));

/** A rotation has changed, or was begun. */
export function rotationChanged({ rotation }: EventPayload<'rotationChanged'>): void {
  useRotations.setState(({ rotations }) => {
    const at = rotations.findIndex(({ id }) => id === rotation.id);
    return { rotations: at < 0 ? [rotation, ...rotations] : rotations.with(at, rotation) };
  });
}

export function rotationBusy({ rotationId, doing }: EventPayload<'rotationBusy'>): void {
  useRotations.setState((state) => ({ doing: { ...state.doing, [rotationId]: doing } }));
}

/** Reads all rotations; what an event told meanwhile is newer and stays. */
export async function loadRotations(): Promise<void> {
  const read = await bridge.rotation.list();
  if (!read.ok) return;
  useRotations.setState(({ rotations }) => ({
    rotations: [...rotations, ...read.value.filter(({ id }) => !rotations.some((known) => known.id === id))],
  }));
}

/** Shows one of a token's rotations, or with null its own page. */
export const showRotation = (tokenId: string, rotationId: string | null) =>
  useRotations.setState({ showing: { tokenId, rotationId } });
