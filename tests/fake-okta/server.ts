import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { adminPage } from './admin-page.ts';
import { Authority } from './certificates.ts';
import { answer, authenticate } from './endpoints.ts';
import { Faults, spoil } from './faults.ts';
import { FakeLimits } from './limits.ts';
import { FakeClock, type OrgOptions } from './model.ts';
import { errorReply, type Reply } from './reply.ts';
import { seedPeople, seedThings } from './seed.ts';
import { FakeOrg } from './state.ts';

/** One call as the server saw it. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly host: string;
  readonly headers: IncomingMessage['headers'];
  status: number;
}

export type CertificateKind = 'good' | 'expired' | 'foreign' | 'wrong-host';

/** A running org: where it is, what it is, what went wrong on purpose and what was asked. */
export interface RunningOrg {
  readonly org: FakeOrg;
  /** `https://acme.localhost:PORT`; `https://localhost:PORT` and `https://127.0.0.1:PORT` lead there too. */
  readonly origin: string;
  readonly port: number;
  /** The page that issues tokens. */
  readonly adminUrl: string;
  /** Of its good certificate. */
  readonly pins: readonly string[];
  readonly faults: Faults;
  readonly requests: SeenRequest[];
  /** New connections get this kind of certificate. */
  setCertificate(kind: CertificateKind): void;
}

export interface FakeOkta {
  readonly caPem: string;
  readonly clock: FakeClock;
  readonly orgs: readonly RunningOrg[];
  /** Throws when there is no such org. */
  org(subdomain: string): RunningOrg;
  close(): Promise<void>;
}

export interface FakeOktaOptions {
  readonly orgs?: readonly WantedOrg[];
  /** Milliseconds every answer takes at least. */
  readonly latencyMs?: number;
}

type WantedOrg = OrgOptions & { readonly port?: number };

const defaultOrgs: readonly WantedOrg[] = [
  { subdomain: 'acme', companyName: 'Acme Inc.' },
  { subdomain: 'acme-preview', companyName: 'Acme Inc. (preview)' },
];

/** Starts orgs on loopback HTTPS, each on a port of its own, with twelve accounts each and a certificate authority nobody trusts. */
export async function startFakeOkta(options: FakeOktaOptions = {}): Promise<FakeOkta> {
  const clock = new FakeClock();
  const authority = await Authority.make('Fake Okta test authority');
  const stranger = await Authority.make('An authority nobody knows');
  const servers: Server[] = [];
  const orgs: RunningOrg[] = [];
  for (const { port, ...wanted } of options.orgs ?? defaultOrgs) {
    const org = new FakeOrg(wanted, clock);
    seedPeople(org, 'acme.com');
    seedThings(org);
    const names = [
      `${org.subdomain}.localhost`,
      `${org.subdomain}-admin.localhost`,
      'localhost',
      '127.0.0.1',
    ];
    const certificates = {
      good: await authority.issue(names),
      expired: await authority.issue(names, true),
      foreign: await stranger.issue(names),
      'wrong-host': await authority.issue(['other.example']),
    };
    const faults = new Faults();
    const requests: SeenRequest[] = [];
    const limits = new FakeLimits(clock);
    const server = createServer((request, response) => {
      void handle(request, response, {
        org,
        clock,
        limits,
        faults,
        requests,
        latencyMs: options.latencyMs ?? 0,
      });
    });
    const setCertificate = (kind: CertificateKind) => {
      server.setSecureContext(certificates[kind]);
      server.closeIdleConnections();
    };
    setCertificate('good');
    server.keepAliveTimeout = 60_000;
    server.listen(port ?? 0, '127.0.0.1');
    await once(server, 'listening');
    servers.push(server);
    const at = (server.address() as AddressInfo).port;
    const origin = `https://${org.subdomain}.localhost:${at}`;
    orgs.push({
      org,
      origin,
      port: at,
      adminUrl: `${origin}/admin/access/api/tokens`,
      pins: [certificates.good.pin],
      faults,
      requests,
      setCertificate,
    });
  }
  return {
    caPem: authority.pem,
    clock,
    orgs,
    org(subdomain) {
      const running = orgs.find(({ org }) => org.subdomain === subdomain);
      if (running === undefined) throw new Error(`The fake has no org ${subdomain}.`);
      return running;
    },
    async close() {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

interface World {
  readonly org: FakeOrg;
  readonly clock: FakeClock;
  readonly limits: FakeLimits;
  readonly faults: Faults;
  readonly requests: SeenRequest[];
  readonly latencyMs: number;
}

async function handle(request: IncomingMessage, response: ServerResponse, world: World): Promise<void> {
  response.on('error', () => undefined);
  const host = request.headers.host ?? 'localhost';
  const url = new URL(request.url ?? '/', `https://${host}`);
  const seen: SeenRequest = {
    method: request.method ?? '',
    path: url.pathname,
    query: url.search,
    host,
    headers: request.headers,
    status: 0,
  };
  world.requests.push(seen);
  response.on('close', () => {
    seen.status = response.statusCode;
  });
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk);
  } catch {
    return;
  }
  const body = Buffer.concat(chunks).toString('utf8');
  if (url.pathname.startsWith('/admin')) {
    adminPage({ method: seen.method, url, body, org: world.org }, response);
    return;
  }

  const fault = world.faults.take(url.pathname);
  const latency = world.latencyMs + (fault?.kind === 'latency' ? fault.ms : 0);
  if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));

  const { reply, limitHeaders } = judge(seen, url, body, world);
  const nowSeconds = Math.floor(world.clock.now() / 1000);
  const headers: Record<string, string | string[]> = {
    date: new Date(world.clock.now()).toUTCString(),
    'x-okta-request-id': crypto.randomUUID().replaceAll('-', ''),
    'strict-transport-security': 'max-age=315360000; includeSubDomains',
    'cache-control': 'no-cache, no-store',
    'x-content-type-options': 'nosniff',
    ...limitHeaders,
    ...(reply.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...reply.headers,
  };
  response.sendDate = false;
  const text = reply.body === undefined ? '' : JSON.stringify(reply.body);
  if (fault !== null && spoil(fault, response, text, headers, nowSeconds)) return;
  response.writeHead(reply.status, headers);
  response.end(text);
}

function judge(
  seen: SeenRequest,
  url: URL,
  body: string,
  { org, clock, limits }: World,
): { reply: Reply; limitHeaders: Record<string, string> } {
  const ask = {
    method: seen.method,
    url,
    authorization: seen.headers.authorization,
    userAgent: seen.headers['user-agent'],
    body,
    org,
    clock,
  };
  if (url.pathname.startsWith('/.well-known/')) {
    const { headers, over } = limits.count(org, url.pathname, null);
    return { reply: over ? errorReply(429, 'E0000047') : answer(ask, null), limitHeaders: headers };
  }
  if (!url.pathname.startsWith('/api/v1/')) {
    return { reply: errorReply(404, 'E0000008'), limitHeaders: {} };
  }
  const caller = authenticate(ask);
  if ('status' in caller)
    return { reply: caller, limitHeaders: limits.count(org, url.pathname, null).headers };
  const { headers, over } = limits.count(org, url.pathname, caller.token);
  return { reply: over ? errorReply(429, 'E0000047') : answer(ask, caller), limitHeaders: headers };
}
