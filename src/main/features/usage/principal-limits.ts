import { z } from 'zod';
import type { Outcome } from '../../../shared/contract/outcome.ts';
import type { UsageShare } from '../../../shared/contract/usage.ts';
import { series } from '../../../shared/listed.ts';
import { Failed } from '../../base/failure.ts';
import type { Secret } from '../../base/secret.ts';
import type { Answer } from '../../okta/answer.ts';
import type { OktaClient } from '../../okta/client.ts';
import { looseNumber } from '../../okta/lenient.ts';
import { wholeList } from '../../okta/whole-list.ts';
import { words } from './words.ts';

/** One entry of /api/v1/principal-rate-limits (Okta, Principal Rate Limits API): the part of the org's limits that one token may use. */
const entity = z.object({
  id: z.string().max(60),
  principalId: z.string(),
  defaultPercentage: looseNumber.nullish().catch(null),
  defaultConcurrencyPercentage: looseNumber.nullish().catch(null),
});
const entities = z.array(entity);
type Entity = z.infer<typeof entity>;
const threshold = z.object({ warningThreshold: looseNumber.pipe(z.number().int().min(1).max(100)) });

/** Okta's default for a token without its own entry. */
const usual = 50;
const mostPages = 20;
const path = '/api/v1/principal-rate-limits';

export interface ShareNeeds {
  readonly client: OktaClient;
  readonly origin: string;
  /** The org's tokens to ask with. The token of the question is first. */
  readonly secrets: readonly (() => Secret)[];
  readonly oktaTokenId: string;
}

/** Reads the share of one token. Throws Failed `okta` when none of the tokens may ask. */
export async function readShare(needs: ShareNeeds): Promise<UsageShare> {
  return withAny(needs, async (secret) => shareOf(await find(needs, secret)));
}

/** Changes the share in Okta and returns the new share. Throws Failed `okta`. */
export async function writeShare(
  needs: ShareNeeds,
  wanted: { percentage: number; concurrencyPercentage: number },
): Promise<{ readonly before: UsageShare; readonly after: UsageShare }> {
  return withAny(needs, async (secret) => {
    const kept = await find(needs, secret);
    const answer = await needs.client.call({
      origin: needs.origin,
      secret,
      method: kept === null ? 'POST' : 'PUT',
      path: kept === null ? path : `${path}/${encodeURIComponent(kept.id)}`,
      body: {
        principalId: needs.oktaTokenId,
        principalType: 'SSWS_TOKEN',
        defaultPercentage: wanted.percentage,
        defaultConcurrencyPercentage: wanted.concurrencyPercentage,
      },
      schema: entity,
    });
    return { before: shareOf(kept), after: shareOf(acceptedValue(answer)) };
  });
}

/** Returns the percentage of a limit at which the org warns its admins. Returns null when no token may ask. */
export async function readThreshold(needs: Omit<ShareNeeds, 'oktaTokenId'>): Promise<number | null> {
  try {
    return await withAny(needs, async (secret) => {
      const answer = await needs.client.call({
        origin: needs.origin,
        secret,
        path: '/api/v1/rate-limit-settings/warning-threshold',
        schema: threshold,
      });
      return acceptedValue(answer).warningThreshold;
    });
  } catch (error) {
    if (error instanceof Failed) return null;
    throw error;
  }
}

async function find(needs: ShareNeeds, secret: Secret): Promise<Entity | null> {
  const { list, whole, stopped } = await wholeList(
    needs.client,
    {
      origin: needs.origin,
      secret,
      path,
      query: { filter: 'principalType eq "SSWS_TOKEN"', limit: '50' },
      schema: entities,
    },
    { pages: mostPages },
  );
  const found = list.find(({ principalId }) => principalId === needs.oktaTokenId);
  if (found !== undefined) return found;
  if (stopped !== null) throw failed(stopped);
  if (whole) return null;
  // Keyturn must not add a second entry for a token.
  throw new Failed('okta', words.principals.moreEntries(list.length), words.principals.lookAtShare);
}

const shareOf = (one: Entity | null): UsageShare => ({
  percentage: one?.defaultPercentage ?? usual,
  concurrencyPercentage: one?.defaultConcurrencyPercentage ?? usual,
  own: one !== null,
});

/** An answer that refuses the asking token, so that Keyturn can try another. */
class Refused extends Failed {}

function acceptedValue<T>(answer: Answer<T>): T {
  if (answer.kind === 'accepted') return answer.value;
  throw failed(answer.outcome);
}

function failed({ kind, sentence, remedy, errorCode, requestId }: Outcome): Failed {
  const small = series([errorCode ?? '', requestId ?? '']);
  const isRefusal = ['not-allowed', 'not-accepted', 'owner-inactive', 'zone-blocked'].includes(kind);
  return isRefusal
    ? new Refused('okta', sentence, remedy, small)
    : new Failed('okta', sentence, remedy, small);
}

async function withAny<T>(
  { secrets }: Pick<ShareNeeds, 'secrets'>,
  work: (secret: Secret) => Promise<T>,
): Promise<T> {
  let first: unknown = new Failed('not-found', words.principals.noTokenOpens);
  for (const [n, take] of secrets.entries()) {
    using secret = take();
    try {
      return await work(secret);
    } catch (error) {
      if (n === 0) first = error;
      if (!(error instanceof Refused)) throw error;
    }
  }
  throw first;
}
