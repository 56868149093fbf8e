import { randomUUID } from 'node:crypto';
import type { FoundUsers, KeptSearch, TasksView, UserQuestion } from '../../../shared/contract/tasks.ts';
import type { Token } from '../../../shared/contract/tokens.ts';
import { isoDay } from '../../../shared/iso-day.ts';
import { csvHead } from '../../base/csv.ts';
import { Failed } from '../../base/failure.ts';
import { FileInParts } from '../../base/file-in-parts.ts';
import type { Watch } from '../../base/files.ts';
import type { Dialogs } from '../../base/ports.ts';
import { checkSearch } from './reading.ts';
import { foundUserOf, type ListedUser } from './schemas.ts';
import type { SearchStore } from './search-store.ts';
import { csvOfUsers } from './user-export.ts';
import { type AskingNeeds, askerOf, type UserReading } from './user-reading.ts';
import { words } from './words.ts';

/** What the search for users needs. */
export interface SearchNeeds extends AskingNeeds {
  readonly dialogs: Dialogs;
  readonly watch: Watch;
  readonly reading: UserReading;
  readonly searches: SearchStore;
  /** Notes an action with a token in the record of activity. */
  readonly note: (action: string, token: Token, sentence: string) => void;
}

/** An open search of the window: its token, its question, and where the next page begins (null when Okta has no more). */
interface OpenSearch {
  readonly orgId: string;
  readonly tokenId: string;
  readonly question: UserQuestion;
  next: string | null;
  read: number;
}

/** The most pages that Keyturn reads for the window at a time while no user on them is wanted. */
const pagesAtATime = 5;
/** The most open searches. An older search has to start again. */
const mostOpen = 8;
const mostAttributes = 500;

/** Finds, shows and exports the users of an org. A lock clears everything it holds. */
export class SearchDesk {
  readonly #needs: SearchNeeds;
  readonly #open = new Map<string, OpenSearch>();
  /** The names of attributes seen in an org's answers. */
  readonly #attributes = new Map<string, Set<string>>();

  constructor(needs: SearchNeeds) {
    this.#needs = needs;
  }

  /** Returns the first view of an org's page. */
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

  /** Searches for users and returns the first of them. Throws Failed. */
  async search(orgId: string, tokenId: string, question: UserQuestion): Promise<FoundUsers> {
    checkSearch(question);
    const open: OpenSearch = { orgId, tokenId, question, next: null, read: 0 };
    const resultId = randomUUID();
    const found = await this.#next(resultId, open);
    this.#open.set(resultId, open);
    for (const id of [...this.#open.keys()].slice(0, -mostOpen)) this.#open.delete(id);
    return found;
  }

  /** Returns the next users of a search. Throws Failed `not-found` when the search is no longer open. */
  async more(resultId: string): Promise<FoundUsers> {
    const open = this.#open.get(resultId);
    if (open === undefined || open.next === null) {
      throw new Failed('not-found', words.desk.searchGone, words.desk.searchAgain);
    }
    return this.#next(resultId, open);
  }

  /** Saves a search of an org. Throws Failed `bad-request` for a search that Okta would not understand. */
  keepSearch(orgId: string, name: string, question: UserQuestion): KeptSearch[] {
    checkSearch(question);
    this.#needs.searches.keep(orgId, name, question);
    return this.#needs.searches.list(orgId);
  }

  /** Removes a search of an org. */
  forgetSearch(orgId: string, searchId: string): KeptSearch[] {
    this.#needs.searches.forget(orgId, searchId);
    return this.#needs.searches.list(orgId);
  }

  /**
   * Writes every user of a search into a CSV file that the person chooses, page after page. The file appears whole or not at all. Returns
   * no path when the person cancelled the dialog. Throws Failed.
   */
  async exportUsers(
    orgId: string,
    tokenId: string,
    question: UserQuestion,
    columns: readonly string[],
  ): Promise<{ path: string | null; users: number }> {
    checkSearch(question);
    const token = askerOf(this.#needs, orgId, tokenId);
    const day = isoDay(this.#needs.clock.now());
    const path = await this.#needs.dialogs.saveFile(words.desk.saveUsers, `okta-users-${day}.csv`);
    if (path === null) return { path, users: 0 };
    let users = 0;
    const file = new FileInParts(path, this.#needs.watch);
    try {
      file.append(csvHead(columns));
      await this.#needs.reading.run(orgId, tokenId, async (read) => {
        for (let next: string | null = null; ; ) {
          const page = await read(question, next);
          file.append(csvOfUsers(page.users, columns));
          users += page.users.length;
          if (page.next === null) return;
          next = page.next;
        }
      });
      file.finish();
    } finally {
      file.abandon();
    }
    this.#needs.note('users.exported', token, words.desk.exported(users, token.orgHost));
    return { path, users };
  }

  /** Clears the found users. */
  forget(): void {
    this.#open.clear();
    this.#attributes.clear();
  }

  async #next(resultId: string, open: OpenSearch): Promise<FoundUsers> {
    const users: ListedUser[] = [];
    await this.#needs.reading.run(open.orgId, open.tokenId, async (read) => {
      let pages = 0;
      do {
        const page = await read(open.question, open.next);
        open.next = page.next;
        open.read += page.read;
        users.push(...page.users);
        this.#learn(open.orgId, page.users);
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

  #attributesOf(orgId: string): string[] {
    return [...(this.#attributes.get(orgId) ?? [])].toSorted();
  }

  /** Learns the names of attributes, also custom ones, from the profiles of an answer. */
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
