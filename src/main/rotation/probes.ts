import { z } from 'zod';
import type { Probe } from '../../shared/contract/rotation.ts';
import type { OktaClient } from '../okta/client.ts';
import type { Secret } from '../secret.ts';

/** One cheap read per family of endpoints (Okta Management API description); 200 tells it may, 403 E0000006 that it may not. */
const families: readonly (readonly [
  family: string,
  path: string,
  query: Readonly<Record<string, string>>,
])[] = [
  ['Users', '/api/v1/users', { limit: '1' }],
  ['Groups', '/api/v1/groups', { limit: '1' }],
  ['Apps', '/api/v1/apps', { limit: '1' }],
  ['System Log', '/api/v1/logs', { limit: '1' }],
  ['Network zones', '/api/v1/zones', { limit: '1' }],
  ['API tokens', '/api/v1/api-tokens', {}],
  [
    'Rate limits of principals',
    '/api/v1/principal-rate-limits',
    { filter: 'principalType eq "SSWS_TOKEN"', limit: '1' },
  ],
];

const anything = z.unknown();

/** What a token may read, by seven GETs side by side; nothing is changed in Okta. Rejects only when aborted. */
export function probeReads(
  client: OktaClient,
  origin: string,
  secret: Secret,
  signal: AbortSignal,
): Promise<Probe[]> {
  return Promise.all(
    families.map(async ([family, path, query]): Promise<Probe> => {
      const answer = await client.call({ origin, secret, path, query, schema: anything, signal });
      if (answer.kind === 'accepted') return { family, answer: 'allowed', why: '' };
      const denied = answer.outcome.status === 403 && answer.outcome.errorCode === 'E0000006';
      return denied
        ? { family, answer: 'denied', why: '' }
        : { family, answer: 'unknown', why: answer.outcome.word.toLowerCase() };
    }),
  );
}
