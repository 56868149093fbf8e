import type { IncomingMessage, ServerResponse } from 'node:http';
import { adminPage } from './admin-page.ts';
import { bodyOfRequest } from './body.ts';
import { answer, authenticate } from './endpoints.ts';
import { type Faults, spoil } from './faults.ts';
import type { FakeLimits } from './limits.ts';
import type { FakeClock } from './model.ts';
import { errorReply, type Reply } from './reply.ts';
import type { FakeOrg } from './state.ts';
import { tokenEndpoint } from './token-endpoint.ts';

/** One call, as the server received it. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly host: string;
  readonly headers: IncomingMessage['headers'];
  /** The time by the fake's clock, ms since 1970. */
  readonly at: number;
  /** The status of the finished answer; 0 before that. */
  status: number;
}

/** The state of one org's server. */
export interface World {
  readonly org: FakeOrg;
  readonly clock: FakeClock;
  readonly limits: FakeLimits;
  readonly faults: Faults;
  readonly requests: SeenRequest[];
  readonly latencyMs: number;
  /** The number of calls in progress. */
  inFlight: number;
}

/** Answers one call: records it, waits, applies a fault, and counts it against the limits. */
export async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  world: World,
): Promise<void> {
  response.on('error', () => undefined);
  const host = request.headers.host ?? 'localhost';
  const url = new URL(request.url ?? '/', `https://${host}`);
  const seen: SeenRequest = {
    method: request.method ?? '',
    path: url.pathname,
    query: url.search,
    host,
    headers: request.headers,
    at: world.clock.now(),
    status: 0,
  };
  world.requests.push(seen);
  world.inFlight++;
  response.on('close', () => {
    seen.status = response.statusCode;
    world.inFlight--;
  });
  const body = await bodyOfRequest(request);
  if (body === null) return;
  if (url.pathname.startsWith('/admin')) {
    adminPage({ method: seen.method, url, body, org: world.org }, response);
    return;
  }

  const planned = world.faults.take(seen.method, url.pathname);
  const fault = planned?.fault ?? null;
  const latency = world.latencyMs + (fault?.kind === 'latency' ? fault.ms : 0);
  if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));

  const { reply, limitHeaders } =
    planned?.reaches === false
      ? { reply: { status: 200 }, limitHeaders: {} }
      : await judge(seen, url, body, world);
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

interface Judged {
  readonly reply: Reply;
  readonly limitHeaders: Record<string, string>;
}

async function judge(seen: SeenRequest, url: URL, body: string, world: World): Promise<Judged> {
  const { org, clock, limits } = world;
  const ask = {
    method: seen.method,
    url,
    authorization: seen.headers.authorization,
    userAgent: seen.headers['user-agent'],
    contentType: seen.headers['content-type'],
    dpop: seen.headers.dpop?.toString(),
    body,
    org,
    clock,
  };
  if (url.pathname.startsWith('/.well-known/')) {
    const { headers, over } = limits.count(org, url.pathname, null);
    return { reply: over === null ? answer(ask, null) : errorReply(429, 'E0000047'), limitHeaders: headers };
  }
  if (url.pathname === '/oauth2/v1/token') {
    const { headers, over } = limits.count(org, url.pathname, null);
    return {
      reply: over === null ? await tokenEndpoint(ask) : errorReply(429, 'E0000047'),
      limitHeaders: headers,
    };
  }
  if (!/^\/(api\/v1|oauth2\/v1\/clients)\//.test(url.pathname)) {
    return { reply: errorReply(404, 'E0000008'), limitHeaders: {} };
  }
  const caller = await authenticate(ask);
  if ('status' in caller) {
    return { reply: caller, limitHeaders: limits.count(org, url.pathname, null).headers };
  }
  const through = { tokenId: caller.token?.id, userAgent: ask.userAgent, denied: true };
  if (world.inFlight > org.concurrency) {
    org.log('core.concurrency.org.limit.violation', caller.actor, null, through);
    return { reply: errorReply(429, 'E0000047'), limitHeaders: limits.tooManyAtATime() };
  }
  const { headers, over } = limits.count(
    org,
    url.pathname,
    caller.token === null ? caller.actor : caller.token,
  );
  if (over === null) return { reply: answer(ask, caller), limitHeaders: headers };
  // A token over its own share exceeds an operation's limit; all callers together exceed the org's (Okta, rate limits).
  const scope = over === 'token' ? 'operation' : 'org';
  org.log(`system.${scope}.rate_limit.violation`, caller.actor, null, through);
  return { reply: errorReply(429, 'E0000047'), limitHeaders: headers };
}
