import { z } from 'zod';
import { handOver } from './hand-over.ts';
import { flag, text, time, uuid, whole } from './shapes.ts';

/**
 * What the window may know. Nothing here can hold a token's value: the only way a value travels is inward, by
 * `wizard.captureTyped` (and passphrases and recovery keys by the vault's own methods).
 * All times are milliseconds since 1970 (UTC); all durations named `...Ms` are milliseconds.
 */

/** The thirteen ways a call to Okta can end. Closed: a new kind is a change of the contract. */
export const outcomeKind = z.enum([
  'accepted',
  'not-accepted',
  'not-allowed',
  'rate-limited',
  'owner-inactive',
  'zone-blocked',
  'not-an-okta-org',
  'no-network',
  'proxy',
  'tls',
  'timeout',
  'okta-trouble',
  'unexpected-answer',
]);
export type OutcomeKind = z.infer<typeof outcomeKind>;

/** One call's or one test's end, in words a person can act on, with what support would ask for. */
export const outcome = z.object({
  kind: outcomeKind,
  /** The first words on the page: "Working", "Not accepted", ... */
  word: text(40),
  /** What happened, and why as far as it is known. */
  sentence: text(600),
  /** What to do now; empty when nothing is to be done. */
  remedy: text(600),
  status: whole.nullable(),
  /** Okta's error code, for example E0000011. */
  errorCode: text(40).nullable(),
  /** Okta's errorId of the body. */
  errorId: text(120).nullable(),
  /** X-Okta-Request-Id of the answer. */
  requestId: text(120).nullable(),
  /** When a rate-limited call may be made again. */
  retryAt: time.nullable(),
});
export type Outcome = z.infer<typeof outcome>;

export const environment = z.enum(['production', 'preview', 'development', 'other']);
export type Environment = z.infer<typeof environment>;

/** An org as its own well-known document and its URL describe it. */
export const orgIdentity = z.object({
  /** `https://acme.okta.com`; the only origin its tokens are ever sent to. */
  origin: text(300),
  /** As a person reads it; punycode is shown as such. */
  host: text(300),
  /** Okta's id of the org, `00o...`. */
  oktaOrgId: text(40),
  pipeline: z.enum(['idx', 'v1', 'unknown']),
  environment,
  /** The Admin Console's page of API tokens. */
  adminUrl: text(500),
  /** What was changed of the pasted text or is worth knowing, one sentence each. */
  notes: z.array(text(300)).max(6),
});
export type OrgIdentity = z.infer<typeof orgIdentity>;

export const org = orgIdentity.omit({ notes: true }).extend({
  id: uuid,
  /** Short name in the sidebar, for example `acme`. */
  name: text(120),
  tokenCount: z.number().int().nonnegative(),
});
export type Org = z.infer<typeof org>;

export const checkId = z.enum([
  'reachable',
  'accepted',
  'owner',
  'active',
  'roles',
  'network',
  'expiry',
  'rate-limit',
]);
export type CheckId = z.infer<typeof checkId>;

/** One line of a test, streamed as it finishes. */
export const check = z.object({
  id: checkId,
  state: z.enum(['running', 'ok', 'attention', 'failed', 'unknown', 'skipped']),
  title: text(200),
  detail: text(400),
  ms: z.number().nonnegative().nullable(),
});
export type Check = z.infer<typeof check>;

export const role = z.object({
  type: text(80),
  label: text(200),
  /** USER when assigned to the owner, GROUP when by a group. */
  assignment: text(20),
});
export type Role = z.infer<typeof role>;

export const networkRestriction = z.object({
  connection: text(40),
  include: z.array(text(120)).max(200),
  exclude: z.array(text(120)).max(200),
});

export const rateLimit = z.object({
  /** The path family the limit counts, as a person reads it: "Users". */
  bucket: text(80),
  limit: whole,
  remaining: whole,
  resetAt: time,
});
export type RateLimit = z.infer<typeof rateLimit>;

/** What a test learnt. Null where Okta did not say, or the token may not ask. */
export const testFacts = z.object({
  owner: z.object({ id: text(40), login: text(200), name: text(200), status: text(40) }).nullable(),
  roles: z.array(role).max(100).nullable(),
  /** Okta's id of the token, `00T...`, when it could be matched in the api-tokens list. */
  oktaTokenId: text(40).nullable(),
  /** The name it was given in the Admin Console. */
  oktaTokenName: text(300).nullable(),
  network: networkRestriction.nullable(),
  expiresAt: time.nullable(),
  /** `okta`: read from Okta. `forecast`: 30 days after this test, since each use starts the 30 days anew. */
  expiryBasis: z.enum(['okta', 'forecast']).nullable(),
  rateLimit: rateLimit.nullable(),
});
export type TestFacts = z.infer<typeof testFacts>;

export const testRecord = z.object({
  id: uuid,
  at: time,
  tookMs: z.number().nonnegative(),
  outcome,
  checks: z.array(check).max(12),
  facts: testFacts,
});
export type TestRecord = z.infer<typeof testRecord>;

/** A test in a token's history, where tests of its earlier values stand as well. */
export const pastTest = testRecord.extend({ ofPresentValue: flag });
export type PastTest = z.infer<typeof pastTest>;

/** A test as a token shows it. What it learnt is the token's `known`. */
export const tokenTest = testRecord.omit({ facts: true });
export type TokenTest = z.infer<typeof tokenTest>;

export const consumer = z.object({
  name: text(120),
  /** Where it runs or keeps the token; may be empty. */
  where: text(200),
  note: text(500).optional(),
  /** How a rotation gives it the new value; by hand where absent. */
  how: handOver.nullable().optional(),
});
export type Consumer = z.infer<typeof consumer>;

/** What a person says of a token; kept encrypted. */
export const tokenProfile = z.object({
  label: z.string().trim().min(1).max(120),
  purpose: text(500),
  environment,
  tags: z.array(z.string().trim().min(1).max(40)).max(20),
  consumers: z.array(consumer).max(50),
  rotateEveryDays: z.number().int().min(1).max(3650),
});
export type TokenProfile = z.infer<typeof tokenProfile>;

/** A rotation under way, as the list needs it; all of it is in rotation.ts. */
export const tokenRotation = z.object({
  id: uuid,
  mode: z.enum(['usual', 'leaked']),
  state: z.enum(['planned', 'captured', 'compared', 'handing-over', 'revoking', 'rolled-back']),
});

/** A kept token without its value. `org`, `owner` and `id` together say which one it is. */
export const token = tokenProfile.extend({
  id: uuid,
  orgId: uuid,
  orgHost: text(300),
  /** Eight hex digits of a hash of the value, in two groups; tells two values apart, gives neither away. */
  fingerprint: text(20),
  createdAt: time,
  /** When this value came in; rotation is due from here. */
  capturedAt: time,
  /** The newest test of the present value; null when the present value was never tested. What it learnt is `known`. */
  lastTest: tokenTest.nullable(),
  /**
   * What is known of the present value: what its newest test learnt, or null. Nothing learnt from an earlier value of this token is
   * here, so nothing else may be asked for a token's facts.
   */
  known: testFacts.nullable(),
  /** The last time a call with the present value was accepted; each use starts Okta's 30 days anew. */
  lastAcceptedAt: time.nullable(),
  /** False when the kept value does not open any more: paste it again. */
  readable: flag,
  /** When its end in Okta was proven; there is no value any more then. */
  revokedAt: time.nullable(),
  /** The rotation that is under way, or null. */
  rotation: tokenRotation.nullable(),
});
export type Token = z.infer<typeof token>;

/** One of several values in a pasted text, without the value. */
export const captureChoice = z.object({
  fingerprint: text(20),
  /** Where it stood: "The second one, line 3, behind OKTA_API_TOKEN". */
  where: text(200),
});
export type CaptureChoice = z.infer<typeof captureChoice>;

/** What capture says of a value without giving it away. */
export const capture = z.object({
  fingerprint: text(20),
  /**
   * `token`: shaped like an API token. `unusual`: not, but may be one. `several`: the person must say which of `choices` is meant.
   * `refused`: is not one, or that is not certain; nothing was kept.
   */
  shape: z.enum(['token', 'unusual', 'several', 'refused']),
  choices: z.array(captureChoice).max(4),
  /** What was found and put right, or what it seems to be instead; one sentence each. */
  notes: z.array(text(300)).max(6),
  from: z.enum(['clipboard', 'hand']),
  /** True when the clipboard held the value and was cleared. */
  clipboardCleared: flag,
  /** Label of a kept token with the very same value, if there is one. */
  alreadyKeptAs: text(120).nullable(),
});
export type Capture = z.infer<typeof capture>;

export const keptIn = z.object({
  kind: z.enum(['keyring', 'passphrase', 'session']),
  /** "GNOME Keyring", "Keychain", "Passphrase", "This session only". */
  label: text(80),
  /** "encrypted with GNOME Keyring on this computer". */
  sentence: text(200),
});
export type KeptIn = z.infer<typeof keptIn>;

export const vaultProblemCode = z.enum([
  'keyring-locked',
  'key-lost',
  'key-wrong',
  'newer-version',
  'damaged',
  'read-only',
  'disk-full',
  'not-a-vault',
  'in-use',
]);
export type VaultProblemCode = z.infer<typeof vaultProblemCode>;

export const vaultAction = z.enum(['retry', 'recovery-key', 'restore-backup', 'begin-anew', 'show-folder']);
export type VaultAction = z.infer<typeof vaultAction>;

export const vaultStatus = z.object({
  /**
   * `opening`: not looked at yet. `open`. `locked`: the data key is not in memory. `no-keyring`: nothing can be kept until the
   * person chooses. `problem`: it exists and does not open; see `problem`.
   */
  phase: z.enum(['opening', 'open', 'locked', 'no-keyring', 'problem']),
  keptIn: keptIn.nullable(),
  /** When it locks by itself; null when it does not. */
  locksAt: time.nullable(),
  /** Whether a recovery key exists, or was declined, or is still to be offered. */
  recoveryKey: z.enum(['to-offer', 'declined', 'made']),
  problem: z
    .object({
      code: vaultProblemCode,
      sentence: text(600),
      remedy: text(600),
      /** How many tokens cannot be opened now; null when that cannot be read either. */
      tokens: z.number().int().nonnegative().nullable(),
      actions: z.array(vaultAction),
    })
    .nullable(),
});
export type VaultStatus = z.infer<typeof vaultStatus>;

const clockText = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const settings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** A PEM file whose certificates are trusted besides the system's. */
  extraCaFile: text(4096).nullable(),
  proxy: z.discriminatedUnion('mode', [
    z.object({ mode: z.literal('system') }),
    z.object({ mode: z.literal('none') }),
    z.object({ mode: z.literal('custom'), url: text(300) }),
  ]),
  /** Minutes without use; 0 means never. */
  lockAfterMinutes: z.number().int().min(0).max(1440),
  lockOnSuspend: flag,
  lockOnScreenLock: flag,
  /** Keep the window out of screenshots and screen sharing. */
  contentProtection: flag,
  startMinimised: flag,
  /** Notifications of the system; the inbox has everything either way. */
  notifications: flag,
  /** Local times, `22:00`, between which the system shows no notification; null for none. */
  quietHours: z.object({ from: clockText, to: clockText }).nullable(),
  startAtLogin: flag,
  showInTray: flag,
  /** Days for which the use of tokens is kept; 0 means the System Log is not read. */
  usageKeepDays: z.number().int().min(0).max(730),
  /** Where programs on this computer find Keyturn, at 127.0.0.1, while a token's door is open. */
  programsPort: z.number().int().min(1024).max(65535),
});
export type Settings = z.infer<typeof settings>;

/** Settings as the page shows them: with what the extra CA file holds, and what was asked for on the command line. */
export const settingsView = settings.extend({
  extraCa: z.object({ certificates: whole, sentence: text(300), ok: flag }).nullable(),
  /** What the file holds now, when that is not what is kept and trusted; usable when it could be taken over. */
  extraCaChange: z.object({ sentence: text(500), usable: flag }).nullable(),
  /** True when `--extra-ca` was given: it holds for this run and the Settings entry is shown, not changed. */
  extraCaFromCommandLine: flag,
});
export type SettingsView = z.infer<typeof settingsView>;

/** Whom a test is about: a kept token or the wizard's draft. */
export const testSubject = z.union([z.object({ tokenId: uuid }), z.object({ draftId: uuid })]);
export type TestSubject = z.infer<typeof testSubject>;
