import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Authority } from '../../../src/demo/okta/certificates.ts';
import { Secret } from '../../../src/main/base/secret.ts';
import type { OktaClient } from '../../../src/main/okta/client.ts';
import { user } from '../../../src/main/okta/schemas.ts';
import { startProxy } from '../../fake-okta/proxy.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { clientOf, SkippingClock } from './harness.ts';

let fake: FakeOkta;
let acme: RunningOrg;
let client: OktaClient;
let value: string;

beforeAll(async () => {
  fake = await startFakeOkta();
  acme = fake.org('acme');
});
afterAll(() => fake.close());
beforeEach(() => {
  value = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'terraform' }).value;
  acme.requests.length = 0;
  // Node then accepts every certificate, unless a connection says otherwise (Node, "NODE_TLS_REJECT_UNAUTHORIZED=value").
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
  vi.spyOn(process, 'emitWarning').mockReturnValue(undefined);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  acme.setCertificate('good');
  await client.close();
});

const kindOf = async (origin = acme.origin) =>
  (await client.call({ origin, secret: Secret.fromText(value), path: '/api/v1/users/me', schema: user }))
    .kind;

describe('where the environment says that no certificate is checked', () => {
  it.each(['foreign', 'expired', 'wrong-host'] as const)(
    'an org with a certificate that is %s gets no token',
    async (kind) => {
      client = clientOf(fake, new SkippingClock(fake));
      expect(await kindOf()).toBe('accepted');
      acme.requests.length = 0;
      acme.setCertificate(kind);
      client.networkChanged();
      expect(await kindOf()).toBe('tls');
      expect(acme.requests).toEqual([]);
    },
  );

  it('nor behind a proxy', async () => {
    const proxy = await startProxy();
    client = clientOf(fake, new SkippingClock(fake), {
      network: () => ({ extraCaPem: fake.caPem, proxy: { mode: 'custom', url: proxy.url } }),
    });
    acme.setCertificate('foreign');
    expect(await kindOf()).toBe('tls');
    expect([proxy.asked.length, acme.requests]).toEqual([1, []]);
    proxy.close();
  });

  it('nor does a proxy with such a certificate get the password for it', async () => {
    const { key, cert } = await (await Authority.make('An authority that nobody knows')).issue(['localhost']);
    const asked: unknown[] = [];
    const server: Server = createServer({ key, cert }).listen(0, '127.0.0.1');
    server.on('connect', ({ headers }, socket) => {
      asked.push(headers);
      socket.end('HTTP/1.1 403 No\r\n\r\n');
    });
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const url = `https://ann:s3cret@localhost:${port}`;
    client = clientOf(fake, new SkippingClock(fake), {
      network: () => ({ extraCaPem: fake.caPem, proxy: { mode: 'custom', url } }),
    });
    expect(await kindOf()).not.toBe('accepted');
    expect(asked).toEqual([]);
    server.close();
  });
});
