import { z } from 'zod';
import { handOver } from './hand-over.ts';
import { outcome } from './outcome.ts';
import { flag, method, text, time, uuid, whole } from './shapes.ts';
import { networkRestriction, testRecord } from './testing.ts';
import { captureChoice } from './wizard.ts';

/**
 * A rotation as the window may know it: the proofs and their times, never a value. A token has at most one open rotation. An ended rotation
 * stays as a record.
 */

/**
 * `planned`: nothing captured. `captured`: the new value is kept beside the old one. `compared`: both were tested and compared.
 * `handing-over`: the new value is the token's; the old one is kept until its end is proven. `revoking`: the person asked to revoke.
 * `done`: the end is proven. `rolled-back`: the old value is the token's again. `abandoned`: ended before hand-over.
 */
export const rotationState = z.enum([
  'planned',
  'captured',
  'compared',
  'handing-over',
  'revoking',
  'done',
  'rolled-back',
  'abandoned',
]);
export type RotationState = z.infer<typeof rotationState>;

/**
 * `usual`: replace, hand over, revoke. `leaked`: revoke first, then replace. `to-app`: an OAuth service app took over the token's job, so
 * there is no new token: update the consumers, wait, revoke.
 */
export const rotationMode = z.enum(['usual', 'leaked', 'to-app']);
export type RotationMode = z.infer<typeof rotationMode>;

/** Whether one family of endpoints answers a token, read by one GET. */
export const probe = z.object({
  family: text(40),
  answer: z.enum(['allowed', 'denied', 'unknown']),
  /** Why the result is unknown; empty otherwise. */
  why: text(200),
});
export type Probe = z.infer<typeof probe>;

/** One side of a comparison. */
export const side = z.object({
  fingerprint: text(20),
  test: testRecord,
  probes: z.array(probe).max(20),
});
export type Side = z.infer<typeof side>;

/** `same`, or how the new token differs; `unknown` when one side could not be read. */
export const difference = z.enum(['same', 'broader', 'narrower', 'changed', 'unknown']);
export type Difference = z.infer<typeof difference>;

/** What a person must confirm before the hand-over of the new token. */
export const confirmation = z.enum(['other-owner', 'broader', 'narrower', 'unknown', 'old-not-working']);
export type Confirmation = z.infer<typeof confirmation>;

export const comparison = z.object({
  at: time,
  rows: z.array(z.object({ name: text(60), old: text(300), new: text(300), difference })).max(30),
  /** The open confirmations, each with its sentence. */
  confirm: z.array(z.object({ what: confirmation, sentence: text(500) })).max(5),
});
export type Comparison = z.infer<typeof comparison>;

/** How a hand-over command ended. */
export const handOverRun = z.object({
  at: time,
  tookMs: z.number().nonnegative(),
  /** The exit status; null when a signal or the time limit ended the command, or when it could not start. */
  exit: whole.nullable(),
  ok: flag,
  /** One sentence. */
  sentence: text(400),
  /** The command's output, redacted and cut. */
  output: text(4000),
});
export type HandOverRun = z.infer<typeof handOverRun>;

export const checklistItem = z.object({
  id: uuid,
  name: text(120),
  where: text(200),
  note: text(500),
  how: handOver.nullable(),
  doneAt: time.nullable(),
  doneBy: z.enum(['hand', 'command']).nullable(),
  run: handOverRun.nullable(),
});
export type ChecklistItem = z.infer<typeof checklistItem>;

/** Whether anything still uses the old token, by two sources. */
export const quiet = z.object({
  at: time,
  /** The start of the check: the hand-over. */
  since: time,
  verdict: z.enum(['in-use', 'waiting', 'quiet', 'cannot-tell']),
  sentence: text(600),
  log: z.object({
    read: flag,
    /** Why this could not be read; empty otherwise. */
    why: text(200),
    calls: z.number().int().nonnegative(),
    /** Whether the log has more events than were counted; absent in records from before this was kept. */
    more: flag.optional(),
    last: z.object({ at: time, address: text(80), userAgent: text(300), eventType: text(120) }).nullable(),
  }),
  expiry: z.object({
    read: flag,
    why: text(200),
    /** Whether the old token's `expiresAt` has moved since the hand-over. Only a use moves it. */
    moved: flag,
    lastUse: time.nullable(),
  }),
});
export type Quiet = z.infer<typeof quiet>;

/** What Okta answered another credential of the org, right after it refused the token. */
export const witnessed = z.object({
  at: time,
  /** Which credential it was, in words. */
  name: text(160),
  /** Whether Okta accepted its call. */
  answered: flag,
  status: whole.nullable(),
  requestId: text(200).nullable(),
  sentence: text(400),
});
export type Witnessed = z.infer<typeof witnessed>;

/** One attempt to revoke a token, and Okta's answer to a later call with it. */
export const revokeAttempt = z.object({
  at: time,
  whose: z.enum(['old', 'new']),
  /** `current`: the token revoked itself. `id`: the other token revoked it by its id. */
  by: z.enum(['current', 'id', 'none']),
  revoked: outcome.nullable(),
  /** The result of the later call with the token. */
  after: outcome,
  /** Whether the list of API tokens still has it; null when the list could not be read. */
  listed: flag.nullable(),
  /** Another credential's call. Only a rotation to an app needs one, because it has no new token. */
  witness: witnessed.optional(),
  /**
   * True only when Okta answered 401 E0000011 and the list, if readable, no longer has the token. A rotation to an app also needs a witness
   * that Okta answered, and without the list Okta's word that it carried out the revoke.
   */
  proven: flag,
  sentence: text(600),
});
export type RevokeAttempt = z.infer<typeof revokeAttempt>;

/** What a leaked token did, by the System Log. */
export const leakedUse = z.object({
  read: flag,
  why: text(200),
  since: time,
  events: z.number().int().nonnegative(),
  /** Whether there were more events than were read. */
  more: flag,
  groups: z
    .array(
      z.object({
        eventType: text(120),
        address: text(80),
        userAgent: text(300),
        count: whole,
        first: time,
        last: time,
      }),
    )
    .max(100),
});
export type LeakedUse = z.infer<typeof leakedUse>;

export const rotation = z.object({
  id: uuid,
  tokenId: uuid,
  mode: rotationMode,
  state: rotationState,
  label: text(120),
  orgHost: text(300),
  startedAt: time,
  /** Null while a value is kept for the rotation or a step is open. */
  endedAt: time.nullable(),
  /** How long the old token must be quiet, in minutes. The person decides when to finish. */
  quietMinutes: z.number().int().min(0).max(10_080),
  steps: z.array(z.object({ state: rotationState, at: time, sentence: text(400) })).max(200),
  oldFingerprint: text(20),
  newFingerprint: text(20).nullable(),
  /** Okta's ids of both tokens in its list of API tokens, if known. */
  oldOktaTokenId: text(40).nullable(),
  newOktaTokenId: text(40).nullable(),
  /** The OAuth service app that took over, in a rotation to an app. */
  app: z.object({ id: uuid, label: text(120), clientId: text(100) }).optional(),
  old: side.nullable(),
  new: side.nullable(),
  comparison: comparison.nullable(),
  confirmed: z.array(confirmation).max(5),
  checklist: z.array(checklistItem).max(50),
  handedOverAt: time.nullable(),
  /** The old token's `expiresAt` at the hand-over. */
  expiryAtHandOver: time.nullable(),
  /** How far Okta's clock was ahead of this computer's at the hand-over, in milliseconds. */
  oktaAheadMs: whole,
  /** When the old value was captured, for an undo. */
  oldCapturedAt: time,
  quiet: quiet.nullable(),
  attempts: z.array(revokeAttempt).max(100),
  /** The attempt that proved the old token's end. */
  proof: revokeAttempt.nullable(),
  leakedUse: leakedUse.nullable(),
});
export type Rotation = z.infer<typeof rotation>;

/** A token in the org's list, from which the person chooses. */
export const listedToken = z.object({
  id: text(40),
  name: text(300),
  created: time.nullable(),
  lastUse: time.nullable(),
  network: networkRestriction.nullable(),
});
export type ListedToken = z.infer<typeof listedToken>;

const rotationId = uuid;
const one = z.strictObject({ rotationId });

/** What was captured for a rotation. With `choices` nothing is kept yet: the person first chooses the new token. */
export const rotationCapture = z.object({
  rotation,
  notes: z.array(text(300)).max(6),
  clipboardCleared: flag,
  choices: z.array(captureChoice).max(4),
});

/** The methods of `rotation`. */
export const rotationMethods = {
  list: method('Open rotations, and one token’s records.', z.strictObject({}), z.array(rotation)),
  begin: method('Plan a rotation; nothing changes in Okta.', z.strictObject({ tokenId: uuid }), rotation),
  beginToApp: method(
    'Plan the revoke of a token whose job an OAuth service app took over; nothing changes in Okta.',
    z.strictObject({ tokenId: uuid }),
    rotation,
  ),
  replaceNow: method(
    'Revoke a leaked token now, prove it, and then replace the token. Only this call revokes a token at once.',
    z.strictObject({ tokenId: uuid }),
    rotation,
  ),
  openAdminConsole: method("Open the org's API token page in the browser.", one, z.object({})),
  captureFromClipboard: method(
    'Read the clipboard in main, keep the value beside the old one, and then clear the clipboard. The window gets only the fingerprint.',
    one,
    rotationCapture,
  ),
  chooseCaptured: method(
    'Choose the new token among several captured values. The others are wiped.',
    z.strictObject({ rotationId, fingerprint: z.string().max(20) }),
    rotationCapture,
  ),
  captureTyped: method(
    'Take a typed value, if the clipboard is not an option. The value travels inward once.',
    z.strictObject({ rotationId, value: z.string().min(1).max(4096) }),
    rotationCapture,
  ),
  compare: method('Test both values and compare them.', one, rotation),
  handOver: method(
    'Make the new value the token’s. The person must confirm every point of the comparison.',
    z.strictObject({ rotationId, confirm: z.array(confirmation).max(5) }),
    rotation,
  ),
  editChecklist: method(
    'Set the consumers of the token and how each is updated. Kept with the token for the next rotation.',
    z.strictObject({
      rotationId,
      items: z
        .array(
          checklistItem
            .pick({ name: true, where: true, note: true, how: true })
            .extend({ id: uuid.optional(), name: z.string().trim().min(1).max(120) }),
        )
        .max(50),
    }),
    rotation,
  ),
  tick: method(
    'Note whether a consumer was updated by hand.',
    z.strictObject({ rotationId, itemId: uuid, done: flag }),
    rotation,
  ),
  run: method(
    'Give the new value to a consumer with its command, or the old one after an undo. Main first shows a new command in a system dialog.',
    z.strictObject({ rotationId, itemId: uuid }),
    rotation,
  ),
  chooseEnvFile: method(
    'Choose a file in a system dialog; null when cancelled.',
    z.strictObject({}),
    z.object({ path: z.string().nullable() }),
  ),
  setQuietMinutes: method(
    'Set how long the old token must be unused.',
    z.strictObject({ rotationId, minutes: z.number().int().min(0).max(10_080) }),
    rotation,
  ),
  checkQuiet: method('Check the System Log and the token list for use of the old token.', one, rotation),
  candidates: method(
    'The owner’s tokens in Okta’s list, for when the old token is unknown there.',
    one,
    z.array(listedToken),
  ),
  pickOld: method(
    'Set which entry of Okta’s list is the old token.',
    z.strictObject({ rotationId, oktaTokenId: z.string().min(1).max(40) }),
    rotation,
  ),
  revoke: method(
    'Revoke the old token and prove it. Can be repeated without a proof. `insist`: although the token is not quiet.',
    z.strictObject({ rotationId, insist: text(40).optional() }),
    rotation,
  ),
  finish: method('Finish the replacement of a leaked token after its hand-over.', one, rotation),
  undo: method('Make the old value the token’s again.', one, rotation),
  resume: method('Make the new value the token’s again after an undo.', one, rotation),
  putAside: method(
    'Revoke the captured value with proof, or forget it, to capture another one.',
    z.strictObject({ rotationId, newToken: z.enum(['revoke', 'forget']) }),
    rotation,
  ),
  end: method(
    'End a rotation without a replacement. Revokes a captured value with proof, or forgets it if the person chooses so.',
    z.strictObject({ rotationId, newToken: z.enum(['revoke', 'forget']).optional() }),
    rotation,
  ),
  exportProof: method(
    'Save the record as JSON or as a page of HTML; null when cancelled.',
    z.strictObject({ rotationId, as: z.enum(['json', 'html']) }),
    z.object({ path: z.string().nullable() }),
  ),
} as const;

/** The events of `rotation`. */
export const rotationEvents = {
  rotationChanged: z.object({ rotation }),
  /** A step is running: `comparing`, `revoking`, `running`, `checking`; empty when none runs. */
  rotationBusy: z.object({ rotationId, doing: text(40) }),
} as const;
