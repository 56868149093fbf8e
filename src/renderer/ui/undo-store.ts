import { create } from 'zustand';
import type { Result } from '../bridge.ts';

/** A change that was made, and the call that takes it back. */
export interface Undo {
  /** What was done, for example "The search was forgotten". */
  readonly sentence: string;
  readonly call: () => Promise<Result<unknown>>;
}

/** How long a change can be taken back, in milliseconds. */
export const undoForMs = 10_000;

/** Holds the last change that can be taken back, or null. */
export const useUndo = create<{ readonly last: Undo | null }>(() => ({ last: null }));

/** Offers to take a change back. An earlier offer ends. */
export const offerUndo = (last: Undo) => useUndo.setState({ last });

/** Ends the offer. */
export const endUndo = () => useUndo.setState({ last: null });
