/**
 * How long a call may wait for Okta before it gives its outcome: a person who sees what it waits for, one who sees nothing of it, a job, or
 * not at all.
 */
export type Patience = 'interactive' | 'brief' | 'patient' | 'none';

/** The longest wait of each, in milliseconds, over all of a call's tries. */
export const longestWait: Readonly<Record<Patience, number>> = {
  interactive: 65_000,
  brief: 8_000,
  patient: 300_000,
  none: 0,
};
