import type { Area } from './permissions.ts';
import type { Route } from './routes.ts';

/** The scopes of each area; `.read` or `.manage` comes after. Routes that differ say so themselves. */
const families: Readonly<Record<Area, string>> = {
  users: 'okta.users',
  groups: 'okta.groups',
  apps: 'okta.apps',
  logs: 'okta.logs',
  policies: 'okta.policies',
  zones: 'okta.networkZones',
  tokens: 'okta.apiTokens',
  limits: 'okta.principalRateLimits',
  authzServers: 'okta.authorizationServers',
  org: 'okta.orgs',
  roles: 'okta.roles',
};

/** The scope an endpoint asks of an access token; null where none lets it in. */
export function scopeOf({ method, needs, scopes }: Route): string | null {
  const family = scopes === undefined && needs !== null ? families[needs] : (scopes ?? null);
  return family === null ? null : `${family}.${method === 'GET' ? 'read' : 'manage'}`;
}

/** Whether scopes include the one that is asked for; `.manage` reads as well. */
export const covers = (scopes: readonly string[], wanted: string): boolean =>
  scopes.includes(wanted) || scopes.includes(wanted.replace(/\.read$/, '.manage'));
