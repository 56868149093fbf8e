import { clip } from '../../../shared/clip.ts';
import type { Work } from '../../../shared/contract/overview.ts';
import type { Token } from '../../../shared/contract/tokens.ts';
import { dueWithinWeek, healthOf } from '../../../shared/health.ts';
import type { Kept } from './kept.ts';
import { words } from './words.ts';

/** The order of tasks that wait already. Tasks that are due later are ordered by their day. */
const firstKinds: readonly Work['kind'][] = ['failing', 'paste-again', 'rotating', 'job'];

/**
 * Returns what a person must do within seven days of `now`, the most urgent first. Tasks that wait already come first. The others follow by
 * their day. One token may have several tasks. Pure.
 */
export function workOf({ tokens, restingJobs }: Kept, now: number): Work[] {
  const byId = new Map(tokens.map((token) => [token.id, token]));
  const ofJobs = restingJobs.flatMap((job): Work[] => {
    const token = byId.get(job.tokenId);
    if (token === undefined) return [];
    return [{ ...placeOf(token), kind: 'job', at: null, sentence: words.work.jobRests(job.counts.waiting) }];
  });
  return [...tokens.flatMap((token) => ofToken(token, now)), ...ofJobs].sort(byUrgency);
}

function ofToken(token: Token, now: number): Work[] {
  const { health, reason } = healthOf(token, now);
  const one = (kind: Work['kind']): Work => ({
    ...placeOf(token),
    kind,
    at: null,
    sentence: clip(reason, 300),
  });
  // An open rotation says what it waits for. It includes whatever else is due for the token.
  if (token.rotation !== null) return [one('rotating')];
  if (token.revokedAt !== null) return [];
  if (!token.readable) return [one('paste-again')];
  const due = dueWithinWeek(token, now).map(
    ({ kind, at, reason: sentence }): Work => ({ ...placeOf(token), kind, at, sentence }),
  );
  return health === 'Failing' ? [one('failing'), ...due.filter(({ kind }) => kind === 'rotation')] : due;
}

const placeOf = ({ id, label, orgHost, environment }: Token) => ({
  tokenId: id,
  label,
  orgHost,
  environment,
});

function byUrgency(a: Work, b: Work): number {
  if (a.at !== null && b.at !== null) return a.at - b.at;
  if (a.at === null && b.at === null) return firstKinds.indexOf(a.kind) - firstKinds.indexOf(b.kind);
  return a.at === null ? -1 : 1;
}
