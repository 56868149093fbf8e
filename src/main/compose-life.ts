import type { Token } from '../shared/contract/models.ts';
import { healthOf } from '../shared/health.ts';
import { helpersAmong } from './diagnosis/helpers-of.ts';
import { LifeDesk } from './life/life-desk.ts';
import { LifeStore } from './life/life-store.ts';
import type { OktaClient } from './okta/client.ts';
import { outcome } from './okta/outcomes.ts';
import { user } from './okta/schemas.ts';
import type { SettingsStore } from './settings/settings-store.ts';
import type { TestStore } from './testing/test-store.ts';
import type { TokenStore } from './tokens/token-store.ts';
import type { Vault } from './vault/vault.ts';
import type { Noted, TrayView, World } from './world.ts';

/** What a token's life is put together from. */
export interface LifeParts {
  readonly world: World;
  readonly vault: Vault;
  readonly client: OktaClient;
  readonly settings: SettingsStore;
  readonly tokens: TokenStore;
  readonly tests: TestStore;
  readonly originOf: (token: Token) => string;
  readonly publishTokens: () => void;
  readonly noteToken: (action: string, token: Token, sentence: string, more?: Partial<Noted>) => void;
}

/** How many tests are looked through for the last one that told the owner. */
const mostLookedBack = 20;
/** How many other tokens of an org are asked about an owner. */
const mostHelpers = 3;

/** Warnings, keep alive and owner watch, with the features they work through. */
export function composeLife(parts: LifeParts): LifeDesk {
  const { world, client, tokens, tests, originOf, publishTokens, noteToken } = parts;
  const { clock, publish } = world;
  return new LifeDesk(new LifeStore(parts.vault), {
    clock,
    random: Math.random,
    tokens: () => tokens.list(),
    tokenOf: (id) => tokens.get(id),
    use: async (tokenId) => {
      const token = tokens.get(tokenId);
      const origin = originOf(token);
      const secret = tokens.secretOf(tokenId);
      try {
        const answer = await client.call({ origin, secret, path: '/api/v1/users/me', schema: user });
        const said =
          answer.kind === 'accepted'
            ? outcome('accepted', `${token.orgHost} accepted it.`, '', answer)
            : answer.outcome;
        if (answer.kind === 'accepted') tokens.noteUse(tokenId, clock.now());
        noteToken('token.kept-alive', token, said.sentence, {
          outcome: said.word,
          requestId: said.requestId,
        });
        publishTokens();
        return said;
      } finally {
        secret.wipe();
      }
    },
    ownerBefore: (tokenId, record) =>
      tests
        .history(tokenId, mostLookedBack)
        .find(({ id, facts }) => id !== record.id && facts.owner !== null) ?? null,
    statusOf: async (tokenId, ownerId) => {
      const token = tokens.get(tokenId);
      for (const helper of helpersAmong(tokens.list(), token.orgId, tokenId).slice(0, mostHelpers)) {
        const secret = tokens.secretOf(helper.id);
        try {
          const path = `/api/v1/users/${encodeURIComponent(ownerId)}`;
          const origin = originOf(token);
          const answer = await client.call({ origin, secret, path, schema: user, patience: 'none' });
          if (answer.kind === 'accepted') return answer.value.status;
        } finally {
          secret.wipe();
        }
      }
      return null;
    },
    settings: () => parts.settings.plain,
    notify: world.notify,
    onNotices: (notices) => publish('noticesChanged', { notices }),
    onTrouble: (error) => world.log.note('life.trouble', { error: String(error).slice(0, 300) }),
  });
}

/** What the tray shows of `tokens`; null while they cannot be seen. */
export function trayOf(tokens: readonly Token[] | null, now: number): TrayView {
  if (tokens === null) return { locked: true, line: 'Locked', urgent: [], attention: false };
  const all = tokens
    .map((token) => ({ token, ...healthOf(token, now) }))
    .sort((a, b) => b.urgency - a.urgency);
  const needy = all.filter(({ urgency }) => urgency > 0);
  const count = needy.length;
  return {
    locked: false,
    line:
      tokens.length === 0
        ? 'No tokens yet'
        : count === 0
          ? tokens.length === 1
            ? 'Your token is healthy'
            : `All ${tokens.length} tokens are healthy`
          : `${count} of ${tokens.length} ${tokens.length === 1 ? 'token needs' : 'tokens need'} you`,
    urgent: needy
      .slice(0, 3)
      .map(({ token, health, reason }) => ({ id: token.id, words: `${token.label}: ${health}, ${reason}` })),
    attention: needy.some(({ health }) => health === 'Failing' || health === 'Attention'),
  };
}
