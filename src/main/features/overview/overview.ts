import type { Judgement } from '../../../shared/contract/access.ts';
import type { Org } from '../../../shared/contract/orgs.ts';
import type { OrgOverview, Overview, OverviewToken } from '../../../shared/contract/overview.ts';
import type { Token } from '../../../shared/contract/tokens.ts';
import {
  expiryOf,
  type Health,
  healthOf,
  healths,
  isOverPrivileged,
  lastUseBy,
  unusedDays,
} from '../../../shared/health.ts';
import { dayMs } from '../../../shared/time-words.ts';
import type { Kept } from './kept.ts';
import { weekOf } from './week.ts';
import { workOf } from './work.ts';

/** The most rows of each table. A longer list says how many there are. */
const mostRows = 200;

const listOf = <T>(rows: readonly T[]) => ({ rows: rows.slice(0, mostRows), all: rows.length });

/** Returns the overview of all kept data, at `now` in milliseconds since 1970. Pure. */
export function overviewOf(kept: Kept, now: number): Overview {
  const { tokens, orgs, judgements } = kept;
  const alive = tokens.filter(({ revokedAt }) => revokedAt === null);
  const unused = alive
    .map(rowOf)
    .filter(({ lastUseAt }) => now - lastUseAt >= unusedDays * dayMs)
    .sort((a, b) => a.lastUseAt - b.lastUseAt);
  const work = workOf(kept, now);
  return {
    at: now,
    health: countHealth(tokens, now),
    orgs: orgs.map((org) => orgOf(org, tokens, judgements, now)),
    work: { ...listOf(work), ...weekOf(work, now) },
    unused: listOf(unused),
    superAdmins: listOf(alive.filter(isOverPrivileged).map(rowOf)),
  };
}

function countHealth(tokens: readonly Token[], now: number): Record<Health, number> {
  const counts = Object.fromEntries(healths.map((health) => [health, 0])) as Record<Health, number>;
  for (const token of tokens) counts[healthOf(token, now).health]++;
  return counts;
}

function orgOf(
  org: Org,
  tokens: readonly Token[],
  judgements: ReadonlyMap<string, Judgement>,
  now: number,
): OrgOverview {
  const own = tokens.filter(({ orgId }) => orgId === org.id);
  const { id, name, host, environment } = org;
  return {
    ...{ orgId: id, name, host, environment, tokens: own.length },
    health: countHealth(own, now),
    ...leastPrivilege(
      own.filter(({ revokedAt }) => revokedAt === null).map((token) => judgements.get(token.id) ?? null),
    ),
  };
}

/**
 * Returns the least-privilege score of an org's tokens: the percentage of the judged tokens that reach nothing beyond their job. A token
 * that reaches more counts as judged even when the X-ray could not see everything. A token that seems to reach no more counts as judged
 * only when the X-ray saw everything. Pure.
 */
export function leastPrivilege(
  judgements: readonly (Judgement | null)[],
): Pick<OrgOverview, 'within' | 'beyond' | 'notJudged' | 'score'> {
  let within = 0;
  let beyond = 0;
  let notJudged = 0;
  for (const judgement of judgements) {
    if (judgement === null) notJudged++;
    else if (judgement.beyond.length > 0) beyond++;
    else if (judgement.notKnown.length > 0) notJudged++;
    else within++;
  }
  const judged = within + beyond;
  return { within, beyond, notJudged, score: judged === 0 ? null : Math.floor((100 * within) / judged) };
}

function rowOf(token: Token): OverviewToken {
  const { id, label, orgHost, environment, known } = token;
  return {
    ...{ tokenId: id, label, orgHost, environment },
    owner: known?.owner?.login ?? null,
    lastUseAt: Math.max(0, lastUseBy(expiryOf(token).at)),
  };
}
