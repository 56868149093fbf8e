import { z } from 'zod';
import { clip } from '../../../shared/clip.ts';
import type { Outcome } from '../../../shared/contract/outcome.ts';
import type { FoundGroup } from '../../../shared/contract/tasks.ts';
import { trimmed } from '../../base/unseen-ends.ts';
import { clipped } from '../../okta/clipped.ts';
import { looseText } from '../../okta/lenient.ts';
import type { KeptRow } from './job-store.ts';
import { type OrgReading, pagesWithin, readOne, readPages } from './org-reading.ts';
import { type RowNeeds, refusalWords } from './row-call.ts';
import { words } from './words.ts';

/** A group in Okta's answers (Okta Management API description 2026.06.3, Group). The profile of every type has a name. */
const listedGroup = z.object({
  id: clipped(40),
  type: clipped(40),
  profile: z.object({ name: clipped(255), description: looseText(1000) }),
});
type ListedGroup = z.infer<typeof listedGroup>;
const listedGroups = z.array(listedGroup);
const ids = z.array(z.object({ id: clipped(40) }));

/** The group of a row. */
export type RowGroup = NonNullable<KeptRow['facts']['group']>;

/** A group with members that may change, or the reason why Keyturn found no such group. */
export type GroupOrWhy = { readonly group: RowGroup } | { readonly why: string };

/** The most groups that a search returns. "The default limit for a query is 300 results" (Okta, Groups API, q). */
const mostShown = 20;
const mostOfName = '300';

/**
 * Returns the reason why a job cannot change the members of a group, or an empty text. "You only can modify memberships for groups of the
 * OKTA_GROUP type" (Okta, Groups API).
 */
const whyNot = ({ type }: ListedGroup): string =>
  type === 'OKTA_GROUP' ? '' : type === 'APP_GROUP' ? words.groups.ofApp : words.groups.ofOkta;

const rowGroup = ({ id, profile }: ListedGroup): RowGroup => ({ id, name: profile.name });

/** Returns the groups whose names begin with a text. Throws Failed `okta`. */
export async function groupsNamed(reading: OrgReading, begins: string): Promise<FoundGroup[]> {
  const found = await named(reading, begins, String(mostShown));
  return found.slice(0, mostShown).map((group) => ({
    ...{ id: group.id, name: group.profile.name, why: whyNot(group) },
    description: clip(group.profile.description ?? '', 300),
  }));
}

async function named(reading: OrgReading, begins: string, limit: string): Promise<ListedGroup[]> {
  // A query has no pages (Okta, Groups API, q).
  const query = { limit, ...(begins === '' ? {} : { q: begins }) };
  for await (const page of readPages(reading, 'groups', {
    path: '/api/v1/groups',
    schema: listedGroups,
    query,
  })) {
    return page;
  }
  return [];
}

/** Reads groups and their members for one plan, each group once. */
export class GroupBook {
  readonly #reading: OrgReading;
  readonly #groups = new Map<string, Promise<GroupOrWhy>>();
  readonly #members = new Map<string, Promise<ReadonlySet<string>>>();

  constructor(reading: OrgReading) {
    this.#reading = reading;
  }

  /** Returns the group of an id. Throws Failed `okta`. */
  byId(id: string): Promise<GroupOrWhy> {
    return once(this.#groups, `id ${id}`, async () => {
      const path = `/api/v1/groups/${encodeURIComponent(id)}`;
      const answer = await readOne(this.#reading, 'group', path, listedGroup);
      if (answer.kind !== 'accepted') {
        return { why: answer.status === 404 ? words.groups.gone : refusalWords(answer) };
      }
      const why = whyNot(answer.value);
      return why === '' ? { group: rowGroup(answer.value) } : { why };
    });
  }

  /** Returns the group with a name from a file. The case must be the same as in Okta. Throws Failed `okta`. */
  byName(name: string): Promise<GroupOrWhy> {
    return once(this.#groups, `name ${name}`, async () => {
      const found = await this.#called(name);
      const [group, ...more] = found.filter((one) => whyNot(one) === '');
      if (group === undefined)
        return { why: found[0] === undefined ? words.groups.noGroup(name) : whyNot(found[0]) };
      return more.length === 0 ? { group: rowGroup(group) } : { why: words.groups.severalOfName(name) };
    });
  }

  /**
   * Returns the groups with a name. When there is none, the same letters in another form count: macOS may write an accent as a character of
   * its own, and a spreadsheet a no-break space.
   */
  async #called(name: string): Promise<ListedGroup[]> {
    const exact = (await named(this.#reading, name, mostOfName)).filter(
      ({ profile }) => profile.name === name,
    );
    const plain = plainName(name);
    if (exact.length > 0 || plain === name) return exact;
    return (await named(this.#reading, plain, mostOfName)).filter(
      ({ profile }) => plainName(profile.name) === plain,
    );
  }

  /** Returns Okta's ids of the members of a group. Throws Failed `okta`. */
  membersOf(groupId: string): Promise<ReadonlySet<string>> {
    return once(this.#members, groupId, async () => {
      const members = new Set<string>();
      const path = `/api/v1/groups/${encodeURIComponent(groupId)}/users`;
      const pages = readPages(this.#reading, 'members', { path, schema: ids, query: { limit: '200' } });
      for await (const page of pages) for (const { id } of page) members.add(id);
      return members;
    });
  }
}

const plainName = (name: string): string => trimmed(name.normalize('NFC').replace(/\s+/g, ' '));

function once<T>(known: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const before = known.get(key);
  if (before !== undefined) return before;
  const now = read();
  known.set(key, now);
  return now;
}

/** Returns Okta's ids of all groups of a user, or why they cannot be read. */
export async function groupsOfUser(
  { client, asking, pace, signal }: RowNeeds,
  userId: string,
): Promise<Set<string> | Outcome> {
  const found = new Set<string>();
  const path = `/api/v1/users/${encodeURIComponent(userId)}/groups`;
  for await (const page of pagesWithin({ client, asking, signal }, pace.read, { path, schema: ids })) {
    if ('outcome' in page) return page.outcome;
    for (const { id } of page.items) found.add(id);
  }
  return found;
}
