/** One text that is taken out of a source, and what stands there instead. `search` stands exactly once in `file`. */
export type Change = readonly [file: string, search: string, replace: string];

/** One protection, and the test that must fail without it. */
export interface Protection {
  /** A short name, unique among all. */
  readonly id: string;
  /** All of these are taken out together; more than one where two places protect the same. */
  readonly out: readonly [Change, ...Change[]];
  /** The file of the test, and words of its name; one test of that name must fail. */
  readonly fails: readonly [file: string, name: string];
}

/** A security claim in docs: a row of a table, or a sentence. It has one protection or more. */
export interface Claim {
  /** The document, such as `docs/threat-model.md`. */
  readonly doc: string;
  /** Words that stand exactly once in the document, in the claim. */
  readonly words: string;
  readonly protections: readonly [Protection, ...Protection[]];
}

/** Returns the claim of the row in the table of docs/threat-model.md that says `words`. */
export const threat = (words: string, ...protections: Claim['protections']): Claim => ({
  doc: 'docs/threat-model.md',
  words,
  protections,
});

/** Returns the claim of the row or sentence in docs/security.md that says `words`. */
export const security = (words: string, ...protections: Claim['protections']): Claim => ({
  doc: 'docs/security.md',
  words,
  protections,
});

/** Tells whether a test is a spec, which Playwright runs in the built app, and not a unit, which Vitest runs. */
export const isSpec = ({ fails: [file] }: Protection): boolean => file.endsWith('.spec.ts');
