import { z } from 'zod';
import type { Outcome } from '../../../shared/contract/outcome.ts';
import type { RevokeAttempt, Witnessed } from '../../../shared/contract/rotation.ts';
import { inSentence } from '../../../shared/in-sentence.ts';
import type { Clock } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import type { Answer } from '../../okta/answer.ts';
import type { OktaClient } from '../../okta/client.ts';
import type { Credential } from '../../okta/credential.ts';
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
  readonly other: Credential | null;
  readonly oktaTokenId: string | null;
  /** Present in a rotation to an app, which has no new token. */
  readonly toApp?: BesideApp;
}

/** What the proof of a rotation to an app uses in place of a new token. */
export interface BesideApp {
  /** Makes a call with another credential of the org. Returns null when there is none. */
  readonly witness: () => Promise<Witnessed | null>;
  /** Whether Okta said at an earlier attempt that it carried out the revoke. */
  readonly carriedOut: boolean;
}

/** The longest time between the refusal and the answer to the witness, in milliseconds. */
const sameMinuteMs = 60_000;

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
 *
 * Without a new token two more things must hold. In the same minute Okta must answer another credential of the org, because an org or a
 * network that refuses everything is no proof. And without the list Okta must have said that it carried out the revoke.
 */
export async function revokeAndProve(question: RevokeQuestion): Promise<RevokeAttempt> {
  const { client, clock, origin, ending, other, oktaTokenId, whose, toApp } = question;
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
  const saidAt = clock.now();
  const list =
    canList && ended(said)
      ? await listedTokenOf(client, origin, other, oktaTokenId)
      : { read: false, token: null };
  const isListed = list.read ? list.token !== null : null;
  const refused = ended(said) && isListed !== true;
  const attempt = { at: clock.now(), whose, by, revoked, after: said, listed: isListed };
  if (toApp !== undefined && refused) {
    const witness = await toApp.witness();
    const carriedOut = revoked.kind === 'accepted' || toApp.carriedOut;
    const doubt = doubtOf(host, saidAt, witness, carriedOut || isListed === false);
    return {
      ...attempt,
      ...(witness === null ? {} : { witness }),
      proven: doubt === null,
      sentence: doubt ?? words.revoke.provenBeside(host, carriedOut, isListed, witness?.name ?? ''),
    };
  }
  const which = toApp === undefined ? whose : words.revoke.api;
  const sentence = sentenceOf({ host, whose: which, revoked, said, isListed, proven: refused });
  return { ...attempt, proven: refused, sentence };
}

/** Returns why a refusal does not prove the end of a token that no new token replaces, or null. */
function doubtOf(host: string, saidAt: number, witness: Witnessed | null, isRevoked: boolean): string | null {
  if (witness === null) return words.revoke.noWitness(host);
  if (!witness.answered) return words.revoke.witnessRefused(host, witness.name, witness.sentence);
  // A clock that was set back meanwhile hides how long the answer took.
  if (witness.at < saidAt || witness.at - saidAt > sameMinuteMs)
    return words.revoke.witnessLate(host, witness.name);
  return isRevoked ? null : words.revoke.ownerUnknown(host);
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
  whose: string;
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
  words.revoke.refusal(inSentence(word), status, errorCode);
