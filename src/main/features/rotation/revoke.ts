import { z } from 'zod';
import type { Outcome } from '../../../shared/contract/outcome.ts';
import type { RevokeAttempt } from '../../../shared/contract/rotation.ts';
import type { Clock } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import type { Answer, OktaClient } from '../../okta/client.ts';
import { user } from '../../okta/schemas.ts';
import { words as oktaWords } from '../../okta/words.ts';
import { listedTokenOf } from './quiet.ts';
import { words } from './words.ts';

const nothing = z.unknown();

export interface RevokeQuestion {
  readonly client: OktaClient;
  readonly clock: Clock;
  readonly origin: string;
  readonly whose: RevokeAttempt['whose'];
  /** The value to revoke. */
  readonly ending: Secret;
  /** The other value, which can revoke the first by its id and read the list. It is null when there is none. */
  readonly other: Secret | null;
  readonly oktaTokenId: string | null;
}

const ended = (after: Outcome): boolean => after.status === 401 && after.errorCode === 'E0000011';

/** Returns an outcome for an answer, because the record needs one and an accepted answer has none. */
const outcomeOf = (answer: Answer<unknown>, sentence: string): Outcome =>
  answer.kind === 'accepted'
    ? {
        kind: 'accepted',
        word: oktaWords.outcome.accepted,
        sentence,
        remedy: '',
        status: answer.status,
        errorCode: null,
        errorId: null,
        requestId: answer.requestId,
        retryAt: null,
      }
    : answer.outcome;

/**
 * Revokes a token: by itself (`DELETE /api/v1/api-tokens/current`, which needs no rights), or else by its id with the other value. Then
 * Okta must answer one more call with the token by 401 E0000011. Only that answer is the proof. When Keyturn can read the list of API
 * tokens, the token must also be gone from the list: a deactivated owner's token gets the same answer, and works again when its owner does.
 */
export async function revokeAndProve(question: RevokeQuestion): Promise<RevokeAttempt> {
  const { client, clock, origin, ending, other, oktaTokenId, whose } = question;
  const host = new URL(origin).host;
  const canList = other !== null && oktaTokenId !== null;

  let by: RevokeAttempt['by'] = 'current';
  let answer = await client.call({
    origin,
    secret: ending,
    method: 'DELETE',
    path: '/api/v1/api-tokens/current',
    schema: nothing,
  });
  // When Okta refuses the token itself, it is already revoked. After any other answer, the other value may still work.
  if (answer.kind !== 'accepted' && answer.status !== 401 && canList) {
    by = 'id';
    answer = await client.call({
      origin,
      secret: other,
      method: 'DELETE',
      path: `/api/v1/api-tokens/${encodeURIComponent(oktaTokenId)}`,
      schema: nothing,
    });
  }
  const revoked = outcomeOf(answer, words.revoke.carriedOut(host));
  const after = await client.call({
    origin,
    secret: ending,
    path: '/api/v1/users/me',
    schema: user,
    patience: 'interactive',
  });
  const said = outcomeOf(after, words.revoke.stillAccepts(host));
  const list =
    canList && ended(said)
      ? await listedTokenOf(client, origin, other, oktaTokenId)
      : { read: false, token: null };
  const isListed = list.read ? list.token !== null : null;
  const proven = ended(said) && isListed !== true;
  return {
    at: clock.now(),
    whose,
    by,
    revoked,
    after: said,
    listed: isListed,
    proven,
    sentence: sentenceOf({ host, whose, revoked, said, isListed, proven }),
  };
}

function sentenceOf({
  host,
  whose,
  revoked,
  said,
  isListed,
  proven,
}: {
  host: string;
  whose: RevokeAttempt['whose'];
  revoked: Outcome;
  said: Outcome;
  isListed: boolean | null;
  proven: boolean;
}): string {
  if (proven) {
    return words.revoke.proven(host, whose, isListed);
  }
  if (isListed === true) {
    return words.revoke.stillListed(host, whose);
  }
  if (said.kind === 'accepted') {
    return revoked.kind === 'accepted'
      ? words.revoke.saidRevoked(host, whose)
      : words.revoke.notRevoked(host, whose, refusal(revoked));
  }
  return words.revoke.notProven(host, whose, refusal(said));
}

const refusal = ({ word, status, errorCode }: Outcome): string =>
  words.revoke.refusal(word.toLowerCase(), status, errorCode);
