import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { Authority } from '../../../src/demo/okta/certificates.ts';
import { Secret } from '../../../src/main/base/secret.ts';
import * as schemas from '../../../src/main/okta/schemas.ts';
import { startFakeOkta } from '../../fake-okta/server.ts';
import { clientOf, SkippingClock } from './harness.ts';

const file = join(import.meta.dirname, '../../../../shared/okta/recordings.json');

interface Recording {
  readonly request: { readonly method: string; readonly path: string };
  readonly response: {
    readonly status: number;
    readonly headers: Record<string, string[]>;
    readonly body: string;
  };
}

/** The schema Keyturn reads an endpoint's answers by, or any JSON where it has none. */
function schemaOf(method: string, path: string, body: string): z.ZodType {
  if (path.startsWith('/.well-known/okta-organization')) return schemas.wellKnown;
  if (method !== 'GET' || body === '') return z.unknown();
  if (/^\/api\/v1\/api-tokens(\?|$)/.test(path)) return schemas.apiTokens;
  if (/^\/api\/v1\/api-tokens\/\w+$/.test(path)) return schemas.apiToken;
  if (/^\/api\/v1\/users\/[^/?]+$/.test(path)) return schemas.user;
  if (/^\/api\/v1\/users\/[^/]+\/roles(\?|$)/.test(path)) return schemas.roles;
  return z.unknown();
}

it('understands every recorded exchange with real Okta orgs', async ({ skip }) => {
  if (!existsSync(file))
    skip('../shared/okta/recordings.json is not here, so there is nothing to compare with');
  const recordings: Recording[] = JSON.parse(readFileSync(file, 'utf8'));
  const authority = await Authority.make('Recordings');
  const server = createServer(await authority.issue(['localhost']), (_request, response) => {
    const recorded = recordings[at]?.response;
    response.writeHead(recorded?.status ?? 599, {
      'content-type': recorded?.headers['Content-Type']?.[0] ?? 'application/json',
    });
    response.end(recorded?.body);
  });
  let at = 0;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const fake = await startFakeOkta({ orgs: [] });
  const client = clientOf(fake, new SkippingClock(fake), {
    network: () => ({ extraCaPem: authority.pem, proxy: { mode: 'none' } }),
  });
  const origin = `https://localhost:${(server.address() as AddressInfo).port}`;
  const odd: string[] = [];
  for (at = 0; at < recordings.length; at++) {
    const { request, response } = recordings[at] as Recording;
    const path = request.path.split('?', 1)[0] ?? '/';
    const answer = await client.call({
      origin,
      secret: Secret.fromText('00recorded'),
      method: request.method === 'PATCH' ? 'PUT' : (request.method as 'GET' | 'POST' | 'PUT' | 'DELETE'),
      path,
      schema: schemaOf(request.method, path, response.body),
      patience: 'none',
    });
    if (answer.kind === 'unexpected-answer' || answer.kind === 'not-an-okta-org') {
      odd.push(`${request.method} ${path}: HTTP ${response.status}, ${answer.outcome.sentence}`);
    }
  }
  await client.close();
  server.close();
  await fake.close();
  expect(recordings.length).toBeGreaterThan(200);
  expect(odd).toEqual([]);
});
