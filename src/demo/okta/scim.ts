/** Returns whether an item matches, in the form of its answer. */
export type Test = (item: unknown) => boolean;

/**
 * Reads a filter in the simple form that Okta's `filter` and `search` share: `path op "value"` or `path pr`, joined by `and` and `or`
 * (`and` binds closer, RFC 7644 section 3.4.2.2); eq, ne, sw, ew, co, gt, ge, lt, le. Returns null for other forms, also for brackets.
 */
export function readFilter(text: string): Test | null {
  const alternatives: Test[][] = [];
  for (const alternative of text.split(/\s+or\s+(?=[\w.]+\s+(?:\w\w)\b)/i)) {
    const clauses = alternative.split(/\s+and\s+(?=[\w.]+\s+(?:\w\w)\b)/i).map(readClause);
    const known = clauses.filter((clause) => clause !== null);
    if (known.length < clauses.length) return null;
    alternatives.push(known);
  }
  return (item) => alternatives.some((clauses) => clauses.every((clause) => clause(item)));
}

const compare: Readonly<Record<string, (is: string, wanted: string) => boolean>> = {
  eq: (is, wanted) => is === wanted,
  ne: (is, wanted) => is !== wanted,
  sw: (is, wanted) => is.startsWith(wanted),
  ew: (is, wanted) => is.endsWith(wanted),
  co: (is, wanted) => is.includes(wanted),
  gt: (is, wanted) => is > wanted,
  ge: (is, wanted) => is >= wanted,
  lt: (is, wanted) => is < wanted,
  le: (is, wanted) => is <= wanted,
};

function readClause(text: string): Test | null {
  const match = /^([\w.-]+)\s+(?:(pr)|(\w\w)\s+"((?:[^"\\]|\\.)*)")$/i.exec(text.trim());
  if (match === null) return null;
  const [, path = '', present, operator = '', quoted = ''] = match;
  const steps = path.split('.');
  if (present !== undefined) return (item) => valuesAt(item, steps).length > 0;
  const holds = compare[operator.toLowerCase()];
  if (holds === undefined) return null;
  const wanted = quoted.replace(/\\(.)/g, '$1').toLowerCase();
  return (item) => valuesAt(item, steps).some((value) => holds(value.toLowerCase(), wanted));
}

/** Returns the values at a path of an answer, including values inside lists on the path. */
export function valuesAt(item: unknown, steps: readonly string[]): string[] {
  if (Array.isArray(item)) return item.flatMap((one) => valuesAt(one, steps));
  const [step, ...rest] = steps;
  if (step === undefined) return item === null || typeof item === 'object' ? [] : [String(item)];
  if (item === null || typeof item !== 'object') return [];
  return valuesAt((item as Readonly<Record<string, unknown>>)[step], rest);
}
