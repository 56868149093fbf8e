import { z } from 'zod';
import { accessMethods } from './access.ts';
import { diagnosisEvents, diagnosisMethods } from './diagnosis.ts';
import { activityMethods, keepAliveSetting, lifeEvents, lifeMethods } from './life.ts';
import {
  capture,
  check,
  org,
  orgIdentity,
  outcome,
  pastTest,
  settings,
  settingsView,
  testRecord,
  token,
  tokenProfile,
  vaultStatus,
} from './models.ts';
import { programsEvents, programsMethods } from './programs.ts';
import { rotationEvents, rotationMethods } from './rotation.ts';
import { serviceMethods } from './service.ts';
import { done, flag, method, nothing, text, uuid, whole } from './shapes.ts';
import { usageEvents, usageMethods } from './usage.ts';

/** One method of the bridge: what it takes, what it gives, and why the window needs it. */
export interface MethodSpec {
  readonly request: z.ZodType;
  readonly response: z.ZodType;
  readonly why: string;
}

const draftId = uuid;
const tokenId = uuid;
const jobId = uuid;
/** Typed secrets travel inward only; the bound is far above any real one. */
const typedSecret = z.string().min(1).max(4096);

/**
 * The one table of methods. Types, preload, router, fuzzing and docs/bridge.md derive from it; nothing else names a channel.
 * Feature names are folder names in src/main and src/renderer.
 */
export const methods = {
  app: {
    info: method(
      'About, reports: which version on which host.',
      nothing,
      z.object({
        version: z.string(),
        host: z.enum(['Electron', 'Chromium host']),
        platform: z.string(),
        electron: z.string(),
        chrome: z.string(),
        node: z.string(),
      }),
    ),
    copyText: method(
      'Copy a name or a request id; the page itself has no clipboard permission.',
      z.strictObject({ text: z.string().min(1).max(2000) }),
      done,
    ),
    noteActivity: method('The person is here: start the lock timer anew.', nothing, done),
    openDoc: method(
      'Open one of a fixed list of pages in the browser; the window sends a key, never a URL.',
      z.strictObject({ doc: z.enum(['okta-create-token', 'okta-api-tokens', 'keyring-help']) }),
      done,
    ),
  },
  vault: {
    status: method('First paint, and after a reload.', nothing, vaultStatus),
    lock: method('Lock now: the data key leaves memory.', nothing, done),
    unlock: method(
      'Open again: by the keyring, or by the passphrase where that was chosen.',
      z.strictObject({ passphrase: typedSecret.optional() }),
      vaultStatus,
    ),
    retry: method('Look again after the person put something right.', nothing, vaultStatus),
    choosePassphrase: method(
      'No keyring: keep tokens under a passphrase.',
      z.strictObject({ passphrase: z.string().min(8).max(1024) }),
      vaultStatus,
    ),
    keepForSession: method(
      'No keyring: keep tokens in memory only until Keyturn quits.',
      nothing,
      vaultStatus,
    ),
    makeRecoveryKey: method(
      'Shown once, never stored: a second way to the data key.',
      nothing,
      z.object({ recoveryKey: z.string() }),
    ),
    declineRecoveryKey: method('Asked once; the answer is kept.', nothing, vaultStatus),
    recover: method(
      'The keyring lost the key: open with the recovery key.',
      z.strictObject({ recoveryKey: typedSecret }),
      vaultStatus,
    ),
    saveBackup: method(
      'A file that opens with a passphrase anywhere; verified by opening it before it says done. Null path: cancelled.',
      z.strictObject({ passphrase: z.string().min(8).max(1024) }),
      z.object({ path: z.string().nullable(), tokens: whole }),
    ),
    restoreBackup: method(
      'Open a backup in place of what is here, on a new computer for example; the old file is kept beside it.',
      z.strictObject({ passphrase: typedSecret }),
      z.object({ status: vaultStatus, tokens: whole.nullable(), oldFile: z.string().nullable() }),
    ),
    beginAnew: method(
      'Start an empty vault beside the one that does not open; nothing is deleted.',
      nothing,
      z.object({ status: vaultStatus, oldFile: z.string() }),
    ),
    showFolder: method("Show the vault's folder in the file manager.", nothing, done),
  },
  orgs: {
    list: method('Sidebar and wizard.', nothing, z.array(org)),
  },
  tokens: {
    list: method('The list.', nothing, z.array(token)),
    update: method(
      'Change what a person says of a token.',
      z.strictObject({ tokenId, profile: tokenProfile.partial() }),
      token,
    ),
    remove: method('Forget it here; it goes on working in Okta.', z.strictObject({ tokenId }), done),
    copy: method(
      'Put the value, or a text with the value filled in, on the clipboard; the value passes the window by.',
      z.strictObject({ tokenId, as: z.enum(['value', 'curl', 'env', 'terraform', 'sdk']) }),
      z.object({ clearsAt: z.number() }),
    ),
  },
  wizard: {
    begin: method(
      'Open a draft in main; with `tokenId`, to paste that token again; with `orgId`, for an org that is known.',
      z.strictObject({ tokenId: tokenId.optional(), orgId: uuid.optional() }),
      z.object({ draftId, org: orgIdentity.nullable(), profile: tokenProfile.nullable() }),
    ),
    checkOrg: method(
      'Normalise what was typed and ask the org who it is, without a token.',
      z.strictObject({
        draftId,
        input: z.string().min(1).max(16_000),
        /** The person chose this very host when asked which one is meant. */
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
      'Main reads the clipboard and clears it; the window learns only the fingerprint.',
      z.strictObject({ draftId }),
      capture,
    ),
    chooseCaptured: method(
      'Say which of several captured values is the token; the others are wiped.',
      z.strictObject({ draftId, fingerprint: z.string().max(20) }),
      capture,
    ),
    captureTyped: method(
      'The second choice: the one inward way for a value.',
      z.strictObject({ draftId, value: typedSecret }),
      capture,
    ),
    test: method(
      'Test the draft; checks arrive as events.',
      z.strictObject({ draftId }),
      z.object({ jobId }),
    ),
    save: method(
      'Keep it. Untested or failed drafts only with `anyway`.',
      z.strictObject({
        draftId,
        profile: tokenProfile,
        anyway: flag,
        keepAlive: keepAliveSetting.optional(),
      }),
      token,
    ),
    discard: method('Wipe the draft from memory.', z.strictObject({ draftId }), done),
  },
  testing: {
    test: method('Test one token.', z.strictObject({ tokenId }), z.object({ jobId })),
    testAll: method("Test all, orgs in parallel, within each org's limits.", nothing, z.object({ jobId })),
    history: method(
      'The kept results of one token, newest first, with those of its earlier values.',
      z.strictObject({ tokenId, limit: z.number().int().min(1).max(1000) }),
      z.array(pastTest),
    ),
    cancel: method('Stop a running test or Test all.', z.strictObject({ jobId }), done),
  },
  rotation: rotationMethods,
  life: lifeMethods,
  activity: activityMethods,
  usage: usageMethods,
  settings: {
    get: method('The Settings page and the theme.', nothing, settingsView),
    set: method(
      'Change some settings; the extra CA file only by `chooseExtraCa`.',
      z.strictObject({ change: settings.omit({ extraCaFile: true }).partial().strict() }),
      settingsView,
    ),
    chooseExtraCa: method(
      'Pick a PEM file by the system dialog; its certificates are kept as they are then.',
      nothing,
      settingsView,
    ),
    takeExtraCa: method(
      'Trust what the chosen file holds now in place of what is kept, after a dialog of the system that names it.',
      nothing,
      settingsView,
    ),
    removeExtraCa: method('Trust only the system again.', nothing, settingsView),
  },
  access: accessMethods,
  diagnosis: diagnosisMethods,
  programs: programsMethods,
  service: serviceMethods,
} as const satisfies Record<string, Record<string, MethodSpec>>;

export type Methods = typeof methods;
export type FeatureName = keyof Methods;

/** The one table of events, main to window. */
export const events = {
  vaultChanged: vaultStatus,
  tokensChanged: z.object({ tokens: z.array(token), orgs: z.array(org) }),
  settingsChanged: settingsView,
  /** Checks that have begun or ended in the same moment. */
  testProgress: z.object({
    jobId,
    tokenId: tokenId.nullable(),
    draftId: draftId.nullable(),
    checks: z.array(check).min(1).max(12),
    /** What the test comes to, from the moment that Okta has said so; the record may add to its words. */
    answer: outcome.nullable(),
  }),
  /** A test has its result. A kept token then stands as `withTest` of health.ts says. */
  testFinished: z.object({
    jobId,
    tokenId: tokenId.nullable(),
    draftId: draftId.nullable(),
    record: testRecord,
  }),
  jobChanged: z.object({
    jobId,
    kind: z.enum(['test', 'test-all']),
    state: z.enum(['running', 'waiting', 'done', 'cancelled']),
    finished: whole,
    total: whole,
    /** Why it waits, for example a rate limit, and until when; why a test that is done has no result; empty otherwise. */
    note: text(300),
  }),
  ...rotationEvents,
  ...lifeEvents,
  ...usageEvents,
  clipboardCleared: z.object({ reason: z.enum(['time', 'lock', 'changed', 'quit']) }),
  command: z.object({
    name: z.enum(['add-token', 'test-all', 'settings', 'tokens', 'find', 'palette', 'upcoming']),
  }),
  ...diagnosisEvents,
  ...programsEvents,
} as const satisfies Record<string, z.ZodType>;

export type Events = typeof events;
export type EventName = keyof Events;
