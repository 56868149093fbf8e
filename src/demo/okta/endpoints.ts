import { wellKnownJson } from './answers.ts';
import { groupRuleRoutes } from './group-rules.ts';
import { groupRoutes } from './groups.ts';
import { logRoute } from './log-endpoint.ts';
import { authenticateOAuth, insufficientScope } from './oauth-callers.ts';
import { orgRoutes } from './org.ts';
import { may } from './permissions.ts';
import { schemaRoutes } from './profiles.ts';
import { errorReply, notAllowed, type Reply } from './reply.ts';
import type { Ask, Caller, Route } from './routes.ts';
import { covers, scopeOf } from './scopes.ts';
import { serviceAppRoutes } from './service-app-routes.ts';
import { limitRoutes, tokenRoutes } from './tokens.ts';
import { userRoutes } from './users.ts';

/** Every endpoint that needs a token. The first match wins, so fixed paths come before those with ids. */
export const routes: readonly Route[] = [
  ...userRoutes,
  ...groupRuleRoutes,
  ...groupRoutes,
  ...schemaRoutes,
  ...tokenRoutes,
  ...limitRoutes,
  ...serviceAppRoutes,
  ...orgRoutes,
  logRoute,
];

// Programs write a slash at the end of a path, as n8n does for the list of users.
const patterns = routes.map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replaceAll('.', '\\.').replace(/:\w+/g, '([^/]+)')}/?$`),
}));

/** Returns the caller, or an answer that refuses the call. */
export async function authenticate(ask: Ask): Promise<Caller | Reply> {
  const [scheme, value = ''] = ask.authorization?.split(' ') ?? [];
  if ((scheme === 'Bearer' || scheme === 'DPoP') && value !== '') {
    return authenticateOAuth(ask, scheme, value);
  }
  if (scheme !== 'SSWS' || value === '') return errorReply(403, 'E0000005');
  const caller = ask.org.use(value);
  if (caller === null) return errorReply(401, 'E0000011');
  const { owner, token } = caller;
  if (!ask.org.allows(token)) {
    ask.org.log(
      'system.api_token.request_outside_allowed_range',
      owner,
      { id: token.id, type: 'Token', displayName: token.name },
      { tokenId: token.id, userAgent: ask.userAgent, denied: true },
    );
    return errorReply(ask.org.zoneRefusal.status, ask.org.zoneRefusal.errorCode);
  }
  return { actor: owner, owner, token, access: null };
}

/** Returns the answer of one call. The server adds limits, latency and faults. Without a caller only the well-known document answers. */
export function answer(ask: Ask, caller: Caller | null): Reply {
  const { pathname, origin } = ask.url;
  if (pathname === '/.well-known/okta-organization') {
    return ask.method === 'GET'
      ? { status: 200, body: wellKnownJson(ask.org, ask.url) }
      : errorReply(405, 'E0000022');
  }
  if (caller === null) return errorReply(404, 'E0000008');
  const here = patterns.flatMap(({ route, pattern }) => {
    const match = pattern.exec(pathname);
    return match === null ? [] : [{ route, ids: match.slice(1).map(decoded) }];
  });
  if (here.length === 0) return errorReply(404, 'E0000008');
  const found = here.find(({ route }) => route.method === ask.method);
  if (found === undefined) return errorReply(405, 'E0000022');
  const { route, ids } = found;
  if (caller.access !== null) {
    const wanted = scopeOf(route);
    // It is unknown how real Okta answers an access token where it accepts only API tokens.
    if (wanted === null) return notAllowed();
    if (!covers(caller.access.scopes, wanted)) return insufficientScope(ask, caller.access.scheme, wanted);
  }
  if (route.needs !== null && !may(caller.actor, route.needs, route.method === 'GET' ? 'read' : 'write')) {
    return notAllowed();
  }
  return route.reply({ ...ask, ...caller, origin, ids });
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
