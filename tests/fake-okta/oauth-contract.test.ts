import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../src/demo/okta/endpoints.ts';
import { scopeOf } from '../../src/demo/okta/scopes.ts';
import type { ServiceApp } from '../../src/demo/okta/service-apps.ts';
import { type Answer, ask } from './ask.ts';
import { newClientKey, OAuthAsker } from './oauth-ask.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from './server.ts';

/** Like contract.test.ts, for the fake's OAuth: its answers, and the scope of each endpoint. */
const folder = join(import.meta.dirname, '../../../shared/okta');
const here = existsSync(join(folder, 'okta-oauth.openapi.json'));

type Json = Record<string, unknown>;
interface Response {
  readonly $ref?: string;
  readonly content?: Record<string, { schema: Json }>;
}
interface Operation {
  readonly security?: readonly Record<string, readonly string[]>[];
  readonly responses: Record<string, Response>;
}
interface Description {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { schemas: Record<string, Json>; responses: Record<string, Response> };
}

const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Description;

/** Returns Okta's descriptions with their errors corrected. */
function described(name: 'okta-oauth' | 'okta-oauth-migration'): Description {
  // Beside a reference the description has other words, which JSON Schema ignores and Ajv refuses.
  const description: Description = JSON.parse(JSON.stringify(read(`${name}.openapi.json`)), (_, one) =>
    typeof one?.$ref === 'string' ? { $ref: one.$ref } : one,
  );
  const { schemas } = description.components;
  // The DPoP guide has the type of a bound token; the description lacks it.
  (schemas.TokenResponseTokenType?.enum as string[] | undefined)?.push('DPoP');
  for (const methods of Object.values(description.paths)) {
    const items = methods.get?.responses?.['200']?.content?.['application/json']?.schema.items as
      | Json
      | undefined;
    // Every standard role also fits CustomRole, so `oneOf` never passes.
    if (items?.oneOf !== undefined) {
      items.anyOf = items.oneOf;
      delete items.oneOf;
    }
  }
  return description;
}

let fake: FakeOkta;
let acme: RunningOrg;
let app: ServiceApp;
let asker: OAuthAsker;

beforeAll(async () => {
  fake = await startFakeOkta();
  acme = fake.org('acme');
  const [key, proofKey] = [await newClientKey(), await newClientKey()];
  app = acme.org.addServiceApp({
    name: 'Contract',
    jwk: key.jwk,
    scopes: ['okta.users.read'],
    roles: [{ type: 'READ_ONLY_ADMIN' }, { type: 'CUSTOM', label: 'Own', permissions: ['okta.users.read'] }],
  });
  asker = new OAuthAsker(fake, acme, app, key, proofKey);
});
afterAll(() => fake.close());

const keys = '/api/v1/apps/{appId}/credentials/jwks';
const grants = '/api/v1/apps/{appId}/grants';
const roles = '/oauth2/v1/clients/{clientId}/roles';

describe.skipIf(!here)("OAuth fits Okta's own description (../shared/okta is needed)", () => {
  function checkerOf(name: 'okta-oauth' | 'okta-oauth-migration') {
    const description = described(name);
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(ajv);
    ajv.addSchema(description as unknown as Json, 'okta');
    return (method: string, template: string, status: number): ValidateFunction => {
      const response = description.paths[template]?.[method]?.responses[String(status)];
      const named = response?.$ref?.split('/').at(-1);
      const schema = (named === undefined ? response : description.components.responses[named])?.content?.[
        'application/json'
      ]?.schema;
      if (schema === undefined) throw new Error(`Okta describes no ${status} of ${method} ${template}`);
      return ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"okta#/')));
    };
  }

  it('tokens and the refusals of the token endpoint', async () => {
    const schemaOf = checkerOf('okta-oauth');
    const wrong: string[] = [];
    const check = async (status: number, answer: Answer) => {
      expect(answer.status, answer.text).toBe(status);
      const fits = schemaOf('post', '/oauth2/v1/token', status);
      if (!fits(answer.json())) wrong.push(`${status}: ${JSON.stringify(fits.errors)}`);
    };
    await check(200, await asker.requestWithProof());
    await check(400, await asker.request());
    await check(400, await asker.requestWithProof({ scope: 'okta.apps.read' }));
    await check(401, await asker.request({ client_assertion: null }));
    app.setDpop(false);
    await check(200, await asker.request());
    acme.org.limits.set('/oauth2/v1/token', 1);
    await check(429, await asker.request());
    acme.org.limits.set('/oauth2/v1/token', 600);
    app.setDpop(true);
    expect(wrong).toEqual([]);
    const fits = schemaOf('post', '/oauth2/v1/token', 200);
    expect(fits({ token_type: 'SSWS' })).toBe(false);
    expect(fits({ token_type: 'Bearer', expires_in: '3600' })).toBe(false);
  });

  it('keys, grants and roles of an app', async () => {
    const schemaOf = checkerOf('okta-oauth-migration');
    const token = (owner: string) => acme.org.issueToken({ owner: `${owner}@acme.com`, name: 'n' }).value;
    const [admin, nobody] = [token('ada.admin'), token('nora.norole')];
    app.addKey((await newClientKey('RS256')).jwk);
    app.setKeyActive(app.keys[1]?.kid ?? '', false);
    for (const template of [keys, grants, roles]) {
      const path = template.replace(/\{\w+\}/, app.id);
      for (const [status, asked, by] of [
        [200, path, admin],
        [403, path, nobody],
        [404, path.replace(app.id, '0oanobody'), admin],
      ] as const) {
        const answer = await ask(fake, acme, 'GET', asked, { token: by });
        expect(answer.status).toBe(status);
        const fits = schemaOf('get', template, status);
        expect(fits(answer.json()), `${asked}: ${JSON.stringify(fits.errors)}`).toBe(true);
      }
    }
    expect(schemaOf('get', keys, 200)([{ kty: 'RSA', status: 'ASLEEP' }])).toBe(false);
    expect(schemaOf('get', grants, 200)([{ issuer: 'x' }])).toBe(false);
    expect(schemaOf('get', roles, 200)([{ id: 'x' }])).toBe(false);
  });

  it('each endpoint requires the scope in Okta’s description', () => {
    const shape = (text: string) => text.replaceAll(/:\w+|\{\w+\}/g, '*');
    const paths = ['okta-core', 'okta-apps-list', 'okta-oauth-migration'].flatMap((name) =>
      Object.entries(read(`${name}.openapi.json`).paths),
    );
    const seen = new Set<string>();
    for (const route of routes) {
      const [, methods] = paths.find(([path]) => shape(path) === shape(route.path)) ?? [];
      const security = methods?.[route.method.toLowerCase()]?.security;
      if (security === undefined) continue;
      const wanted = security.find(({ oauth2 }) => oauth2 !== undefined)?.oauth2 ?? [];
      expect(
        [scopeOf(route)].filter((scope) => scope !== null),
        `${route.method} ${route.path}`,
      ).toEqual(wanted);
      seen.add(`${route.method} ${route.path}`);
    }
    expect(seen.size).toBeGreaterThan(38);
    expect(seen).toContain('DELETE /api/v1/api-tokens/current');
  });
});
