import { z } from 'zod';
import { done, flag, method, nothing, text, tokenId, uuid, whole } from './shapes.ts';

/** The kind of place that holds a token. It decides how the place is cleaned. */
export const placeKind = z.enum([
  'env',
  'history',
  'netrc',
  'okta-yaml',
  'tfvars',
  'terraform-state',
  'postman',
  'vscode',
  'environment',
  'other',
]);
export type PlaceKind = z.infer<typeof placeKind>;

/** A token in plain text in some place. Its value stays in main. */
export const finding = z.object({
  id: uuid,
  kind: placeKind,
  /** A path, with `~` for the home folder, or the name of an environment variable. */
  place: text(500),
  /** The lines of the token, from 1; empty for an environment variable. */
  lines: z.array(whole).max(20),
  fingerprint: text(20),
  /** Why this is a token, in one sentence. */
  because: text(200),
  /** The org that appears beside the token, or null. */
  org: text(300).nullable(),
  /** The kept token that has this value. */
  kept: z.object({ tokenId, label: text(120) }).nullable(),
  /** Whether Keyturn can clean the place. */
  cleanable: flag,
  /** What cleaning does, or why Keyturn does not clean it, and what may write the value again. */
  cleanNote: text(600),
  /** What was done with the token; null while it is still there. */
  cleaned: text(600).nullable(),
});
export type Finding = z.infer<typeof finding>;

/** The page's view of the last search. */
export const plaintextView = z.object({
  state: z.enum(['idle', 'looking', 'done', 'cancelled']),
  /** The folder that the person chose, or null. */
  folder: text(500).nullable(),
  /** How many places were read so far. */
  looked: whole,
  /** The place Keyturn reads now; empty when it does not search. */
  at: text(500),
  /** The first 200 findings. */
  findings: z.array(finding).max(200),
  /** What was skipped and why, one sentence each. */
  leftOut: z.array(text(300)).max(12),
});
export type PlaintextView = z.infer<typeof plaintextView>;

const one = z.strictObject({ findingId: uuid });

/** The methods of `plaintext`. */
export const plaintextMethods = {
  view: method('The findings, and which of them are kept tokens now.', nothing, plaintextView),
  chooseFolder: method(
    'Choose a folder, in a system dialog, to search in addition to the known places.',
    nothing,
    plaintextView,
  ),
  forgetFolder: method('Search only the known places.', nothing, plaintextView),
  look: method('Search for tokens in plain text. Findings arrive as events.', nothing, done),
  cancel: method('Stop the search. Its findings stay.', nothing, done),
  cleanUp: method(
    'Remove a token from its file. Main first shows the change in a system dialog.',
    one,
    plaintextView,
  ),
  close: method('Wipe every found value when the page closes.', nothing, done),
} as const;

/** The events of `plaintext`. */
export const plaintextEvents = {
  plaintextChanged: z.object({ view: plaintextView }),
} as const;
