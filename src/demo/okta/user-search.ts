import { type Test, valuesAt } from './scim.ts';

/** The times among the top-level properties in Okta's description of the users' `search`. */
const times: ReadonlySet<string> = new Set(['created', 'activated', 'statusChanged', 'lastUpdated']);
const topLevel: ReadonlySet<string> = new Set(['id', 'status', 'type.id', ...times]);
/** "You can only use `co` with these select user profile attributes" (Okta, Users API). */
const contains: ReadonlySet<string> = new Set([
  'profile.firstName',
  'profile.lastName',
  'profile.email',
  'profile.login',
]);

const compare: Readonly<Record<string, (is: string, wanted: string) => boolean>> = {
  eq: (is, wanted) => is === wanted,
  sw: (is, wanted) => is.startsWith(wanted),
  co: (is, wanted) => is.includes(wanted),
  gt: (is, wanted) => is > wanted,
  ge: (is, wanted) => is >= wanted,
  lt: (is, wanted) => is < wanted,
  le: (is, wanted) => is <= wanted,
};

/** The limit of clauses here. Okta refuses "overly complex or long" searches and gives no number. */
const mostClauses = 100;

/**
 * Reads the `search` of users in Okta's description: `attribute operator "value"` and `attribute pr`, joined by `and` and `or` (`and` binds
 * closer), in brackets; `eq`, `sw`, `co` (four attributes), `gt`, `ge`, `lt`, `le`; a value is a quoted text, a number, `true` or `false`.
 * Names are case sensitive, operators and values are not. Returns null for everything else: `ne`, `not`, `lastLogin`, or a name outside
 * `profile.` that Okta does not list.
 */
export function readUserSearch(text: string): Test | null {
  const words = text.match(/[()]|"(?:[^"\\]|\\.)*"|[^\s()"]+|"/g) ?? [];
  let at = 0;
  let clauses = 0;
  const take = (word: string): boolean => {
    if (words[at]?.toLowerCase() !== word) return false;
    at++;
    return true;
  };
  const clause = (): Test | null => {
    if (take('(')) {
      const inner = either();
      return inner !== null && take(')') ? inner : null;
    }
    if (++clauses > mostClauses) return null;
    const name = words[at++] ?? '';
    const operator = (words[at++] ?? '').toLowerCase();
    if (!topLevel.has(name) && !/^profile\.\w+$/.test(name)) return null;
    const path = name.split('.');
    if (operator === 'pr') return (item) => valuesAt(item, path).length > 0;
    const holds = compare[operator];
    const value = words[at++] ?? '';
    if (holds === undefined || (operator === 'co' && !contains.has(name))) return null;
    const quoted = /^"([\s\S]*)"$/.exec(value)?.[1]?.replace(/\\(.)/g, '$1');
    if (quoted === undefined && !/^(?:-?\d+(?:\.\d+)?|true|false)$/i.test(value)) return null;
    const wanted = (quoted ?? value).toLowerCase();
    if (times.has(name)) {
      const time = Date.parse(wanted.toUpperCase());
      if (Number.isNaN(time)) return null;
      return (item) => valuesAt(item, path).some((is) => holds(iso(Date.parse(is)), iso(time)));
    }
    return (item) => valuesAt(item, path).some((is) => holds(is.toLowerCase(), wanted));
  };
  const joined = (word: 'and' | 'or', part: () => Test | null, every: boolean) => (): Test | null => {
    const tests: Test[] = [];
    do {
      const test = part();
      if (test === null) return null;
      tests.push(test);
    } while (take(word));
    return (item) => (every ? tests.every((test) => test(item)) : tests.some((test) => test(item)));
  };
  const both = joined('and', clause, true);
  const either = joined('or', both, false);
  const test = either();
  return at === words.length ? test : null;
}

const iso = (time: number): string => new Date(time).toISOString();
