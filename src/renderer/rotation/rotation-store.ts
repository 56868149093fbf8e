import { create } from 'zustand';
import type { EventPayload } from '../../shared/contract/bridge.ts';
import type { Rotation } from '../../shared/contract/rotation.ts';
import { bridge } from '../bridge.ts';

interface RotationState {
  readonly rotations: readonly Rotation[];
  /** What main does for a rotation now, by the rotation's id. Absent when it does nothing. */
  readonly doing: Readonly<Record<string, string>>;
  /** The page that a person chose for a token: one of its rotations, or its own page (null) while it rotates. */
  readonly showing: { readonly tokenId: string; readonly rotationId: string | null } | null;
}

/** Holds the rotations. Main's answers and events change it. */
export const useRotations = create<RotationState>(() => ({ rotations: [], doing: {}, showing: null }));

/** Takes a rotation that has changed or was begun. */
export function rotationChanged({ rotation }: EventPayload<'rotationChanged'>): void {
  useRotations.setState(({ rotations }) => {
    const at = rotations.findIndex(({ id }) => id === rotation.id);
    return { rotations: at < 0 ? [rotation, ...rotations] : rotations.with(at, rotation) };
  });
}

/** Takes what main does for a rotation now. */
export function rotationBusy({ rotationId, doing }: EventPayload<'rotationBusy'>): void {
  useRotations.setState((state) => ({ doing: { ...state.doing, [rotationId]: doing } }));
}

/** Reads all rotations. A rotation that an event told meanwhile is newer and stays. */
export async function loadRotations(): Promise<void> {
  const read = await bridge.rotation.list();
  if (!read.ok) return;
  useRotations.setState(({ rotations }) => ({
    rotations: [...rotations, ...read.value.filter(({ id }) => !rotations.some((known) => known.id === id))],
  }));
}

/** Shows one of a token's rotations. Null shows the token's own page. */
export const showRotation = (tokenId: string, rotationId: string | null) =>
  useRotations.setState({ showing: { tokenId, rotationId } });
