import { decodeJwt, decodeProtectedHeader } from 'jose';
import { describe, expect, it } from 'vitest';
import { dayMs } from '../../src/demo/okta/model.ts';
import { publicJwkFrom } from '../../src/demo/okta/service-apps.ts';
import { ask } from './ask.ts';
import { type ClientKey, newClientKey, type OAuthAsker, said } from './oauth-ask.ts';
import { acme, fake, foreign, key, made, scopes } from './oauth-harness.ts';

describe('POST /oauth2/v1/token', () => {
  it('issues a bearer token for one hour, with the granted part of the requested scopes, and logs it', async () => {
    const { app, asker } = made(false);
    expect(app.clientId).toMatch(/^0oa\w{17}$/);
    const answer = await asker.request({ scope: 'okta.users.read okta.apps.read okta.logs.read' });
    expect(answer.json()).toEqual({
      token_type: 'Bearer',
      expires_in: 3600,
      access_token: expect.stringMatching(/^eyJ/),
      scope: 'okta.users.read okta.logs.read',
    });
    expect(answer.headers).toMatchObject({
      'x-okta-request-id': expect.stringMatching(/\w/),
      'x-rate-limit-limit': '600',
      'x-rate-limit-remaining': '599',
      'cache-control': 'no-cache, no-store',
    });
    const event = acme.org.logs.at(-1);
    expect(event).toMatchObject({
      eventType: 'app.oauth2.token.grant.access_token',
      actor: { id: app.clientId, type: 'PublicClientApp', displayName: 'Terraform' },
      client: { id: app.clientId },
    });
    const { access_token: token } = answer.json() as { access_token: string };
    expect(event?.target[0]?.id).toBe(decodeJwt(token).jti);
  });

  it('takes RSA keys, several keys, and assertions without kid', async () => {
    const { app, asker } = made(false);
    const rsa = await newClientKey('RS256');
    app.setKeys(foreign.jwk, rsa.jwk);
    for (const header of [{}, { kid: undefined }]) {
      const assertion = await asker.assertion({ header }, rsa);
      expect(said(await asker.request({ client_assertion: assertion }))).toBe('200');
    }
    expect(said(await asker.request())).toBe('401 invalid_client: The client_assertion JWT kid is invalid.');
  });

  it('refuses an inactive key and a deleted one, while the other key works', async () => {
    const { app, asker } = made(false);
    app.addKey(foreign.jwk);
    const by = async (signer: ClientKey) =>
      said(
        await asker.request({
          client_assertion: await asker.assertion({ header: { kid: signer.jwk.kid } }, signer),
        }),
      );
    const kid = String(key.jwk.kid);
    expect([await by(key), await by(foreign)]).toEqual(['200', '200']);
    expect(() => app.deleteKey(kid)).toThrow(/inactive/);
    app.setKeyActive(kid, false);
    const refused = '401 invalid_client: The client_assertion JWT kid is invalid.';
    expect([await by(key), await by(foreign)]).toEqual([refused, '200']);
    app.setKeyActive(kid, true);
    expect(await by(key)).toBe('200');
    app.setKeyActive(kid, false);
    app.deleteKey(kid);
    expect([await by(key), await by(foreign)]).toEqual([refused, '200']);
    expect(app.keys).toHaveLength(1);
  });

  it('refuses every invalid assertion', async () => {
    const { app, asker } = made(false);
    const { now } = asker;
    const words = async (changes: Parameters<OAuthAsker['assertion']>[0], by?: ClientKey) =>
      said(await asker.request({ client_assertion: await asker.assertion(changes, by) })).replace(
        '401 invalid_client: ',
        '',
      );
    const audience = 'The audience claim for client_assertion must be the endpoint invoked for the request.';
    for (const aud of [
      acme.origin,
      `${acme.origin}/oauth2/v1/token/`,
      `https://localhost:${acme.port}/oauth2/v1/token`,
      undefined,
    ]) {
      expect(await words({ claims: { aud } })).toBe(audience);
    }
    expect(await words({ claims: { exp: now - 1 } })).toBe('The client_assertion token is expired.');
    expect(await words({ claims: { exp: now + 3605 } })).toBe(
      'The client_assertion token has an expiration too far into the future.',
    );
    expect(await words({ claims: { exp: now + 3600 } })).toBe('200');
    expect(await words({ claims: { exp: undefined } })).toBe(
      "The client_assertion must contain the 'exp' claim as seconds since epoch.",
    );
    expect(await words({ claims: { iat: now + 120 } })).toBe(
      'The client_assertion token must be issued before the current time.',
    );
    expect(await words({ claims: { iss: '0oanobody0000000001d7' } })).toBe(
      'The issuer claim for client_assertion is not a valid client_id.',
    );
    expect(await words({ claims: { sub: 'somebody' } })).toBe(
      'The subject claim for client_assertion is not a valid client_id.',
    );
    expect(await words({ header: { kid: key.jwk.kid } }, foreign)).toBe(
      'The client_assertion signature is invalid.',
    );
    expect(await words({ header: { kid: 'another' } })).toBe('The client_assertion JWT kid is invalid.');
    const replayed = await asker.assertion();
    expect(said(await asker.request({ client_assertion: replayed }))).toBe('200');
    expect(said(await asker.request({ client_assertion: replayed }))).toBe(
      '401 invalid_client: The client_assertion token has already been used.',
    );
    expect(said(await asker.request({ client_assertion: 'e.y.J' }))).toBe(
      '401 invalid_client: The parsing of the client_assertion failed.',
    );
    app.setKeys();
    expect(await words({})).toBe(
      'The client does not have a JWKSet configured, but the client_assertion requires one.',
    );
    app.setKeys(key.jwk);
    expect(await words({})).toBe('200');
    app.deactivate();
    expect(await words({})).toBe('The issuer claim for client_assertion is not a valid client_id.');
  });

  it('checks an assertion by the clock of the fake', async () => {
    const { asker } = made(false);
    const assertion = await asker.assertion();
    fake.clock.advance(301_000);
    expect(said(await asker.request({ client_assertion: assertion }))).toContain('token is expired');
    expect(said(await asker.request())).toBe('200');
  });

  it('refuses every other kind of request', async () => {
    const { asker } = made(false);
    const words = async (form: Record<string, string | null>) => said(await asker.request(form));
    expect(await words({ grant_type: null })).toMatch(/^400 invalid_request: /);
    expect(await words({ grant_type: 'authorization_code' })).toMatch(/^400 unsupported_grant_type: /);
    expect(await words({ client_assertion: null })).toBe('401 invalid_client: No client credentials found.');
    expect(await words({ client_assertion: null, client_secret: 's' })).toMatch(
      /^401 invalid_client: .*must use the private_key_jwt token_endpoint_auth_method\.$/,
    );
    expect(await words({ client_assertion_type: 'jwt' })).toBe(
      '400 invalid_request: The client_assertion_type is invalid.',
    );
    expect(await words({ client_id: '0oanobody0000000001d7' })).toMatch(/^401 invalid_client: .*'client_id'/);
    expect(await words({ scope: null })).toBe('400 invalid_scope: No scopes were requested.');
    for (const scope of ['openid', 'okta.users', 'okta.users.read custom']) {
      expect(await words({ scope })).toMatch(/^400 invalid_scope: One or more scopes/);
    }
    expect(await words({ scope: 'okta.apps.read okta.zones.read' })).toBe(
      '400 consent_required: You are not allowed any of the requested scopes.',
    );
    const call = (method: string, headers: Record<string, string> = {}) =>
      ask(fake, acme, method, '/oauth2/v1/token', { body: {}, headers });
    expect((await call('POST')).json()).toMatchObject({ errorCode: 'E0000021' });
    expect((await call('PUT')).status).toBe(405);
  });

  it('has its own limit', async () => {
    const { asker } = made(false);
    acme.org.limits.set('/oauth2/v1/token', 1);
    expect(said(await asker.request())).toBe('200');
    const refused = await asker.request();
    expect(refused.status).toBe(429);
    expect(refused.json()).toMatchObject({ errorCode: 'E0000047' });
  });
});

describe('tokens that are bound to a key (DPoP)', () => {
  it('requires a proof, then a nonce in it, and binds the token to the key of the proof', async () => {
    const { asker } = made(true);
    expect(said(await asker.request())).toBe('400 invalid_dpop_proof: The DPoP proof JWT header is missing.');
    const asked = await asker.request(
      {},
      { dpop: await asker.proof('POST', asker.tokenUrl, { claims: { jti: undefined } }) },
    );
    expect(said(asked)).toBe('400 use_dpop_nonce: Authorization server requires nonce in DPoP proof.');
    const nonce = String(asked.headers['dpop-nonce']);
    expect(nonce).toMatch(/^[\w-]{32}$/);
    const answer = await asker.request(
      {},
      { dpop: await asker.proof('POST', asker.tokenUrl, { claims: { nonce } }) },
    );
    expect(answer.json()).toMatchObject({ token_type: 'DPoP', expires_in: 3600, scope: 'okta.users.read' });
    const { access_token: token } = answer.json() as { access_token: string };
    expect(decodeJwt(token)).toMatchObject({ cnf: { jkt: expect.stringMatching(/^[\w-]{43}$/) } });
    expect(decodeProtectedHeader(token).alg).toBe('RS256');
  });

  it('a nonce is renewed after a day and valid for three', async () => {
    const { asker } = made(true);
    const nonceOf = async () => {
      const { headers } = await asker.request({}, { dpop: await asker.proof('POST', asker.tokenUrl) });
      return String(headers['dpop-nonce']);
    };
    const nonce = await nonceOf();
    expect(await nonceOf()).toBe(nonce);
    fake.clock.advance(dayMs + 1000);
    expect(await nonceOf()).not.toBe(nonce);
    const withOld = async () =>
      said(
        await asker.request({}, { dpop: await asker.proof('POST', asker.tokenUrl, { claims: { nonce } }) }),
      );
    expect(await withOld()).toBe('200');
    fake.clock.advance(2 * dayMs);
    expect(await withOld()).toMatch(/^400 use_dpop_nonce/);
  });

  it('refuses every invalid proof', async () => {
    const { asker } = made(true);
    const { now } = asker;
    const words = async (changes: Parameters<OAuthAsker['proof']>[2], by?: ClientKey) =>
      said(await asker.requestWithProof({}, changes, by)).replace('400 invalid_dpop_proof: ', '');
    expect(await words({})).toBe('200');
    expect(await words({ claims: { htm: 'GET' } })).toBe("'htm' claim in the DPoP proof JWT is invalid.");
    expect(await words({ claims: { htu: acme.origin } })).toBe(
      "'htu' claim in the DPoP proof JWT is invalid.",
    );
    expect(await words({ claims: { iat: undefined } })).toBe("'iat' claim in the DPoP proof JWT is invalid.");
    expect(await words({ claims: { iat: now + 60 } })).toBe('The DPoP proof JWT is issued in the future.');
    expect(await words({ claims: { iat: now - 301 } })).toBe(
      'The DPoP proof JWT is issued more than five minutes in the past.',
    );
    expect(await words({ claims: { iat: now - 290 } })).toBe('200');
    expect(await words({ claims: { jti: undefined } })).toBe("'jti' claim in the DPoP proof JWT is invalid.");
    expect(await words({ claims: { jti: 'once' } })).toBe('200');
    expect(await words({ claims: { jti: 'once' } })).toBe('The DPoP proof JWT has already been used.');
    expect(await words({ claims: { nonce: 'made up' } })).toMatch(/^400 use_dpop_nonce/);
    expect(await words({ header: { typ: 'JWT' } })).toBe("'typ' must be 'dpop+jwt' in the DPoP proof JWT.");
    expect(await words({ header: { jwk: foreign.jwk } })).toBe('The DPoP proof JWT signature is invalid.');
    expect(await words({ header: { jwk: undefined } })).toBe('The DPoP proof JWT is invalid.');
    // A client must not sign proofs with the key of its assertions.
    expect(await words({}, key)).toBe('The DPoP proof JWT is invalid.');
    acme.org.wantsSeparateProofKey = false;
    expect(await words({}, key)).toBe('200');
    const raw = async (dpop: string) => said(await asker.request({}, { dpop }));
    expect(await raw('e.y.J')).toBe('400 invalid_dpop_proof: The DPoP proof JWT cannot be parsed.');
    expect(await raw('a.b.c, d.e.f')).toMatch(/Multiple DPoP proof JWT headers are not allowed\.$/);
  });

  it('ignores a proof that is not required, for clients that always send one', async () => {
    const { app, asker } = made(true);
    app.setDpop(false);
    const dpop = await asker.proof('POST', asker.tokenUrl);
    expect((await asker.request({}, { dpop })).json()).toMatchObject({ token_type: 'Bearer' });
  });
});

describe('the data of an app', () => {
  it('shows grants, roles and settings to those who may read them', async () => {
    const { app } = made(true);
    app.setRoles(
      { type: 'HELP_DESK_ADMIN' },
      { type: 'CUSTOM', label: 'Own', permissions: ['okta.users.read'] },
    );
    const token = (owner: string) => acme.org.issueToken({ owner: `${owner}@acme.com`, name: 'n' }).value;
    const [admin, nobody] = [token('ada.admin'), token('nora.norole')];
    const [grants, roles] = [`/api/v1/apps/${app.id}/grants`, `/oauth2/v1/clients/${app.clientId}/roles`];
    const get = async (path: string) => (await ask(fake, acme, 'GET', path, { token: admin })).json();
    expect(((await get(grants)) as { scopeId: string }[]).map(({ scopeId }) => scopeId)).toEqual(scopes);
    expect(await get(roles)).toMatchObject([
      // As recorded from a real org.
      { id: 'JBCUYUC7IRCVGS27IFCE2SKO', label: 'Help Desk Administrator', assignmentType: 'CLIENT' },
      { type: 'CUSTOM', label: 'Own', role: expect.stringMatching(/^cr0/) },
    ]);
    expect(await get(`/api/v1/apps/${app.id}`)).toMatchObject({
      label: 'Terraform',
      settings: { oauthClient: { application_type: 'service', dpop_bound_access_tokens: true } },
    });
    expect(await get(`/api/v1/apps/${acme.org.apps[0]?.id}/grants`)).toEqual([]);
    for (const path of [grants, roles]) {
      expect((await ask(fake, acme, 'GET', path, { token: nobody })).status).toBe(403);
      expect(await get(path.replace(app.id, '0oanobody'))).toMatchObject({ errorCode: 'E0000007' });
    }
  });

  it('accepts only a public key', async () => {
    const problem = (given: unknown) => {
      const read = publicJwkFrom(given);
      return 'problem' in read ? read.problem : null;
    };
    expect(problem(key.jwk)).toBeNull();
    expect(problem(JSON.stringify(key.jwk))).toBeNull();
    expect(problem('{')).toMatch(/not JSON/);
    expect(problem('[]')).toMatch(/not a JSON object/);
    expect(problem({ kty: 'oct', k: 'AAAA' })).toMatch(/kty RSA or EC/);
    expect(problem({ ...key.jwk, d: 'AAAA' })).toMatch(/private key/);
    expect(problem({ ...key.jwk, use: 'enc' })).toMatch(/not for signatures/);
    expect(problem({ ...key.jwk, x: 'AAAA' })).toMatch(/no EC key/);
    expect(problem({ kty: 'RSA', e: 'AQAB', n: 'w'.repeat(171) })).toMatch(/2048/);
    const { kid: _, ...bare } = key.jwk;
    const app = acme.org.addServiceApp({ name: 'Bare', jwk: bare });
    expect(app.keys[0]?.kid).toMatch(/\w/);
    expect(app.dpop).toBe(true);
    expect(() => app.setKeys({ kty: 'oct' })).toThrow(/kty/);
  });
});
