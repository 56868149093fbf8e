import { principalRateLimitId, principalRateLimitJson, tokenJson } from './answers.ts';
import type { FakeToken } from './model.ts';
import { page } from './paging.ts';
import { errorReply, notAllowed, notFound, type Reply } from './reply.ts';
import { type Asked, bodyOf, note, type Route } from './routes.ts';

function one(asked: Asked, reply: (token: FakeToken) => Reply): Reply {
  const id = asked.ids[0] ?? '';
  const token = asked.org.tokens.find((candidate) => candidate.id === id);
  return token === undefined ? notFound(id, 'ApiToken') : reply(token);
}

const stringsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/** Edits a token; creates none. Okta: "Upserts an API Token Network Condition" (API Tokens API). */
function edit(asked: Asked): Reply {
  return one(asked, (token) => {
    const body = bodyOf(asked);
    if (body === null) return errorReply(400, 'E0000003');
    const { name, network } = body;
    if (typeof name !== 'string' || name === '') return errorReply(400, 'E0000001', 'name');
    if (network !== undefined) {
      const { connection, include, exclude } = (network ?? {}) as Readonly<Record<string, unknown>>;
      if (connection !== 'ANYWHERE' && connection !== 'ZONE')
        return errorReply(400, 'E0000001', 'connection');
      const zones = { include: stringsIn(include), exclude: stringsIn(exclude) };
      const unknown = [...zones.include, ...zones.exclude].find(
        (id) => id !== 'ALL_ZONES' && !asked.org.zones.some((zone) => zone.id === id),
      );
      if (unknown !== undefined) return errorReply(400, 'E0000001', 'network', [`Unknown zone: ${unknown}`]);
      token.network =
        connection === 'ZONE' ? { connection, ...zones } : { connection, include: [], exclude: [] };
    }
    token.name = name;
    token.lastUpdated = asked.clock.now();
    note(asked, 'system.api_token.update', { id: token.id, type: 'Token', displayName: name });
    return { status: 200, body: tokenJson(token, asked.origin) };
  });
}

function revoke(asked: Asked, token: FakeToken): Reply {
  asked.org.revoke(token.id, asked.actor, { tokenId: asked.token?.id, userAgent: asked.userAgent });
  return { status: 204 };
}

/** The routes of /api/v1/api-tokens. They return only metadata, never a token's value. */
export const tokenRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v1/api-tokens',
    needs: 'tokens',
    reply: (asked) =>
      page(asked, asked.org.tokens, (token) => tokenJson(token, asked.origin), asked.org.tokensPerPage),
  },
  {
    // Every holder of a value may revoke it, with any roles.
    method: 'DELETE',
    path: '/api/v1/api-tokens/current',
    needs: null,
    // Okta's description has no scope for this: an access token cannot revoke itself as an API token.
    scopes: null,
    reply: (asked) => (asked.token === null ? notAllowed() : revoke(asked, asked.token)),
  },
  {
    method: 'GET',
    path: '/api/v1/api-tokens/:id',
    needs: 'tokens',
    reply: (asked) => one(asked, (token) => ({ status: 200, body: tokenJson(token, asked.origin) })),
  },
  { method: 'PUT', path: '/api/v1/api-tokens/:id', needs: 'tokens', reply: edit },
  {
    method: 'DELETE',
    path: '/api/v1/api-tokens/:id',
    needs: 'tokens',
    reply: (asked) => one(asked, (token) => revoke(asked, token)),
  },
];

/** Returns a percentage from a body, or its earlier value; null when it is invalid. */
function percentage(value: unknown, was: number): number | null {
  if (value === undefined) return was;
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100 ? value : null;
}

function share(asked: Asked, token: FakeToken, status: number): Reply {
  const body = bodyOf(asked);
  if (body === null) return errorReply(400, 'E0000003');
  const rate = percentage(body.defaultPercentage, token.percentage);
  const atATime = percentage(body.defaultConcurrencyPercentage, token.concurrencyPercentage);
  if (rate === null || atATime === null) return errorReply(400, 'E0000001', 'defaultPercentage');
  token.percentage = rate;
  token.concurrencyPercentage = atATime;
  note(asked, 'system.rate_limit.configuration.update', {
    id: token.id,
    type: 'Token',
    displayName: token.name,
  });
  return { status, body: principalRateLimitJson(token, asked.org) };
}

function oneShare(asked: Asked, reply: (token: FakeToken) => Reply): Reply {
  const id = asked.ids[0] ?? '';
  const token = asked.org.tokens.find((candidate) => principalRateLimitId(candidate) === id);
  return token === undefined ? notFound(id, 'PrincipalRateLimitEntity') : reply(token);
}

/** The routes of /api/v1/principal-rate-limits (each token's share of the limits) and of the org's warning threshold. */
export const limitRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v1/principal-rate-limits',
    needs: 'limits',
    reply: (asked) => {
      const filter = asked.url.searchParams.get('filter') ?? '';
      const [, type, id] =
        /^principalType eq "(\w+)"(?: and principalId eq "(\w+)")?$/.exec(filter.trim()) ?? [];
      if (type === undefined) return errorReply(400, 'E0000001', 'filter');
      const tokens = asked.org.tokens.filter(
        (token) => type === 'SSWS_TOKEN' && (id === undefined || token.id === id),
      );
      return page(asked, tokens, (token) => principalRateLimitJson(token, asked.org), 50);
    },
  },
  {
    method: 'POST',
    path: '/api/v1/principal-rate-limits',
    needs: 'limits',
    reply: (asked) => {
      const id = String(bodyOf(asked)?.principalId ?? '');
      const token = asked.org.tokens.find((candidate) => candidate.id === id);
      return token === undefined ? notFound(id, 'Principal') : share(asked, token, 201);
    },
  },
  {
    method: 'GET',
    path: '/api/v1/principal-rate-limits/:id',
    needs: 'limits',
    reply: (asked) =>
      oneShare(asked, (token) => ({ status: 200, body: principalRateLimitJson(token, asked.org) })),
  },
  {
    method: 'PUT',
    path: '/api/v1/principal-rate-limits/:id',
    needs: 'limits',
    reply: (asked) => oneShare(asked, (token) => share(asked, token, 200)),
  },
  {
    method: 'GET',
    path: '/api/v1/rate-limit-settings/warning-threshold',
    needs: 'limits',
    scopes: 'okta.rateLimits',
    reply: ({ org }) => ({ status: 200, body: { warningThreshold: org.warningThreshold } }),
  },
];
