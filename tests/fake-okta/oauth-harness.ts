import { afterEach, beforeAll, beforeEach } from 'vitest';
import type { ServiceApp } from '../../src/demo/okta/service-apps.ts';
import { type ClientKey, newClientKey, OAuthAsker } from './oauth-ask.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from './server.ts';

/** The fake Okta and its org of the running test. */
export let fake: FakeOkta;
export let acme: RunningOrg;
/** The keys of a client, of its proofs, and of somebody else. */
export let key: ClientKey;
export let proofKey: ClientKey;
export let foreign: ClientKey;

beforeAll(async () => {
  [key, proofKey, foreign] = await Promise.all([newClientKey(), newClientKey(), newClientKey()]);
});
beforeEach(async () => {
  fake = await startFakeOkta();
  acme = fake.org('acme');
});
afterEach(() => fake.close());

export const scopes = ['okta.users.read', 'okta.groups.manage', 'okta.logs.read', 'okta.apiTokens.manage'];

/** Makes an app with a read-only admin role and four scopes, and a client with its keys. */
export function made(dpop: boolean, role = 'READ_ONLY_ADMIN'): { app: ServiceApp; asker: OAuthAsker } {
  const app = acme.org.addServiceApp({
    name: 'Terraform',
    jwk: key.jwk,
    scopes,
    roles: [{ type: role }],
    dpop,
  });
  return { app, asker: new OAuthAsker(fake, acme, app, key, proofKey) };
}
