import type { KeyObject } from 'node:crypto';
import type { Need, Probe } from '../../../shared/contract/access.ts';
import type { ServiceTest } from '../../../shared/contract/service.ts';
import type { Clock } from '../../base/ports.ts';
import type { OktaClient } from '../../okta/client.ts';
import type { AccessToken } from '../../okta/credential.ts';
import { askAccess } from './access-token.ts';
import type { JobNeeds } from './app-view.ts';
import { reachedBy, rowsOf, type ScopedFamily, serviceOutcome } from './verdict.ts';

export interface AppTestNeeds {
  readonly client: Pick<OktaClient, 'pass'>;
  readonly clock: Clock;
  readonly families: readonly ScopedFamily[];
  /** Reads each of these families once with a credential. */
  readonly probe: (
    origin: string,
    credential: AccessToken,
    families: readonly Need['family'][],
    signal: AbortSignal,
  ) => Promise<readonly Probe[]>;
}

/** The subject of a test: an app with its key, for a job. */
export interface TestedApp {
  readonly origin: string;
  readonly clientId: string;
  readonly kid: string;
  readonly key: KeyObject;
  readonly job: JobNeeds;
  /** What the replaced token reads. Empty when the app replaces no token, or when the token has no X-ray. */
  readonly ofToken: readonly Probe[];
}

/**
 * Tests an app: asks for an access token, then reads once from each family that a granted scope of the job covers. It never tries a change.
 * Every answer from Okta is a result. Rejects with the signal's reason when aborted.
 */
export async function testApp(
  needs: AppTestNeeds,
  app: TestedApp,
  signal: AbortSignal,
): Promise<ServiceTest> {
  const { client, clock, families } = needs;
  const { origin, clientId, kid, key, job } = app;
  const at = clock.now();
  const started = performance.now();
  const took = () => Math.round(performance.now() - started);
  const { scopes } = job;
  const access = await askAccess({ client, clock, origin, clientId, kid, key, scopes, signal });
  if (access.kind === 'refused') {
    return { at, tookMs: took(), outcome: access.outcome, dpop: null, missing: [], rows: [] };
  }
  using _value = access.value;
  const reached = reachedBy(families, access.scopes);
  const probes = await needs.probe(origin, access.token, reached, signal);
  const rows = rowsOf(families, job.needs, app.ofToken, probes, access.scopes);
  return {
    at,
    tookMs: took(),
    outcome: serviceOutcome(new URL(origin).host, rows),
    dpop: access.dpop,
    missing: scopes.filter((scope) => !access.scopes.includes(scope)),
    rows,
  };
}
