import { z } from 'zod';
import { keepAliveSetting } from './life.ts';
import { orgIdentity } from './orgs.ts';
import { done, draftId, flag, jobId, method, text, tokenId, typedSecret, uuid } from './shapes.ts';
import { token, tokenProfile } from './tokens.ts';

/** One of several values in a pasted text, without the value. */
export const captureChoice = z.object({
  fingerprint: text(20),
  /** The position in the text: "The second one, line 3, behind OKTA_API_TOKEN". */
  where: text(200),
});
export type CaptureChoice = z.infer<typeof captureChoice>;

/** What capture reports about a value without revealing it. */
export const capture = z.object({
  fingerprint: text(20),
  /**
   * `token`: it has the shape of an API token. `unusual`: it has another shape but may be one. `several`: the person must choose one of
   * `choices`. `refused`: it is not a token, or this is uncertain; nothing was kept.
   */
  shape: z.enum(['token', 'unusual', 'several', 'refused']),
  choices: z.array(captureChoice).max(4),
  /** What was found and corrected, or what the text seems to be instead; one sentence each. */
  notes: z.array(text(300)).max(6),
  from: z.enum(['clipboard', 'hand', 'file']),
  /** Whether the clipboard held the value and was cleared. */
  clipboardCleared: flag,
  /** The label of a kept token with the same value, if there is one. */
  alreadyKeptAs: text(120).nullable(),
});
export type Capture = z.infer<typeof capture>;

/** The methods of `wizard`. */
export const wizardMethods = {
  begin: method(
    'Open a draft in main. `tokenId`: paste that token again. `orgId`: for a known org. `findingId`: for a token found in a file.',
    z.strictObject({ tokenId: tokenId.optional(), orgId: uuid.optional(), findingId: uuid.optional() }),
    z.object({
      draftId,
      org: orgIdentity.nullable(),
      profile: tokenProfile.nullable(),
      /** The place of the found token, and the host of the org beside it. */
      found: z.object({ where: text(500), org: text(300).nullable() }).nullable(),
    }),
  ),
  checkOrg: method(
    'Normalise the typed address and ask the org for its identity, without a token.',
    z.strictObject({
      draftId,
      input: z.string().min(1).max(16_000),
      /** Whether the person chose this host when asked which one they meant. */
      sure: z.boolean().optional(),
    }),
    orgIdentity,
  ),
  openAdminConsole: method(
    "Open the org's API token page in the browser.",
    z.strictObject({ draftId }),
    done,
  ),
  captureFromClipboard: method(
    'Read the clipboard in main and clear it. The window gets only the fingerprint.',
    z.strictObject({ draftId }),
    capture,
  ),
  chooseCaptured: method(
    'Choose the token among several captured values. The others are wiped.',
    z.strictObject({ draftId, fingerprint: z.string().max(20) }),
    capture,
  ),
  captureFound: method(
    'Take a token from a file. Main first asks in a system dialog whether it belongs to the draft’s org.',
    z.strictObject({ draftId }),
    capture,
  ),
  captureTyped: method(
    'Take a typed value, if the clipboard is not an option. Values only travel inward.',
    z.strictObject({ draftId, value: typedSecret }),
    capture,
  ),
  test: method('Test the draft; checks arrive as events.', z.strictObject({ draftId }), z.object({ jobId })),
  save: method(
    'Keep the draft as a token. An untested or failed draft needs `anyway`.',
    z.strictObject({
      draftId,
      profile: tokenProfile,
      anyway: flag,
      keepAlive: keepAliveSetting.optional(),
    }),
    token,
  ),
  discard: method('Wipe the draft from memory.', z.strictObject({ draftId }), done),
} as const;
