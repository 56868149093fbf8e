import { z } from 'zod';
import { clip } from '../../../shared/clip.ts';
import type { Witnessed } from '../../../shared/contract/rotation.ts';
import { Failed } from '../../base/failure.ts';
import type { Secret } from '../../base/secret.ts';
import type { OktaClient } from '../../okta/client.ts';
import type { Credential } from '../../okta/credential.ts';
import type { LentWitness, RotationNeeds, Witness } from './needs.ts';
import { words } from './words.ts';

const anything = z.unknown();

/** The most credentials that Keyturn asks. */
const mostAsked = 3;

/** A credential that can be lent. */
type Lender = Pick<Witness, 'lend'>;

/** Returns a token's own value as a loan. The end of the loan wipes the value. */
export const valueLent = (secret: Secret): LentWitness => ({
  credential: secret,
  refused: () => undefined,
  [Symbol.dispose]: () => secret.wipe(),
});

/**
 * Lends `work` one credential after the other, at most three, and returns its first result that is not null. Leaves out a credential that
 * does not open. Returns null when no credential gives a result.
 */
export async function firstResult<T>(
  lenders: readonly Lender[],
  work: (credential: Credential) => Promise<T | null>,
): Promise<T | null> {
  for (const lender of lenders.slice(0, mostAsked)) {
    const lent = await lend(lender);
    if (lent instanceof Failed) continue;
    using borrowed = lent;
    const result = await work(borrowed.credential);
    if (result !== null) return result;
  }
  return null;
}

/** Lends `work` the credential that can best read this part of a token's org, or null when there is none. Returns the result of `work`. */
export async function withWitness<T>(
  needs: Pick<RotationNeeds, 'witnesses'>,
  tokenId: string,
  reads: 'logs' | 'tokens',
  work: (credential: Credential | null) => Promise<T>,
): Promise<T> {
  const done = await firstResult(needs.witnesses(tokenId, reads), async (credential) => ({
    result: await work(credential),
  }));
  return done === null ? await work(null) : done.result;
}

/**
 * Makes one read with another credential of the token's org, and returns what Okta answered. An org, a network or an outage that refuses
 * everything therefore shows. Asks the next credential when Okta does not answer the first. Returns null when there is none.
 */
export async function askWitnesses(
  { client, clock, witnesses }: Pick<RotationNeeds, 'client' | 'clock' | 'witnesses'>,
  tokenId: string,
  origin: string,
): Promise<Witnessed | null> {
  let last: Witnessed | null = null;
  for (const witness of witnesses(tokenId, null).slice(0, mostAsked)) {
    const answer = await ask(client, witness, origin);
    last = { at: clock.now(), name: witness.name, ...answer };
    if (last.answered) break;
  }
  return last;
}

async function ask(
  client: OktaClient,
  witness: Witness,
  origin: string,
): Promise<Pick<Witnessed, 'answered' | 'status' | 'requestId' | 'sentence'>> {
  const lent = await lend(witness);
  if (lent instanceof Failed) {
    return { answered: false, status: null, requestId: null, sentence: clip(lent.message, 400) };
  }
  using borrowed = lent;
  const { path, query } = witness.read;
  const answer = await client.call({
    ...{ origin, secret: borrowed.credential, path, query, schema: anything },
    patience: 'interactive',
  });
  const { status, requestId } = answer;
  if (status === 401) borrowed.refused();
  return answer.kind === 'accepted'
    ? { answered: true, status, requestId, sentence: words.witness.answered(witness.name) }
    : { answered: false, status, requestId, sentence: clip(answer.outcome.sentence, 400) };
}

/** Lends a credential, or returns the reason why there is none. */
async function lend(lender: Lender): Promise<LentWitness | Failed> {
  try {
    return await lender.lend(new AbortController().signal);
  } catch (error) {
    if (error instanceof Failed) return error;
    throw error;
  }
}
