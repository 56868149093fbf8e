import { z } from 'zod';
import type { Outcome } from '../../../shared/contract/outcome.ts';
import { inSentence } from '../../../shared/in-sentence.ts';
import { series } from '../../../shared/listed.ts';
import type { Secret } from '../../base/secret.ts';
import type { SchemaOfOne } from '../../okta/answer.ts';
import type { OktaClient } from '../../okta/client.ts';
import { wholeList } from '../../okta/whole-list.ts';
import type { Learnt, Unknown } from './clues.ts';
import { words } from './words.ts';

/** Another kept token of the same org. Keyturn can ask with it about the failed token. */
export interface Helper {
  readonly label: string;
  /** Opens the value. The caller wipes it. Throws Failed when it cannot be decrypted. */
  readonly open: () => Secret;
}

/** The most helpers that Keyturn tries before a thing counts as unreadable. */
const most = 3;

/**
 * Asks an org about one token with the other tokens that are kept for the org. It uses GET only, and each helper at most once for each
 * thing.
 */
export class Helpers {
  readonly #client: OktaClient;
  readonly #origin: string;
  readonly #signal: AbortSignal;
  readonly #open: { label: string; secret: Secret }[];

  constructor(client: OktaClient, origin: string, helpers: readonly Helper[], signal: AbortSignal) {
    this.#client = client;
    this.#origin = origin;
    this.#signal = signal;
    this.#open = helpers.slice(0, most).map(({ label, open }) => ({ label, secret: open() }));
  }

  /** Reads one thing with the first helper that may read it. */
  async read<T>(path: string, schema: SchemaOfOne<T>): Promise<(Learnt & { value: T }) | Unknown> {
    return this.#first(async (secret) => {
      const answer = await this.#client.call<T>({
        origin: this.#origin,
        secret,
        path,
        schema,
        signal: this.#signal,
        patience: 'none',
      });
      return answer.kind === 'accepted' ? { value: answer.value } : answer.outcome;
    });
  }

  /** Reads a whole list, page after page, with the first helper that may read it. */
  async list<T>(
    path: string,
    schema: z.ZodType<T[]>,
    query: Readonly<Record<string, string>> = {},
  ): Promise<(Learnt & { value: T[] }) | Unknown> {
    return this.#first(async (secret) => {
      const { list, whole, stopped } = await wholeList(this.#client, {
        origin: this.#origin,
        secret,
        path,
        query,
        schema,
        signal: this.#signal,
        patience: 'none',
      });
      // Something missing from half of a list may be in the other half.
      return whole ? { value: list } : (stopped ?? { why: words.helpers.longerList });
    });
  }

  /** Finds out whether Okta accepts another token now, by the kind of the answer. */
  async alsoLimited(): Promise<(Learnt & { used: 'own' | 'org' }) | Unknown> {
    const [helper] = this.#open;
    if (helper === undefined) return nobody;
    const answer = await this.#client.call({
      origin: this.#origin,
      secret: helper.secret,
      path: '/api/v1/users/me',
      schema: z.unknown(),
      signal: this.#signal,
      patience: 'none',
    });
    if (answer.kind === 'accepted') return { by: helper.label, used: 'own' };
    if (answer.kind === 'rate-limited') return { by: helper.label, used: 'org' };
    return { why: words.helpers.notAsked(helper.label, inSentence(answer.outcome.word)) };
  }

  /** Wipes the values at the end of the block that declares the helpers with `using`. */
  [Symbol.dispose](): void {
    for (const { secret } of this.#open) secret.wipe();
  }

  async #first<T>(
    ask: (secret: Secret) => Promise<{ value: T } | Outcome | Unknown>,
  ): Promise<(Learnt & { value: T }) | Unknown> {
    if (this.#open.length === 0) return nobody;
    const said = new Set<string>();
    for (const { label, secret } of this.#open) {
      const answer = await ask(secret);
      if ('value' in answer) return { by: label, value: answer.value };
      if ('why' in answer) said.add(answer.why);
      else
        said.add(
          answer.kind === 'not-allowed' ? words.helpers.mayNotRead : words.helpers.endedWith(answer.word),
        );
    }
    const labels = series(this.#open.map(({ label }) => `"${label}"`));
    return { why: words.helpers.asked(labels, [...said]) };
  }
}

const nobody: Unknown = { why: words.helpers.noOtherWorking };
