import type { RowState, UserJob } from '../../shared/contract/tasks.ts';
import { words } from './words.ts';

/** The states of rows in the order of display. */
export const rowStates: readonly RowState[] = [
  ...(['waiting', 'sent', 'done', 'already', 'failed', 'unknown', 'left'] as const),
];

/** Returns how many rows are in each state, in words. It leaves out states without a row. */
export const countsOf = (counts: UserJob['counts']): string[] =>
  rowStates.filter((state) => counts[state] > 0).map((state) => words.jobView.count[state](counts[state]));
