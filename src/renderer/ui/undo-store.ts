import { create } from 'zustand';
import type { Result } from '../bridge.ts';

/** A change, and the call that undoes it. */
export interface Undo {
  /** A sentence about the change, for example "The search Suspended was removed." */
  readonly sentence: string;
  readonly call: () => Promise<Result<unknown>>;
  /** How long the window offers it, in milliseconds, if not for `undoForMs`. */
  readonly forMs?: number;
}

/** How long the window offers the undo, in milliseconds. */
export const undoForMs = 10_000;

/** Holds the last change that can be undone, or null. */
export const useUndo = create<{ readonly last: Undo | null }>(() => ({ last: null }));

/** Offers to undo a change. An earlier offer ends. */
export const offerUndo = (last: Undo) => useUndo.setState({ last });

/** Ends the offer. */
export const endUndo = () => useUndo.setState({ last: null });
