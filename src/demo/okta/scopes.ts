import type { Area } from './permissions.ts';
import type { Route } from './routes.ts';

/** The scopes of each area, without the final `.read` or `.manage`. Routes with other scopes declare them. */
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

/** Returns the scope that an endpoint requires of an access token; null when no scope gives access. */
export function scopeOf({ method, needs, scopes }: Route): string | null {
  const family = scopes === undefined && needs !== null ? families[needs] : (scopes ?? null);
  return family === null ? null : `${family}.${method === 'GET' ? 'read' : 'manage'}`;
}

/** Returns whether scopes include the required one. `.manage` includes reading. */
export const covers = (scopes: readonly string[], wanted: string): boolean =>
  scopes.includes(wanted) || scopes.includes(wanted.replace(/\.read$/, '.manage'));
