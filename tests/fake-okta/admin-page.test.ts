import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from './ask.ts';
import { newClientKey, OAuthAsker } from './oauth-ask.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from './server.ts';

const page = '/admin/access/api/tokens';

describe('the page that issues tokens', () => {
  let fake: FakeOkta;
  let acme: RunningOrg;
  beforeEach(async () => {
    fake = await startFakeOkta();
    acme = fake.org('acme');
  });
  afterEach(() => fake.close());

  /** Sends the form as a browser does. */
  function post(form: Record<string, string>): Promise<{ status: number; text: string }> {
    return new Promise((resolve, reject) => {
      const call = request(
        {
          host: '127.0.0.1',
          port: acme.port,
          servername: 'acme-admin.localhost',
          ca: fake.caPem,
          agent: false,
          method: 'POST',
          path: page,
          headers: { host: 'acme-admin.localhost' },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
          );
        },
      );
      call.on('error', reject);
      call.end(new URLSearchParams(form).toString());
    });
  }

  it('shows a value once, and it works as its owner', async () => {
    const zone = acme.org.zones[0];
    const made = await post({ owner: 'svc-terraform@acme.com', name: 'By <hand>', zone: zone?.id ?? '' });
    const value = /id="value" readonly value="(00[\w-]{40})"/.exec(made.text)?.[1] ?? '';
    expect(value).toHaveLength(42);
    expect(made.text).not.toContain('By <hand>');
    const again = await ask(fake, acme, 'GET', page);
    expect(again.text).not.toContain(value);
    expect(again.text).toContain('svc-terraform@acme.com');
    expect(acme.org.tokens[0]).toMatchObject({
      name: 'By <hand>',
      network: { connection: 'ZONE', include: [zone?.id] },
    });
    const me = await ask(fake, acme, 'GET', '/api/v1/users/me', { token: value });
    expect(me.json()).toMatchObject({ profile: { login: 'svc-terraform@acme.com' } });
  });

  it('offers the choices for the addresses of calls', async () => {
    const [office, runners] = acme.org.zones;
    const make = async (zone: string) => {
      const { text } = await post({ owner: 'ada.admin@acme.com', name: 'n', zone });
      const token = /id="value" readonly value="([^"]+)"/.exec(text)?.[1] ?? '';
      return (await ask(fake, acme, 'GET', '/api/v1/users/me', { token })).status;
    };
    // The calls come from the office.
    expect(await make('')).toBe(200);
    expect(await make('ALL')).toBe(200);
    expect(await make(runners?.id ?? '')).toBe(403);
    expect(await make(`-${office?.id}`)).toBe(403);
    expect(await make(`-${runners?.id}`)).toBe(200);
    acme.org.clientAddress = '192.0.2.1';
    expect(await make('ALL')).toBe(403);
  });

  it('revokes, refuses an invalid form, and loads nothing from another host', async () => {
    const { id } = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'to go' });
    await post({ revoke: id });
    expect(acme.org.tokens).toEqual([]);
    for (const form of [{ owner: 'nobody', name: 'x' }, { owner: 'ada.admin@acme.com', name: ' ' }, {}]) {
      expect((await post(form as Record<string, string>)).status).toBe(200);
    }
    expect(acme.org.tokens).toEqual([]);
    const { headers, text } = await ask(fake, acme, 'GET', page);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
    expect(text).not.toMatch(/(src|href)=/);
  });
});

describe('the page that makes API Services apps', () => {
  const servicePage = '/admin/apps/active';
  let fake: FakeOkta;
  let acme: RunningOrg;
  beforeEach(async () => {
    fake = await startFakeOkta();
    acme = fake.org('acme');
  });
  afterEach(() => fake.close());

  const post = (form: Record<string, string>) =>
    ask(fake, acme, 'POST', servicePage, { form, host: 'acme-admin.localhost' });

  it('shows the client id of an app that then gets tokens', async () => {
    const [key, proofKey] = [await newClientKey(), await newClientKey()];
    const form = { jwk: JSON.stringify(key.jwk), scopes: ' okta.users.read  okta.logs.read ' };
    const made = await post({ ...form, name: 'By <hand>', role: 'READ_ONLY_ADMIN', dpop: 'on' });
    const clientId = /id="client-id" readonly value="(0oa\w{17})"/.exec(made.text)?.[1];
    const app = acme.org.serviceApps[0];
    expect(app).toMatchObject({ clientId, name: 'By <hand>', dpop: true });
    expect(app?.scopes).toEqual(['okta.users.read', 'okta.logs.read']);
    expect(app?.keys[0]?.kid).toBe(key.jwk.kid);
    expect(made.text).toContain(`<code id="kid">${key.jwk.kid}</code>`);
    expect(made.text).not.toContain('By <hand>');
    if (app === undefined) throw new Error('no app');
    const asker = new OAuthAsker(fake, acme, app, key, proofKey);
    expect((await asker.bound('GET', '/api/v1/users', await asker.token())).status).toBe(200);
    // A browser sends nothing for an unticked box.
    await post({ ...form, name: 'Bearer', role: '' });
    expect(acme.org.serviceApps[1]).toMatchObject({ dpop: false, roles: [] });
  });

  it('adds a key to an app, deactivates, activates and deletes one, and says what it cannot do', async () => {
    const [first, second] = [await newClientKey(), await newClientKey()];
    const app = acme.org.addServiceApp({ name: 'By <hand>', jwk: first.jwk });
    const kids = () => app.keyEntries.map(({ jwk, active }) => [jwk.kid, active]);
    const add = { app: app.id, key: 'add', jwk: JSON.stringify(second.jwk) };
    expect((await post(add)).text).toContain('The keys were changed');
    expect(kids()).toEqual([
      [first.jwk.kid, true],
      [second.jwk.kid, true],
    ]);
    const { text } = await ask(fake, acme, 'GET', servicePage, { host: 'acme-admin.localhost' });
    expect(text).toContain('Public keys of By &#60;hand&#62;');
    expect(text).toContain(`aria-label="Deactivate ${first.jwk.kid}"`);
    const to = (key: string, kid = String(first.jwk.kid)) => post({ app: app.id, key, kid });
    for (const [form, words] of [
      [to('delete'), 'Only an inactive key can be deleted.'],
      [to('delete', 'nobody'), 'The app has no such key.'],
      [to('sell'), 'This page cannot do that to a key.'],
      [post(add), 'The app has a key with this Key ID already.'],
      [post({ ...add, jwk: 'no' }), 'The public key is not JSON.'],
      [post({ ...add, app: '0oanobody' }), 'There is no such app.'],
    ] as const) {
      expect((await form).text).toContain(words);
    }
    await to('deactivate');
    expect(kids()[0]).toEqual([first.jwk.kid, false]);
    await to('activate');
    expect(kids()[0]).toEqual([first.jwk.kid, true]);
    await to('deactivate');
    await to('delete');
    expect(kids()).toEqual([[second.jwk.kid, true]]);
  });

  it('says what is wrong with a key or a scope, makes no app, and keeps the typed text', async () => {
    const { jwk } = await newClientKey();
    const good = { name: 'App', jwk: JSON.stringify(jwk), scopes: 'okta.users.read', role: '' };
    for (const [wrong, words] of [
      [{ jwk: 'no "JSON"' }, 'The public key is not JSON.'],
      [{ jwk: JSON.stringify({ ...jwk, d: 'AAAA' }) }, 'This is a private key.'],
      [{ scopes: 'okta.users.read custom' }, 'custom is no scope of the Okta API.'],
      [{ name: ' ' }, 'The app needs a name.'],
      [{ role: 'KING' }, 'KING is no role this page gives.'],
    ] as const) {
      const { status, text } = await post({ ...good, ...wrong });
      expect(status).toBe(200);
      expect(text).toContain(words);
      expect(text).not.toContain('id="client-id"');
    }
    expect(acme.org.serviceApps).toEqual([]);
    expect((await post({ ...good, jwk: '"><b>' })).text).toContain('&#34;&#62;&#60;b&#62;</textarea>');
  });

  it('is linked from the page of tokens, requires DPoP unless switched off, and loads nothing from another host', async () => {
    expect((await ask(fake, acme, 'GET', page)).text).toContain(`action="${servicePage}"`);
    const { headers, text } = await ask(fake, acme, 'GET', servicePage);
    expect(text).toContain('<input id="dpop" name="dpop" type="checkbox" checked>');
    for (const id of ['name', 'jwk', 'scopes', 'role']) expect(text).toContain(`id="${id}"`);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
    expect(text).not.toMatch(/(src|href)=/);
  });
});

it('cli.ts prints the addresses of two orgs in one line, and ends with its parent', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fake-okta-cli-'));
  const caFile = join(folder, 'ca.pem');
  const child = spawn(process.execPath, [join(import.meta.dirname, 'cli.ts'), '--ca-file', caFile], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface(child.stdout), 'line');
  const said = JSON.parse(line) as {
    caFile: string;
    orgs: { subdomain: string; origin: string; adminUrl: string; people: { roles: string[] }[] }[];
  };
  expect(said.caFile).toBe(caFile);
  expect(readFileSync(caFile, 'utf8')).toMatch(/^-----BEGIN CERTIFICATE-----/);
  expect(said.orgs.map(({ subdomain }) => subdomain)).toEqual(['acme', 'acme-preview']);
  for (const { origin, adminUrl, people } of said.orgs) {
    expect(origin).toMatch(/^https:\/\/acme[\w-]*\.localhost:\d+$/);
    expect(adminUrl).toBe(`${origin}${page}`);
    expect(people).toHaveLength(12);
    expect(people.some(({ roles }) => roles.includes('Super Administrator'))).toBe(true);
  }
  // A killed parent closes the child's input.
  child.stdin.end();
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  expect(existsSync(caFile)).toBe(true);
  rmSync(folder, { recursive: true });
});
