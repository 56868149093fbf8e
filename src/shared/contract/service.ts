import { z } from 'zod';
import { accessPurpose, familyId, purposeKind } from './access.ts';
import { outcome } from './outcome.ts';
import { done, draftId, flag, method, nothing, text, time, tokenId, uuid, whole } from './shapes.ts';
import { tokenProfile } from './tokens.ts';

/**
 * OAuth service apps: each is a credential of its own, with or without an API token that it replaces. The contract has the scopes that its
 * job needs, a key pair whose private half leaves main only through the clipboard, and a test that reads what the job needs.
 */

/**
 * A Client ID. Okta makes it from the app's id, which begins with `0oa`, unless the maker of the app chose another one (Okta Management API
 * description 2026.06.3, ApplicationCredentialsOAuthClient: its length, its characters and the reserved word).
 */
export const clientId = z.string().regex(/^(?!ALL_CLIENTS$)[A-Za-z0-9$_.+!*'(),-]{6,100}$/);

/** One family of endpoints: the job's needs there, and what the token and the app can read. */
export const serviceRow = z.object({
  family: familyId,
  label: text(60),
  /** Null when the job needs nothing here. */
  need: z.enum(['read', 'manage']).nullable(),
  token: z.enum(['allowed', 'denied', 'unknown']).nullable(),
  app: z.enum(['allowed', 'denied', 'unknown']),
  /**
   * `works`, `lacks`, `unknown` and `not-tried` are about the job's needs. `fewer`: the token reaches this family, but the app does not and
   * does not need to.
   */
  verdict: z.enum(['works', 'lacks', 'unknown', 'not-tried', 'fewer']),
  sentence: text(300),
});
export type ServiceRow = z.infer<typeof serviceRow>;

export const serviceTest = z.object({
  at: time,
  tookMs: whole,
  /** Whether the app got an access token and could do the job, in words. */
  outcome,
  /** Whether the app requires proofs of possession; null when this is unknown. */
  dpop: flag.nullable(),
  /** The requested scopes that Okta did not grant. */
  missing: z.array(text(80)).max(40),
  rows: z.array(serviceRow).max(20),
});
export type ServiceTest = z.infer<typeof serviceTest>;

/** What a job needs of an app: the scopes, and the roles, because an app with a scope and no role can do nothing. */
export const servicePlan = z.object({
  /** The source of these needs. */
  basis: text(400),
  scopes: z.array(text(80)).max(40),
  /** Labels of standard roles that together cover the job. */
  roles: z.array(text(80)),
  /** Permissions of a custom role that covers the job. */
  permissions: z.array(text(120)),
});
export type ServicePlan = z.infer<typeof servicePlan>;

/**
 * `made`: a second key pair is kept beside the app's own key. `accepted`: Okta gave an access token for the new key. `switched`: the new key
 * is the app's own; the old one is kept only for the proof. `done`: the end of the old key is proven. `undone`: ended before the switch.
 * `unproven`: ended after the switch without a proof.
 */
export const keyRotationState = z.enum(['made', 'accepted', 'switched', 'done', 'undone', 'unproven']);
export type KeyRotationState = z.infer<typeof keyRotationState>;

/** One check of whether Okta still accepts the old key. */
export const oldKeyCheck = z.object({
  at: time,
  /** Okta's answer to an assertion that the old key signed. */
  old: outcome,
  /** Okta's answer to the new key right after. Null when the answer to the old key proves nothing, so the new key was not asked. */
  new: outcome.nullable(),
  /** True only when Okta refused the old key with `invalid_client` and accepted the new key right after. */
  proven: flag,
  sentence: text(600),
});
export type OldKeyCheck = z.infer<typeof oldKeyCheck>;

/** The newest rotation of an app's key, without either private key. An ended one stays until the next one begins. */
export const keyRotation = z.object({
  state: keyRotationState,
  /** When the new key was made. */
  startedAt: time,
  /** Null while a second key is kept. */
  endedAt: time.nullable(),
  steps: z.array(z.object({ state: keyRotationState, at: time, sentence: text(400) })).max(200),
  oldKid: text(100),
  newKid: text(100),
  /** The public half of the new key, as text to paste. */
  newJwk: text(2_000),
  /** The newest test of the new key. */
  test: serviceTest.nullable(),
  check: oldKeyCheck.nullable(),
});
export type KeyRotation = z.infer<typeof keyRotation>;

/** A kept app without its private key, as far as it is set up. */
export const serviceApp = tokenProfile.extend({
  id: uuid,
  orgId: uuid,
  orgHost: text(300),
  /** The token that it replaces, or null. It has this token's job until a person chooses another one. */
  tokenId: tokenId.nullable(),
  /** When its key was made. The rotation interval starts here. */
  madeAt: time,
  kid: text(100),
  /** The public half of its key, as text to paste. */
  jwk: text(2_000),
  clientId: clientId.nullable(),
  /** The job that a person chose for it; null when it has the job of its token, or none. */
  job: accessPurpose.nullable(),
  /** What the job needs; null while the job is unknown. */
  plan: servicePlan.nullable(),
  /** The newest test of the present key and Client ID; null when there was none. */
  lastTest: serviceTest.nullable(),
  /** False when the kept key no longer opens; the person must make another one. */
  readable: flag,
  /** The newest rotation of its key, open or ended; null when there was none. */
  keyRotation: keyRotation.nullable(),
});
export type ServiceApp = z.infer<typeof serviceApp>;

/** The kept apps, oldest first, and the ids of those that are being tested now. */
export const serviceApps = z.object({ apps: z.array(serviceApp), testing: z.array(uuid) });
export type ServiceApps = z.infer<typeof serviceApps>;

/** What the OAuth tab shows of one token. */
export const serviceView = z.object({
  /** What the token's job needs; null while this is unknown. */
  plan: servicePlan.nullable(),
  /** What only an API token can do. */
  stays: z.array(text(200)),
});
export type ServiceView = z.infer<typeof serviceView>;

/** The jobs that a person can choose for an app, and the families of endpoints for a job of their own. */
export const serviceJobs = z.object({
  purposes: z.array(z.object({ kind: purposeKind, label: text(60), words: text(300) })),
  families: z.array(z.object({ id: familyId, label: text(60), changeable: flag })),
});
export type ServiceJobs = z.infer<typeof serviceJobs>;

/** What is copied: the private key alone, or a configuration that contains it. */
export const serviceCopy = z.enum(['key', 'env', 'terraform', 'sdk']);
export type ServiceCopy = z.infer<typeof serviceCopy>;

const appId = uuid;
const ofApp = z.strictObject({ appId });

/** The methods of `service`. */
export const serviceMethods = {
  list: method('The list of kept OAuth service apps.', nothing, serviceApps),
  view: method('What the move of a token to OAuth needs.', z.strictObject({ tokenId }), serviceView),
  jobs: method('The jobs that a person can choose for an app.', nothing, serviceJobs),
  begin: method(
    'Keep an app for a token’s job, and make its key pair.',
    z.strictObject({ tokenId }),
    serviceApp,
  ),
  add: method(
    'Keep an app of the org of a wizard’s draft, and make its key pair.',
    z.strictObject({ draftId, profile: tokenProfile, job: accessPurpose }),
    serviceApp,
  ),
  makeKey: method(
    'Make another key pair for an app. It replaces the earlier one at once.',
    ofApp,
    serviceApp,
  ),
  rotateKey: method('Make a second key pair beside the key of an app.', ofApp, serviceApp),
  testNewKey: method(
    'Test an app with its new key. The app continues to use the old one.',
    ofApp,
    serviceApp,
  ),
  switchKey: method('Test the new key once more, and make it the key of the app.', ofApp, serviceApp),
  checkOldKey: method('Prove that Okta refuses the old key, and then destroy it.', ofApp, serviceApp),
  endKeyRotation: method(
    'Undo a key rotation before the switch, or end it after the switch without a proof.',
    ofApp,
    serviceApp,
  ),
  openConsole: method('Open the Admin Console’s page for new apps.', ofApp, done),
  setClient: method(
    'Set the app that has the key.',
    z.strictObject({ appId, clientId: text(20_000) }),
    serviceApp,
  ),
  setJob: method(
    'Choose what an app is for. The choice decides its scopes.',
    z.strictObject({ appId, job: accessPurpose }),
    serviceApp,
  ),
  update: method(
    'Change what the person wrote about an app.',
    z.strictObject({ appId, profile: tokenProfile.partial() }),
    serviceApp,
  ),
  test: method('Get an access token and read once from each family of the job.', ofApp, serviceApp),
  copy: method(
    'Copy the private key, or a configuration with it. The clipboard clears by itself.',
    z.strictObject({ appId, as: serviceCopy }),
    z.object({ clearsAt: time }),
  ),
  remove: method('Remove an app and its key from Keyturn. The app stays in Okta.', ofApp, done),
  bringBack: method('Undo the removal of an app, for 30 seconds.', ofApp, done),
} as const;

/** The events of `service`. */
export const serviceEvents = {
  appsChanged: serviceApps,
} as const;
