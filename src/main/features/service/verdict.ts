import type { Need, Probe } from '../../../shared/contract/access.ts';
import type { Outcome } from '../../../shared/contract/outcome.ts';
import type { ServiceRow } from '../../../shared/contract/service.ts';
import { series } from '../../../shared/listed.ts';
import { outcome } from '../../okta/outcomes.ts';
import { words } from './words.ts';

/** The scopes of one family. */
export interface ScopedFamily {
  readonly id: Need['family'];
  readonly label: string;
  readonly scope: { readonly read: string; readonly manage: string | null };
}

/** Returns the families that an access token with these scopes can reach. A scope to change also reads. Pure. */
export const reachedBy = (families: readonly ScopedFamily[], granted: readonly string[]): Need['family'][] =>
  families
    .filter(({ scope }) => [scope.read, scope.manage].some((one) => one !== null && granted.includes(one)))
    .map(({ id }) => id);

/**
 * Compares what a token reads with what an app reads, family by family, by the needs of the job. `app` holds the probes with the access
 * token. A family without a granted scope needs no probe. Pure.
 */
export function rowsOf(
  families: readonly ScopedFamily[],
  needs: readonly Need[],
  token: readonly Probe[],
  app: readonly Probe[],
  granted: readonly string[],
): ServiceRow[] {
  const reached = reachedBy(families, granted);
  return families.flatMap(({ id, label, scope }) => {
    const need = needs.find(({ family }) => family === id)?.access ?? null;
    const before = token.find(({ family }) => family === id)?.state ?? null;
    const asked = app.find(({ family }) => family === id);
    const now = reached.includes(id) ? (asked?.state ?? 'unknown') : 'denied';
    const row = { family: id, label, need, token: before, app: now };
    if (need === null) {
      return before === 'allowed' && now === 'denied'
        ? [{ ...row, verdict: 'fewer', sentence: words.verdict.tokenReachesApp }]
        : [];
    }
    const wanted = need === 'manage' ? (scope.manage ?? scope.read) : scope.read;
    return [{ ...row, ...judged(need, asked, wanted, granted.includes(wanted)) }];
  });
}

function judged(
  need: Need['access'],
  asked: Probe | undefined,
  scope: string,
  isGranted: boolean,
): Pick<ServiceRow, 'verdict' | 'sentence'> {
  if (!isGranted) return { verdict: 'lacks', sentence: words.verdict.scopeNotGranted(scope) };
  // Okta has admin roles for users, and an app is not a user.
  if (asked === undefined) {
    return { verdict: 'not-tried', sentence: words.verdict.scopeGrantedReading };
  }
  if (asked.state === 'unknown') return { verdict: 'unknown', sentence: asked.sentence };
  if (asked.reason === 'scope') {
    return {
      verdict: 'lacks',
      sentence: words.verdict.oktaSaysAccess(scope),
    };
  }
  if (asked.state === 'denied') {
    return {
      verdict: 'lacks',
      sentence: words.verdict.scopeGrantedApp(scope),
    };
  }
  const changing = need === 'manage' ? words.verdict.changingNotTried : '';
  return { verdict: 'works', sentence: words.verdict.oktaLetRead(changing) };
}

/** Returns the outcome of a test in which Okta gave an access token. Pure. */
export function serviceOutcome(host: string, rows: readonly ServiceRow[]): Outcome {
  const labels = (verdict: ServiceRow['verdict']) =>
    series(rows.filter((row) => row.verdict === verdict).map(({ label }) => label));
  const lacks = labels('lacks');
  if (lacks !== '') {
    return outcome('not-allowed', words.verdict.lacks(host, lacks), words.verdict.rowsBelowSay);
  }
  const unknown = labels('unknown');
  if (unknown !== '') {
    return outcome('unexpected-answer', words.verdict.notKnown(host, unknown), words.verdict.testAgainMinute);
  }
  const needed = rows.filter(({ verdict }) => verdict === 'works').length;
  return outcome(
    'accepted',
    needed === 0 ? words.verdict.gaveAppAccess(host) : words.verdict.reads(host, needed),
    '',
  );
}
