import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from './ask.ts';
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

  it('offers the choices of where calls may come from', async () => {
    const [office, runners] = acme.org.zones;
    const make = async (zone: string) => {
      const { text } = await post({ owner: 'ada.admin@acme.com', name: 'n', zone });
      const token = /id="value" readonly value="([^"]+)"/.exec(text)?.[1] ?? '';
      return (await ask(fake, acme, 'GET', '/api/v1/users/me', { token })).status;
    };
    // Calls come from the office.
    expect(await make('')).toBe(200);
    expect(await make('ALL')).toBe(200);
    expect(await make(runners?.id ?? '')).toBe(403);
    expect(await make(`-${office?.id}`)).toBe(403);
    expect(await make(`-${runners?.id}`)).toBe(200);
    acme.org.clientAddress = '192.0.2.1';
    expect(await make('ALL')).toBe(403);
  });

  it('revokes, makes nothing of a form that makes no sense, and loads nothing from elsewhere', async () => {
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

it('cli.ts says in one line where two orgs are, and goes with its parent', async () => {
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
  // A parent that dies without a word closes the child's input.
  child.stdin.end();
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  expect(existsSync(caFile)).toBe(true);
  rmSync(folder, { recursive: true });
});
