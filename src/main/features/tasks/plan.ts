import { cut } from '../../../shared/clip.ts';
import type { UserQuestion } from '../../../shared/contract/tasks.ts';
import { quotedValue } from '../../../shared/user-search.ts';
import { Failed } from '../../base/failure.ts';
import { trimmed } from '../../base/unseen-ends.ts';
import type { JobStore, KeptRow, RowFacts } from './job-store.ts';
import { attributeOf, type ListedUser } from './schemas.ts';
import type { ReadPage } from './user-reading.ts';
import { words } from './words.ts';

/** A row of a plan before it has a number. */
export type PlannedRow = Omit<KeptRow, 'no'>;

/** The most rows of a job. They take some hours within Okta's usual limits. */
const mostRows = 200_000;
/** The number of users in one search. Okta says that an "overly complex or long" search fails, and gives no number. */
export const usersAtATime = 20;

/** Writes the rows of one plan. */
export class PlanWriter {
  readonly #store: JobStore;
  readonly #jobId: string;
  #rows = 0;

  constructor(store: JobStore, jobId: string) {
    this.#store = store;
    this.#jobId = jobId;
  }

  /** Writes the next rows. Throws Failed `bad-request` for a plan that is too long. */
  add(rows: readonly PlannedRow[]): void {
    if (this.#rows + rows.length > mostRows) {
      throw new Failed('bad-request', words.plan.tooLong(String(mostRows)), words.plan.inParts);
    }
    this.#store.addRows(this.#jobId, this.#rows + 1, rows);
    this.#rows += rows.length;
  }

  get rows(): number {
    return this.#rows;
  }
}

/** Who a row is about: a login or Okta's id, and the group that the row names. */
export interface Named {
  readonly name: string;
  /** A group by its id, or by its name in a file. */
  readonly group?: { readonly id: string } | { readonly name: string };
}

/** A user in Okta, or a name that no user has. */
export type Found = ListedUser | { readonly missing: string };

/** The rule of one kind of job for a row. `no` is the number of the row. */
export type RowOf = (found: Found, no: number, named: Named) => PlannedRow | Promise<PlannedRow>;

/** The facts of a row about nobody. */
export const emptyFacts: RowFacts = {
  userId: '',
  login: '',
  name: '',
  before: '',
  wanted: false,
  sentence: '',
  at: null,
  requestId: null,
};

/** Returns the facts of a row about a user, who is left out so far. */
export const userFacts = (user: ListedUser): RowFacts => ({
  ...emptyFacts,
  userId: user.id,
  login: cut(attributeOf(user, 'login'), 200),
  name: cut(
    ['firstName', 'lastName']
      .map((part) => attributeOf(user, part))
      .join(' ')
      .trim(),
    200,
  ),
  before: user.status,
});

/** Returns the row of a name that no user has. */
export const missingRow = (name: string): PlannedRow => ({
  state: 'left',
  facts: {
    ...emptyFacts,
    login: cut(name, 200),
    sentence: name === '' ? words.plan.empty : words.plan.noUser,
  },
});

/** Plans for every user of a search, page after page. */
export async function planSearch(
  read: ReadPage,
  question: UserQuestion,
  rowOf: RowOf,
  plan: PlanWriter,
): Promise<void> {
  for (let next: string | null = null; ; ) {
    const page = await read(question, next);
    await write(
      page.users.map((user) => [user, { name: user.id }]),
      rowOf,
      plan,
    );
    if (page.next === null) return;
    next = page.next;
  }
}

/** Plans for the users that `names` name by login or by Okta's id, in that order. A name that no user has also gets a row. */
export async function planNamed(
  read: ReadPage,
  names: Iterable<Named> | AsyncIterable<Named>,
  holds: 'login' | 'id',
  rowOf: RowOf,
  plan: PlanWriter,
): Promise<void> {
  let batch: Named[] = [];
  const look = async () => {
    const wanted = batch;
    batch = [];
    const found = await usersNamed(
      read,
      wanted.map(({ name }) => name),
      holds,
    );
    await write(
      wanted.map((named) => [found.get(keyOf(named.name)) ?? { missing: named.name }, named]),
      rowOf,
      plan,
    );
  };
  for await (const { name, ...rest } of names) {
    batch.push({ name: trimmed(name), ...rest });
    if (batch.length === usersAtATime) await look();
  }
  if (batch.length > 0) await look();
}

async function write(found: readonly [Found, Named][], rowOf: RowOf, plan: PlanWriter): Promise<void> {
  const rows: PlannedRow[] = [];
  for (const [one, named] of found) rows.push(await rowOf(one, plan.rows + rows.length + 1, named));
  plan.add(rows);
}

/**
 * Okta ignores case in logins but not in ids. Two ids never differ by case alone. A file from a Mac may write an accent as a letter of its
 * own (Unicode, Normalization Form D).
 */
export const keyOf = (name: string): string => name.normalize('NFC').toLowerCase();

/** Returns the users of logins or ids, by those in lower case. */
export async function usersNamed(
  read: ReadPage,
  names: readonly string[],
  holds: 'login' | 'id',
): Promise<Map<string, ListedUser>> {
  const property = holds === 'login' ? 'profile.login' : 'id';
  const clauses = [...new Set(names.filter((name) => name !== ''))].map(
    (name) => `${property} eq ${quotedValue(cut(name.normalize('NFC'), 200).toWellFormed())}`,
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
