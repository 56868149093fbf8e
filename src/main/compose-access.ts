import type { Token } from '../shared/contract/models.ts';
import { AccessDesk } from './access/access-desk.ts';
import { AccessStore } from './access/access-store.ts';
import { families } from './access/mapping.ts';
import { probeFamilies } from './access/xray.ts';
import type { OktaClient } from './okta/client.ts';
import type { OrgStore } from './orgs/org-store.ts';
import { appsUrlOf } from './orgs/org-url.ts';
import { ServiceDesk } from './service/service-desk.ts';
import { ServiceStore } from './service/service-store.ts';
import type { TimedClipboard } from './tokens/timed-clipboard.ts';
import type { TokenStore } from './tokens/token-store.ts';
import type { Vault } from './vault/vault.ts';
import type { World } from './world.ts';

/** What access, and moving it to OAuth, are put together from. */
export interface AccessParts {
  readonly world: World;
  readonly vault: Vault;
  readonly client: OktaClient;
  readonly orgs: OrgStore;
  readonly tokens: TokenStore;
  readonly copied: TimedClipboard;
  readonly originOf: (token: Token) => string;
  readonly noteToken: (action: string, token: Token, sentence: string) => void;
}

/** What tokens may do, and the OAuth service apps that are to replace them, by what X-rays say of the tokens. */
export function composeAccess(parts: AccessParts): { access: AccessDesk; service: ServiceDesk } {
  const { world, vault, client, orgs, tokens, originOf } = parts;
  const { clock } = world;
  const access = new AccessDesk({
    client,
    clock,
    store: new AccessStore(vault),
    token: (tokenId) => tokens.get(tokenId),
    tokensOf: (orgId) => tokens.list().filter((token) => token.orgId === orgId),
    originOf,
    secretOf: (tokenId) => tokens.secretOf(tokenId),
  });
  const service = new ServiceDesk({
    store: new ServiceStore(vault),
    client,
    clock,
    opener: world.opener,
    families,
    token: (tokenId) => tokens.get(tokenId),
    originOf,
    appsUrlOf: ({ id }) => appsUrlOf(orgs.adminUrlOf(id)),
    job: (tokenId) => {
      const { judgement } = access.judged(tokenId);
      if (judgement === null) return null;
      const { needs, basis, scopes, suggestion } = judgement;
      return { needs, basis, scopes, roles: suggestion.roles, permissions: suggestion.permissions };
    },
    probesOf: (tokenId) => access.judged(tokenId).probes,
    probe: (origin, secret, ids, signal) => probeFamilies({ client, origin, secret, signal }, ids),
    copy: (text) => parts.copied.copy(text),
    note: parts.noteToken,
  });
  return { access, service };
}
