import { z } from 'zod';
import { clip } from '../../../shared/clip.ts';
import type { Witnessed } from '../../../shared/contract/rotation.ts';
import { Failed } from '../../base/failure.ts';
import type { OktaClient } from '../../okta/client.ts';
import type { Credential } from '../../okta/credential.ts';
import type { LentWitness, RotationNeeds, Witness } from './needs.ts';
import { words } from './words.ts';

const anything = z.unknown();

/** The most credentials that Keyturn asks. */
const mostWitnesses = 3;

/** Lends `work` the credential that can best read this part of a token's org, or null when there is none. Returns the result of `work`. */
export async function withWitness<T>(
  needs: Pick<RotationNeeds, 'witnesses'>,
  tokenId: string,
  reads: 'logs' | 'tokens',
  work: (credential: Credential | null) => Promise<T>,
): Promise<T> {
  for (const witness of needs.witnesses(tokenId, reads).slice(0, mostWitnesses)) {
    const lent = await lend(witness);
    if (lent instanceof Failed) continue;
    using borrowed = lent;
    return await work(borrowed.credential);
  }
  return await work(null);
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
  for (const witness of witnesses(tokenId, null).slice(0, mostWitnesses)) {
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
async function lend(witness: Witness): Promise<LentWitness | Failed> {
  try {
    return await witness.lend(new AbortController().signal);
  } catch (error) {
    if (error instanceof Failed) return error;
    throw error;
  }
}
