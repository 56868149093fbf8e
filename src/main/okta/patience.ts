/**
 * How long a call may wait for Okta before it returns its outcome: for a person who sees the wait, for a person who does not see it, for a
 * job, or not at all.
 */
export type Patience = 'interactive' | 'brief' | 'patient' | 'none';

/** The longest wait of each kind, in milliseconds, over all attempts of a call. */
export const longestWait: Readonly<Record<Patience, number>> = {
  interactive: 65_000,
  brief: 8_000,
  patient: 300_000,
  none: 0,
};
