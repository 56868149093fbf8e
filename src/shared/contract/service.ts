import { z } from 'zod';
import { familyId } from './access.ts';
import { outcome } from './outcome.ts';
import { flag, method, text, time, uuid, whole } from './shapes.ts';

/**
 * Replacing an API token by an OAuth service app: the scopes its job needs, a key pair whose private half leaves main only through the
 * clipboard, and a test that compares the app with the token.
 */

const tokenId = uuid;

/** Okta's ids of apps. */
export const clientId = z.string().regex(/^0oa[A-Za-z0-9]{10,60}$/);

/** One family of endpoints: the job's needs there, and what the token and the app can read. */
export const serviceRow = z.object({
  family: familyId,
  label: text(60),
  /** Null when the job needs nothing here. */
  need: z.enum(['read', 'manage']).nullable(),
  token: z.enum(['allowed', 'denied', 'unknown']).nullable(),
  app: z.enum(['allowed', 'denied', 'unknown']),
  /**
   * `works`, `lacks`, `unknown` and `not-tried` are about the job's needs. `fewer`: the token reaches this family, and the app neither does
   * nor needs to.
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

/** An app, as far as it is set up. */
export const serviceApp = z.object({
  madeAt: time,
  kid: text(100),
  /** The public half of its key, as text to paste. */
  jwk: text(2_000),
  clientId: clientId.nullable(),
  lastTest: serviceTest.nullable(),
});
export type ServiceApp = z.infer<typeof serviceApp>;

/** What the OAuth tab shows of one token. */
export const serviceView = z.object({
  /** What the job needs; null while this is unknown. */
  plan: z
    .object({
      /** The source of these needs. */
      basis: text(400),
      scopes: z.array(text(80)).max(40),
      /** Labels of standard roles that together cover the job. */
      roles: z.array(text(80)),
      /** Permissions of a custom role that covers the job. */
      permissions: z.array(text(120)),
    })
    .nullable(),
  /** What only an API token can do. */
  stays: z.array(text(200)),
  app: serviceApp.nullable(),
});
export type ServiceView = z.infer<typeof serviceView>;

/** What is copied: the private key alone, or a configuration that contains it. */
export const serviceCopy = z.enum(['key', 'env', 'terraform', 'sdk']);
export type ServiceCopy = z.infer<typeof serviceCopy>;

const ofToken = z.strictObject({ tokenId });

/** The methods of `service`. */
export const serviceMethods = {
  view: method('What the move of a token to OAuth needs, and its progress.', ofToken, serviceView),
  makeKey: method('Make the app’s key pair. It replaces an earlier one.', ofToken, serviceView),
  openConsole: method('Open the Admin Console’s page for new apps.', ofToken, z.object({})),
  setClient: method(
    'Set the app that has the key.',
    z.strictObject({ tokenId, clientId: text(200) }),
    serviceView,
  ),
  test: method('Get an access token and compare the app with the API token.', ofToken, serviceView),
  copy: method(
    'Copy the private key, or a configuration with it. The clipboard clears by itself.',
    z.strictObject({ tokenId, as: serviceCopy }),
    z.object({ clearsAt: time }),
  ),
  forget: method('Forget the app and its key in Keyturn. The app stays in Okta.', ofToken, serviceView),
} as const;
