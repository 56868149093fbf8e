import { randomUUID } from 'node:crypto';
import type { FoundUsers, KeptSearch, TasksView, UserQuestion } from '../../../shared/contract/tasks.ts';
import type { Token } from '../../../shared/contract/tokens.ts';
import { csvHead } from '../../base/csv.ts';
import { Failed } from '../../base/failure.ts';
import { FileInParts } from '../../base/file-in-parts.ts';
import type { Clock, Dialogs } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import type { Publisher } from '../../ipc/router.ts';
import type { OktaClient } from '../../okta/client.ts';
import { Pace } from './pace.ts';
import { checkSearch, userPage } from './reading.ts';
import { foundUserOf, type ListedUser } from './schemas.ts';
import type { SearchStore } from './search-store.ts';
import { csvOfUsers } from './user-export.ts';
import { words } from './words.ts';

/** What reading the users of an org needs of the app. */
export interface SearchNeeds {
  readonly client: OktaClient;
  readonly clock: Clock;
  readonly dialogs: Dialogs;
  readonly publish: Publisher['publish'];
  readonly searches: SearchStore;
  /** Returns the kept tokens that may ask an org for its users, the best first. */
  readonly askers: (orgId: string) => readonly Token[];
  readonly originOf: (token: Token) => string;
  /** The desk wipes it. Throws Failed when it does not open. */
  readonly secretOf: (tokenId: string) => Secret;
  /** Notes in the record of activity what was done with a token. */
  readonly note: (action: string, token: Token, sentence: string) => void;
}

/** A search that the window has open: who asks what, and where the next page begins; null when Okta has no more. */
interface OpenSearch {
  readonly orgId: string;
  readonly tokenId: string;
  readonly question: UserQuestion;
  next: string | null;
  read: number;
  found: number;
}

/** Pages that are read for the window at a time while none of their users is wanted. */
const pagesAtATime = 5;
/** Searches that stay open; an older one is to be searched again. */
const mostOpen = 8;
const mostAttributes = 500;

/** Finds, shows and exports the users of an org. What it holds is gone with a lock. */
export class SearchDesk {
  readonly #needs: SearchNeeds;
  readonly #open = new Map<string, OpenSearch>();
  /** The names of attributes seen in an org's answers. */
  readonly #attributes = new Map<string, Set<string>>();
  /** What is being read, one at a time for each org. */
  readonly #reading = new Map<string, AbortController>();

  constructor(needs: SearchNeeds) {
    this.#needs = needs;
  }

  /** Returns what the page of an org begins with. */
  view(orgId: string): TasksView {
    const askers = this.#needs.askers(orgId).slice(0, 200);
    return {
      askers: askers.map(({ id, label, known }) => ({
        tokenId: id,
        label,
        owner: known?.owner?.login ?? '',
      })),
      searches: this.#needs.searches.list(orgId),
      attributes: this.#attributesOf(orgId),
    };
  }

  /** Looks for users and returns the first of them. Throws Failed. */
  async search(orgId: string, tokenId: string, question: UserQuestion): Promise<FoundUsers> {
    checkSearch(question);
    const open: OpenSearch = { orgId, tokenId, question, next: null, read: 0, found: 0 };
    const resultId = randomUUID();
    const found = await this.#next(resultId, open);
    this.#open.set(resultId, open);
    for (const id of [...this.#open.keys()].slice(0, -mostOpen)) this.#open.delete(id);
    return found;
  }

  /** Returns the next users of a search. Throws Failed `not-found` when it is not open any more. */
  async more(resultId: string): Promise<FoundUsers> {
    const open = this.#open.get(resultId);
    if (open === undefined || open.next === null) {
      throw new Failed('not-found', words.desk.searchGone, words.desk.searchAgain);
    }
    return this.#next(resultId, open);
  }

  /** Keeps a search of an org. Throws Failed `bad-request` for one that Okta would not understand. */
  keepSearch(orgId: string, name: string, question: UserQuestion): KeptSearch[] {
    checkSearch(question);
    this.#needs.searches.keep(orgId, name, question);
    return this.#needs.searches.list(orgId);
  }

  /** Forgets a search of an org. */
  forgetSearch(orgId: string, searchId: string): KeptSearch[] {
    this.#needs.searches.forget(orgId, searchId);
    return this.#needs.searches.list(orgId);
  }

  /**
   * Writes every user of a search into a CSV file that the person chooses, page after page. The file appears whole or not at all. Gives no
   * path when the person cancelled the dialog. Throws Failed.
   */
  async exportUsers(
    orgId: string,
    tokenId: string,
    question: UserQuestion,
    columns: readonly string[],
  ): Promise<{ path: string | null; users: number }> {
    checkSearch(question);
    const token = this.#asker(orgId, tokenId);
    const day = new Date(this.#needs.clock.now()).toISOString().slice(0, 10);
    const path = await this.#needs.dialogs.saveFile(words.desk.saveUsers, `okta-users-${day}.csv`);
    if (path === null) return { path, users: 0 };
    let users = 0;
    const file = new FileInParts(path);
    try {
      file.append(csvHead(columns));
      await this.pages(orgId, tokenId, question, async (page) => {
        file.append(csvOfUsers(page, columns));
        users += page.length;
      });
      file.finish();
    } finally {
      file.abandon();
    }
    this.#needs.note('users.exported', token, words.desk.exported(String(users), token.orgHost));
    return { path, users };
  }

  /** Reads a search to its end and hands over its users page by page, each to be done with before the next. Throws Failed. */
  async pages(
    orgId: string,
    tokenId: string,
    question: UserQuestion,
    take: (users: ListedUser[]) => Promise<void>,
  ): Promise<void> {
    const open: OpenSearch = { orgId, tokenId, question, next: null, read: 0, found: 0 };
    await this.#reads(open, async (read) => {
      do await take(await read());
      while (open.next !== null);
    });
  }

  /** Ends what is being read of an org. */
  stop(orgId: string): void {
    this.#reading.get(orgId)?.abort(new Failed('cancelled', words.desk.stopped));
  }

  /** Ends all that is being read, and forgets what was read. */
  stopAll(): void {
    for (const orgId of this.#reading.keys()) this.stop(orgId);
    this.#open.clear();
    this.#attributes.clear();
  }

  /** Returns the token of an org that is to ask. Throws Failed `not-found` when it may not. */
  #asker(orgId: string, tokenId: string): Token {
    const token = this.#needs.askers(orgId).find(({ id }) => id === tokenId);
    if (token === undefined) {
      throw new Failed('not-found', words.desk.mayNotAsk, words.desk.chooseAnother);
    }
    return token;
  }

  async #next(resultId: string, open: OpenSearch): Promise<FoundUsers> {
    const users: ListedUser[] = [];
    await this.#reads(open, async (read) => {
      let pages = 0;
      do {
        users.push(...(await read()));
        pages++;
      } while (open.next !== null && users.length === 0 && pages < pagesAtATime);
    });
    return {
      resultId,
      users: users.map(foundUserOf),
      read: open.read,
      more: open.next !== null,
      attributes: this.#attributesOf(open.orgId),
    };
  }

  /** Opens the token and lets `work` read page after page; tells the window how far it is. */
  async #reads(open: OpenSearch, work: (read: () => Promise<ListedUser[]>) => Promise<void>): Promise<void> {
    const { orgId } = open;
    const token = this.#asker(orgId, open.tokenId);
    if (this.#reading.has(orgId)) {
      throw new Failed('bad-request', words.desk.alreadyReading, words.desk.waitOrStop);
    }
    const stop = new AbortController();
    this.#reading.set(orgId, stop);
    const { client, clock } = this.#needs;
    let waitsUntil: number | null = null;
    const tell = () =>
      this.#needs.publish('usersRead', { orgId, read: open.read, found: open.found, waitsUntil });
    const pace = new Pace(clock, (until) => {
      waitsUntil = until;
      tell();
    });
    try {
      using secret = this.#needs.secretOf(token.id);
      const asking = { origin: this.#needs.originOf(token), secret };
      await work(async () => {
        const page = await userPage(
          { client, clock, signal: stop.signal, pace },
          asking,
          open.question,
          open.next,
        );
        open.next = page.next;
        open.read += page.read;
        open.found += page.users.length;
        this.#learn(orgId, page.users);
        tell();
        return page.users;
      });
    } finally {
      this.#reading.delete(orgId);
    }
  }

  #attributesOf(orgId: string): string[] {
    return [...(this.#attributes.get(orgId) ?? [])].toSorted();
  }

  /** Learns the names of attributes, custom ones too, from the profiles of an answer. */
  #learn(orgId: string, users: readonly ListedUser[]): void {
    const names = this.#attributes.get(orgId) ?? new Set<string>();
    for (const { profile } of users) {
      for (const name of Object.keys(profile)) {
        if (names.size < mostAttributes && /^\w{1,100}$/.test(name)) names.add(name);
      }
    }
    this.#attributes.set(orgId, names);
  }
}
