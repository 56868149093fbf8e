import { describe, expect, it } from 'vitest';
import { ask } from './ask.ts';
import { type ClientKey, challenged, OAuthAsker } from './oauth-ask.ts';
import { acme, fake, foreign, key, made, proofKey, scopes } from './oauth-harness.ts';

describe('calls with an access token', () => {
  const users = '/api/v1/users';

  it('a bearer token is accepted as the app, for an hour', async () => {
    const { app, asker } = made(false);
    const token = await asker.token('okta.users.read okta.logs.read');
    const answer = await asker.bearer('GET', `${users}?limit=2`, token);
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({ 'x-rate-limit-limit': '300', 'x-rate-limit-remaining': '299' });
    expect(answer.links).toHaveLength(2);
    fake.clock.advance(3590_000);
    expect((await asker.bearer('GET', users, token)).status).toBe(200);
    fake.clock.advance(15_000);
    const late = await asker.bearer('GET', users, token);
    expect(challenged(late)).toBe('401 Bearer invalid_token: The access token is invalid.');
    expect(late.json()).toMatchObject({ errorCode: 'E0000011' });
    const fresh = await asker.token();
    expect((await asker.bearer('GET', users, fresh)).status).toBe(200);
    app.deactivate();
    expect((await asker.bearer('GET', users, fresh)).status).toBe(401);
    app.activate();
    expect((await asker.bearer('GET', users, fresh)).status).toBe(200);
    acme.org.oauthRefusals.invalidToken = false;
    expect((await asker.bearer('GET', users, 'eyJ.eyJ.x')).text).toBe('');
    expect(challenged(await asker.bound('GET', users, fresh))).toBe(
      '401 DPoP invalid_token: The presented access_token is not DPoP bound.',
    );
  });

  it('a token of another org is refused', async () => {
    const preview = fake.org('acme-preview');
    const app = preview.org.addServiceApp({ name: 'There', jwk: key.jwk, scopes, dpop: false });
    const there = new OAuthAsker(fake, preview, app, key, proofKey);
    const { asker } = made(false);
    await asker.token();
    expect((await asker.bearer('GET', users, await there.token())).status).toBe(401);
  });

  it('a bound token requires a new proof for each call, with its key and its hash', async () => {
    const { asker } = made(true);
    const token = await asker.token();
    expect((await asker.bound('GET', `${users}?limit=2`, token)).status).toBe(200);
    const refused = await asker.bearer('GET', users, token);
    expect(challenged(refused)).toMatch(
      /^400 Bearer invalid_request: .*must use the DPoP authentication scheme/,
    );
    expect(refused.text).toBe('');
    const bare = await ask(fake, acme, 'GET', users, { headers: { authorization: `DPoP ${token}` } });
    expect(challenged(bare)).toBe('400 DPoP invalid_request: The resource request requires a DPoP proof.');
    expect(String(bare.headers['www-authenticate'])).toMatch(
      /^DPoP algs="RS256 .*resource="\/api\/v1\/users"$/,
    );
    const words = async (changes: Parameters<OAuthAsker['bound']>[3], by?: ClientKey) =>
      challenged(await asker.bound('GET', users, token, changes, by)).replace(
        '400 DPoP invalid_dpop_proof: ',
        '',
      );
    const ath = "'ath' claim in the DPoP proof does not match the presented access_token.";
    expect(await words({ claims: { ath: 'other' } })).toBe(ath);
    expect(await words({ claims: { ath: undefined } })).toBe(ath);
    expect(await words({ claims: { htm: 'POST' } })).toBe("'htm' claim in the DPoP proof JWT is invalid.");
    expect(await words({ claims: { htu: `${acme.origin}${users}?limit=2` } })).toMatch(/^'htu' claim/);
    expect(await words({ claims: { iat: asker.now - 301 } })).toMatch(/more than five minutes/);
    expect(await words({ claims: { jti: 'once' } })).toMatch(/^200/);
    expect(await words({ claims: { jti: 'once' } })).toBe('The DPoP proof JWT has already been used.');
    expect(await words({}, foreign)).toBe('The access_token is not bound to the provided DPoP proof.');
  });

  it('names a missing scope, and a manage scope also reads', async () => {
    const { asker } = made(false, 'SUPER_ADMIN');
    const token = await asker.token('okta.users.read okta.groups.manage');
    const refused = await asker.bearer('GET', '/api/v1/logs', token);
    expect(challenged(refused)).toBe(
      '403 Bearer insufficient_scope: The access token provided does not contain the required scopes.',
    );
    expect(String(refused.headers['www-authenticate'])).toContain('scope="okta.logs.read"');
    expect(refused.text).toBe('');
    acme.org.oauthRefusals.insufficientScope = true;
    const write = await asker.bearer('POST', users, token, {});
    expect(write.json()).toMatchObject({ errorCode: 'E0000006' });
    expect(String(write.headers['www-authenticate'])).toContain('scope="okta.users.manage"');
    expect((await asker.bearer('GET', '/api/v1/groups', token)).status).toBe(200);
    const made_ = await asker.bearer('POST', '/api/v1/groups', token, { profile: { name: 'By an app' } });
    expect(made_.status).toBe(200);
    expect(acme.org.logs.at(-1)).toMatchObject({
      eventType: 'group.lifecycle.create',
      actor: { type: 'PublicClientApp', displayName: 'Terraform' },
      transaction: { detail: {} },
    });
  });

  it('with the scope, roles decide from the next call on', async () => {
    const { app, asker } = made(false);
    const token = await asker.token(scopes.join(' '));
    const write = () => asker.bearer('POST', '/api/v1/groups', token, { profile: { name: 'Mine' } });
    const refused = await write();
    expect(refused.json()).toMatchObject({ errorCode: 'E0000006' });
    expect(refused.headers['www-authenticate']).toBeUndefined();
    app.setRoles({ type: 'CUSTOM', label: 'Groups', permissions: ['okta.groups.manage'] });
    expect((await write()).status).toBe(200);
    expect((await asker.bearer('GET', users, token)).status).toBe(403);
    app.setRoles();
    expect((await write()).status).toBe(403);
  });

  it('an app is no user and holds no API token', async () => {
    const { app, asker } = made(false, 'SUPER_ADMIN');
    app.setScopes(...scopes, 'okta.roles.read');
    const token = await asker.token([...scopes, 'okta.roles.read'].join(' '));
    expect((await asker.bearer('GET', `${users}/me`, token)).json()).toMatchObject({ errorCode: 'E0000007' });
    expect((await asker.bearer('GET', `${users}/me/roles`, token)).status).toBe(404);
    const { id } = acme.org.issueToken({ owner: 'svc-siem@acme.com', name: 'old' });
    expect((await asker.bearer('DELETE', '/api/v1/api-tokens/current', token)).status).toBe(403);
    expect((await asker.bearer('DELETE', `/api/v1/api-tokens/${id}`, token)).status).toBe(204);
    expect(acme.org.tokens).toEqual([]);
  });
});
