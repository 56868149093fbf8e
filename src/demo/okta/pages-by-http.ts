import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { adminPage } from './admin-page.ts';
import { bodyOfRequest } from './body.ts';
import type { FakeOrg } from './state.ts';

/** A server of an org's Admin Console without TLS. */
export interface PagesByHttp {
  readonly server: Server;
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
}

/**
 * Returns whether a page of another origin made this request. A browser names the host in `Host`, and the kind of caller of a form in
 * `Sec-Fetch-Site` (W3C, Fetch Metadata Request Headers).
 */
function isForeign({ headers, method }: IncomingMessage, host: string): boolean {
  const from = headers['sec-fetch-site'];
  return headers.host !== host || (method !== 'GET' && from !== undefined && from !== 'same-origin');
}

/**
 * Serves the pages of an org's Admin Console at 127.0.0.1 without TLS, and nothing of its API. A person's browser does not trust the fake's
 * authority, and nobody should teach it to. A page of another origin gets 403.
 */
export async function servePagesByHttp(org: FakeOrg): Promise<PagesByHttp> {
  const server = createServer(async (request, response) => {
    response.on('error', () => undefined);
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const url = new URL(request.url ?? '/', `http://${host}`);
    const body = await bodyOfRequest(request);
    if (body === null) return;
    if (isForeign(request, host)) response.writeHead(403).end();
    else if (!url.pathname.startsWith('/admin')) response.writeHead(404).end();
    else adminPage({ method: request.method ?? '', url, body, org }, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
