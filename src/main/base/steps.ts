import { clip } from '../../shared/clip.ts';

/** One line in the record of a rotation: the state after it, when (milliseconds since 1970), and what happened. */
export interface Step<State> {
  readonly state: State;
  readonly at: number;
  readonly sentence: string;
}

/** How many lines a record keeps. The oldest go first. */
const mostSteps = 200;

/** Returns the lines with one more at the end. A sentence is cut at 400 characters. Pure. */
export const withStep = <State>(
  steps: readonly Step<State>[],
  state: State,
  at: number,
  sentence: string,
): Step<State>[] => [...steps, { state, at, sentence: clip(sentence, 400) }].slice(-mostSteps);
