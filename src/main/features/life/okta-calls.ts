import type { Outcome } from '../../../shared/contract/outcome.ts';
import type { Token } from '../../../shared/contract/tokens.ts';
import type { Secret } from '../../base/secret.ts';
import type { OktaClient } from '../../okta/client.ts';
import { outcome } from '../../okta/outcomes.ts';
import { user } from '../../okta/schemas.ts';
import { words } from './words.ts';

/** What life's calls to Okta need from kept tokens. */
export interface LifeCallNeeds {
  readonly client: OktaClient;
  readonly originOf: (token: Token) => string;
  /** Returns a token's value. The caller wipes it. Throws Failed when it cannot be decrypted. */
  readonly secretOf: (tokenId: string) => Secret;
}

/** The most other tokens of an org that Keyturn asks about an owner. */
const mostAskers = 3;

/** Makes one light call with a token, which restarts Okta's 30 days. Returns what Okta said. */
export async function useOnce({ client, originOf, secretOf }: LifeCallNeeds, token: Token): Promise<Outcome> {
  using secret = secretOf(token.id);
  const answer = await client.call({
    origin: originOf(token),
    secret,
    path: '/api/v1/users/me',
    schema: user,
  });
  return answer.kind === 'accepted'
    ? outcome('accepted', words.oktaCalls.accepted(token.orgHost), '', answer)
    : answer.outcome;
}

/** Returns the status of an owner, by the first of `askers` that may read it. Returns null when none may. */
export async function statusOfOwner(
  { client, originOf, secretOf }: LifeCallNeeds,
  askers: readonly Token[],
  ownerId: string,
): Promise<string | null> {
  for (const asker of askers.slice(0, mostAskers)) {
    using secret = secretOf(asker.id);
    const path = `/api/v1/users/${encodeURIComponent(ownerId)}`;
    const answer = await client.call({
      origin: originOf(asker),
      secret,
      path,
      schema: user,
      patience: 'none',
    });
    if (answer.kind === 'accepted') return answer.value.status;
  }
  return null;
}
