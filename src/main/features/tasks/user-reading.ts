import type { UserQuestion } from '../../../shared/contract/tasks.ts';
import type { Token } from '../../../shared/contract/tokens.ts';
import { Failed } from '../../base/failure.ts';
import type { Clock } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import type { Publisher } from '../../ipc/router.ts';
import type { OktaClient } from '../../okta/client.ts';
import type { OrgReading } from './org-reading.ts';
import { Pace } from './pace.ts';
import { type UserPage, userPage } from './reading.ts';
import { words } from './words.ts';

/** What questions to an org about users need from the app. */
export interface AskingNeeds {
  readonly client: OktaClient;
  readonly clock: Clock;
  readonly publish: Publisher['publish'];
  /** Returns the kept tokens that may read an org's users, the best first. */
  readonly askers: (orgId: string) => readonly Token[];
  readonly originOf: (token: Token) => string;
  /** Returns the token's secret. The caller wipes it. Throws Failed when it cannot be decrypted. */
  readonly secretOf: (tokenId: string) => Secret;
}

/** Reads one page of a question. `next` is where the page begins, or null for the first page. */
export type ReadPage = (question: UserQuestion, next: string | null) => Promise<UserPage>;

/** Returns the token that asks an org. Throws Failed `not-found` when the token may not ask. */
export function askerOf({ askers }: Pick<AskingNeeds, 'askers'>, orgId: string, tokenId: string): Token {
  const token = askers(orgId).find(({ id }) => id === tokenId);
  if (token === undefined) throw new Failed('not-found', words.desk.mayNotAsk, words.desk.chooseAnother);
  return token;
}

/**
 * Reads users while a person waits. It does one thing at a time for each org, and reports the progress to the window. The person can stop
 * it.
 */
export class UserReading {
  readonly #needs: AskingNeeds;
  readonly #reading = new Map<string, AbortController>();

  constructor(needs: AskingNeeds) {
    this.#needs = needs;
  }

  /** Opens the token and lets `work` read users page after page, and other things of the org. Throws Failed, and `cancelled` after a stop. */
  async run<T>(
    orgId: string,
    tokenId: string,
    work: (read: ReadPage, org: OrgReading) => Promise<T>,
  ): Promise<T> {
    const token = askerOf(this.#needs, orgId, tokenId);
    if (this.#reading.has(orgId)) {
      throw new Failed('bad-request', words.desk.alreadyReading, words.desk.waitOrStop);
    }
    const stop = new AbortController();
    this.#reading.set(orgId, stop);
    const { client, clock, publish } = this.#needs;
    const progress = { orgId, read: 0, found: 0, waitsUntil: null as number | null };
    const paces = new Map<string, Pace>();
    const paceOf = (family: string): Pace => {
      const known = paces.get(family);
      if (known !== undefined) return known;
      const pace = new Pace(clock, (until) => {
        progress.waitsUntil = until;
        publish('usersRead', { ...progress });
      });
      paces.set(family, pace);
      return pace;
    };
    const pace = paceOf('users');
    try {
      using secret = this.#needs.secretOf(token.id);
      const asking = { origin: this.#needs.originOf(token), secret };
      const read: ReadPage = async (question, next) => {
        const page = await userPage({ client, clock, signal: stop.signal, pace }, asking, question, next);
        progress.read += page.read;
        progress.found += page.users.length;
        publish('usersRead', { ...progress });
        return page;
      };
      return await work(read, { client, asking, signal: stop.signal, paceOf });
    } finally {
      this.#reading.delete(orgId);
    }
  }

  /** Stops the reading of an org. */
  stop(orgId: string): void {
    this.#reading.get(orgId)?.abort(new Failed('cancelled', words.desk.stopped));
  }

  /** Stops all reading. */
  stopAll(): void {
    for (const orgId of this.#reading.keys()) this.stop(orgId);
  }
}
