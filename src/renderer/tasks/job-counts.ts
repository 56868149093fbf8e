import type { RowState, UserJob } from '../../shared/contract/tasks.ts';
import { words } from './words.ts';

/** The states of rows in the order in which they are told. */
export const rowStates: readonly RowState[] = [
  ...(['waiting', 'sent', 'done', 'already', 'failed', 'unknown', 'left'] as const),
];

/** Returns how many rows are in each state, in words; states without a row are left out. */
export const countsOf = (counts: UserJob['counts']): string[] =>
  rowStates.filter((state) => counts[state] > 0).map((state) => words.jobView.count[state](counts[state]));
