import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tokensPath } from './admin-page.ts';
import { Authority } from './certificates.ts';
import { Faults } from './faults.ts';
import { handle, type SeenRequest, type World } from './handling.ts';
import { FakeLimits } from './limits.ts';
import { FakeClock, type OrgOptions } from './model.ts';
import { type PagesByHttp, servePagesByHttp } from './pages-by-http.ts';
import { seedPeople, seedThings } from './seed.ts';
import { FakeOrg } from './state.ts';

export type CertificateKind = 'good' | 'expired' | 'foreign' | 'wrong-host';

export type { SeenRequest } from './handling.ts';

/** A running org: its addresses, its state, its planned faults and its received calls. */
export interface RunningOrg {
  readonly org: FakeOrg;
  /** `https://acme.localhost:PORT`. `https://localhost:PORT` and `https://127.0.0.1:PORT` reach the same org. */
  readonly origin: string;
  readonly port: number;
  /** The page that issues tokens. */
  readonly adminUrl: string;
  /** The same page without TLS, `http://127.0.0.1:PORT/…`; null unless `pagesByHttp` was wanted. */
  readonly pageByHttp: string | null;
  /** The pins of its valid certificate. */
  readonly pins: readonly string[];
  readonly faults: Faults;
  readonly requests: SeenRequest[];
  /** Uses this kind of certificate for new connections. */
  setCertificate(kind: CertificateKind): void;
  /** Stops answering at the port and closes all open connections. */
  refuseConnections(): Promise<void>;
  /** Answers at the same port again, after refuseConnections. */
  acceptConnections(): Promise<void>;
}

export interface FakeOkta {
  readonly caPem: string;
  readonly clock: FakeClock;
  readonly orgs: readonly RunningOrg[];
  /** Returns an org. Throws when there is none with this name. */
  org(subdomain: string): RunningOrg;
  close(): Promise<void>;
}

export interface FakeOktaOptions {
  readonly orgs?: readonly WantedOrg[];
  /** The shortest time of every answer, in milliseconds. */
  readonly latencyMs?: number;
  /** Whether the pages of the Admin Consoles are also served without TLS, for a browser that does not trust the fake's authority. */
  readonly pagesByHttp?: boolean;
}

type WantedOrg = OrgOptions & { readonly port?: number };

const defaultOrgs: readonly WantedOrg[] = [
  { subdomain: 'acme', companyName: 'Acme Inc.' },
  { subdomain: 'acme-preview', companyName: 'Acme Inc. (preview)' },
];

/** Starts orgs on loopback HTTPS, each on its own port, with twelve accounts each and an untrusted certificate authority. */
export async function startFakeOkta(options: FakeOktaOptions = {}): Promise<FakeOkta> {
  const clock = new FakeClock();
  const authority = await Authority.make('Fake Okta test authority');
  const stranger = await Authority.make('An authority nobody knows');
  const servers: (Server | PagesByHttp['server'])[] = [];
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
      ...(org.customDomain === null ? [] : [org.customDomain]),
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
    const latencyMs = options.latencyMs ?? 0;
    const world: World = { org, clock, limits, faults, requests, latencyMs, inFlight: 0 };
    const server = createServer((request, response) => {
      // An error in the fake closes the connection and does not stop the other orgs.
      handle(request, response, world).catch((error: Error) => response.destroy(error));
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
    const pages = options.pagesByHttp === true ? await servePagesByHttp(org) : null;
    if (pages !== null) servers.push(pages.server);
    const at = (server.address() as AddressInfo).port;
    const origin = `https://${org.subdomain}.localhost:${at}`;
    orgs.push({
      org,
      origin,
      port: at,
      adminUrl: `${origin}${tokensPath}`,
      pageByHttp: pages === null ? null : `${pages.origin}${tokensPath}`,
      pins: [certificates.good.pin],
      faults,
      requests,
      setCertificate,
      async refuseConnections() {
        server.close();
        server.closeAllConnections();
      },
      async acceptConnections() {
        server.listen(at, '127.0.0.1');
        await once(server, 'listening');
      },
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
