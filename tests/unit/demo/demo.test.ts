import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, startDemo } from '../../../src/demo/demo.ts';
import { memoryKeyring } from '../../../src/demo/keyring.ts';
import { compose } from '../../../src/main/app/compose.ts';
import { Failed } from '../../../src/main/base/failure.ts';
import { createAnswer } from '../../../src/main/ipc/router.ts';
import type { Result } from '../../../src/shared/contract/failure.ts';
import type { Token } from '../../../src/shared/contract/tokens.ts';
import { healthOf } from '../../../src/shared/health.ts';
import { stillWorld } from '../main/still-world.ts';
import { quiet } from '../vault/memory-keyring.ts';

let folder: string;
let demo: Demo;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-demo-'));
  demo = await startDemo(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Returns the app in the demo's world, and what its bridge answers. */
function appInDemo() {
  const { keyring, orgRefusal, caFile } = demo;
  const app = compose(stillWorld({ userData: folder, extraCaFile: caFile, keyring, orgRefusal }));
  const answer = createAnswer(app.handlers, quiet);
  const ask = async (method: string, request: object): Promise<unknown> => {
    const result: Result<unknown> = await answer(method, [request]);
    if (result.ok) return result.value;
    throw new Failed(result.error.code, result.error.sentence, result.error.remedy);
  };
  return { app, ask };
}

it('calls no org but its own', async () => {
  const { app, ask } = appInDemo();
  await app.start();
  const { draftId } = (await ask('wizard.begin', {})) as { draftId: string };
  for (const input of ['https://acme.okta.com', 'https://localhost:9', 'https://acme.localhost']) {
    const elsewhere = ask('wizard.checkOrg', { draftId, input });
    await expect(elsewhere, input).rejects.toThrow('The demo calls its own orgs only');
  }
  await app.end();
});

it('fills its vault with tokens of three kinds of health, which its own orgs answered', async () => {
  const { app, ask } = appInDemo();
  await app.start();
  await demo.prepare(ask);
  const tokens = (await ask('tokens.list', {})) as Token[];
  const health = Object.fromEntries(tokens.map((token) => [token.label, healthOf(token, Date.now()).health]));
  expect(health).toEqual({
    'Terraform production': 'Healthy',
    'Script of Ada': 'Attention',
    'HR sync': 'Failing',
    'Terraform preview': 'Healthy',
  });
  // Keyturn itself has the port below.
  expect(await ask('settings.get', {})).toMatchObject({ programsPort: 4731 });
  await app.end();
});

describe('the pages of the demo', () => {
  const own = () => readFileSync(demo.caFile, 'utf8').startsWith('-----BEGIN CERTIFICATE-----');

  it('have an authority of this start', () => expect(own()).toBe(true));

  it.each([
    'https://acme.okta.com/admin/access/api/tokens',
    'https://acme-admin.okta.com:PORT/admin/access/api/tokens',
    'https://acme.localhost/admin/access/api/tokens',
    'http://acme.localhost:PORT/admin/access/api/tokens',
    'https://acme.localhost:PORT/api/v1/users',
    'https://help.okta.com/okta_help.htm?id=ext_API',
    'file:///etc/passwd',
  ])('leave out %s', (address) => {
    expect(() => demo.pageOf(new URL(address.replace('PORT', portOf())))).toThrow('own orgs only');
  });

  it('are at 127.0.0.1 without TLS', () => {
    const page = demo.pageOf(new URL(`https://acme-admin.localhost:${portOf()}/admin/access/api/tokens`));
    expect(page.href).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/admin\/access\/api\/tokens$/);
  });

  /** Returns the port of an org of the demo's. */
  function portOf(): string {
    const port = Array.from({ length: 65_536 }, (_, n) => n).find(
      (n) => demo.orgRefusal(`https://acme.localhost:${n}`) === null,
    );
    return String(port);
  }
});

it('a keyring of another process opens nothing', async () => {
  const wrapped = await memoryKeyring().wrap(Buffer.from('a data key'));
  await expect(memoryKeyring().unwrap(wrapped)).rejects.toThrow();
  const one = memoryKeyring();
  expect((await one.unwrap(await one.wrap(Buffer.from('a data key')))).bytes.toString()).toBe('a data key');
});
