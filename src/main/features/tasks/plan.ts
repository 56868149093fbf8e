import type { JobAction, UserQuestion } from '../../../shared/contract/tasks.ts';
import { quotedValue } from '../../../shared/user-search.ts';
import { Failed } from '../../base/failure.ts';
import { actions } from './actions.ts';
import type { JobStore, KeptRow } from './job-store.ts';
import { attributeOf, type ListedUser } from './schemas.ts';
import type { ReadPage } from './user-reading.ts';
import { words } from './words.ts';

/** A row of a plan before it has a number. */
type PlannedRow = Omit<KeptRow, 'no'>;

/** The most rows of a job. They take some hours within Okta's usual limits. */
const mostRows = 200_000;
/** The number of users in one search. Okta says that an "overly complex or long" search fails, and gives no number. */
const usersAtATime = 20;

/** Who asked for the plan, and which change it makes. */
export interface PlanOptions {
  readonly action: JobAction;
  /** Okta's id of the user who owns the asking token, if it is known. A job must not end its own token. */
  readonly ownerId: string | null;
}

/** Writes the rows of one plan, each user once. */
export class PlanWriter {
  readonly #store: JobStore;
  readonly #jobId: string;
  readonly #options: PlanOptions;
  /** The row of each user, by Okta's id. */
  readonly #seen = new Map<string, number>();
  #rows = 0;

  constructor(store: JobStore, jobId: string, options: PlanOptions) {
    this.#store = store;
    this.#jobId = jobId;
    this.#options = options;
  }

  /** Writes rows for users, and for names that no user has. Throws Failed `bad-request` for a plan that is too long. */
  write(found: readonly (ListedUser | { readonly missing: string })[]): void {
    if (this.#rows + found.length > mostRows) {
      throw new Failed('bad-request', words.plan.tooLong(String(mostRows)), words.plan.inParts);
    }
    const rows = found.map((one, n) => this.#rowOf(one, this.#rows + 1 + n));
    this.#store.addRows(this.#jobId, this.#rows + 1, rows);
    this.#rows += rows.length;
  }

  get rows(): number {
    return this.#rows;
  }

  #rowOf(found: ListedUser | { readonly missing: string }, no: number): PlannedRow {
    if ('missing' in found) {
      const facts = { ...nobody, login: found.missing.slice(0, 200) };
      return {
        state: 'left',
        facts: { ...facts, sentence: found.missing === '' ? words.plan.empty : words.plan.noUser },
      };
    }
    const facts = {
      ...nobody,
      userId: found.id,
      login: attributeOf(found, 'login').slice(0, 200),
      name: ['firstName', 'lastName']
        .map((part) => attributeOf(found, part))
        .join(' ')
        .trim()
        .slice(0, 200),
      before: found.status,
    };
    const why = this.#whyLeft(found);
    this.#seen.set(found.id, this.#seen.get(found.id) ?? no);
    return why === null
      ? { state: 'waiting', facts: { ...facts, wanted: true } }
      : { state: 'left', facts: { ...facts, sentence: why } };
  }

  /** Returns why the plan leaves a user out, or null. */
  #whyLeft({ id, status }: ListedUser): string | null {
    const { action, ownerId } = this.#options;
    const { from, to, takesAccess } = actions[action];
    const seen = this.#seen.get(id);
    if (seen !== undefined) return words.plan.twice(String(seen));
    if (to.includes(status)) return words.plan.already(status);
    if (!from.includes(status)) return words.plan.notFrom[action](status);
    return takesAccess && id === ownerId ? words.plan.ownOwner : null;
  }
}

const nobody = {
  userId: '',
  login: '',
  name: '',
  before: '',
  wanted: false,
  sentence: '',
  at: null,
  requestId: null,
};

/** Plans for every user of a search, page after page. */
export async function planSearch(read: ReadPage, question: UserQuestion, plan: PlanWriter): Promise<void> {
  for (let next: string | null = null; ; ) {
    const page = await read(question, next);
    plan.write(page.users);
    if (page.next === null) return;
    next = page.next;
  }
}

/** Plans for the users that `names` name by login or by Okta's id, in that order. A name that no user has also gets a row. */
export async function planNamed(
  read: ReadPage,
  names: Iterable<string> | AsyncIterable<string>,
  holds: 'login' | 'id',
  plan: PlanWriter,
): Promise<void> {
  let batch: string[] = [];
  const look = async () => {
    const wanted = batch;
    batch = [];
    const found = await usersNamed(read, wanted, holds);
    plan.write(wanted.map((name) => found.get(keyOf(name)) ?? { missing: name }));
  };
  for await (const name of names) {
    batch.push(name.trim());
    if (batch.length === usersAtATime) await look();
  }
  if (batch.length > 0) await look();
}

/** Okta ignores case in logins but not in ids. Two ids never differ by case alone. */
const keyOf = (name: string): string => name.toLowerCase();

async function usersNamed(
  read: ReadPage,
  names: readonly string[],
  holds: 'login' | 'id',
): Promise<Map<string, ListedUser>> {
  const property = holds === 'login' ? 'profile.login' : 'id';
  const clauses = [...new Set(names.filter((name) => name !== ''))].map(
    (name) => `${property} eq ${quotedValue(name.slice(0, 200))}`,
  );
  const users = new Map<string, ListedUser>();
  if (clauses.length === 0) return users;
  const question = { search: clauses.join(' or '), notSignedInForDays: null };
  for (let next: string | null = null; ; ) {
    const page = await read(question, next);
    for (const user of page.users) {
      users.set(keyOf(holds === 'login' ? attributeOf(user, 'login') : user.id), user);
    }
    if (page.next === null) return users;
    next = page.next;
  }
}
