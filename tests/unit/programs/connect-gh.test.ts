import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Authority } from '../../../src/demo/okta/certificates.ts';
import { tools } from '../../../src/shared/connect/tools.ts';
import { type FakeOkta, startFakeOkta } from '../../fake-okta/server.ts';
import { newFolder } from '../vault/helpers.ts';
import { callerOf, DoorHarness } from './door-harness.ts';
import { runLine } from './run-line.ts';

let fake: FakeOkta;
let door: DoorHarness;
let gitHub: Server | undefined;

beforeAll(async () => {
  fake = await startFakeOkta();
  door = new DoorHarness(fake);
  door.findCaller = () => Promise.resolve(callerOf('sh'));
});
afterAll(async () => {
  gitHub?.close();
  await door.end();
  await fake.close();
});

it.skipIf(spawnSync('gh', ['--version']).status !== 0)(
  'the line for GitHub Actions gives the real gh the value, which sends it encrypted and prints it nowhere',
  async () => {
    const folder = newFolder();
    mkdirSync(folder, { recursive: true });
    const authority = await Authority.make('GitHub of the test');
    const { cert, key } = await authority.issue(['localhost']);
    writeFileSync(join(folder, 'ca.pem'), authority.pem);
    const { publicKey } = generateKeyPairSync('x25519');
    const ofRepository = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
    const calls: string[] = [];
    const server = createServer({ cert, key }, async (request, response) => {
      calls.push(`${request.method} ${request.url}`, await text(request));
      response.writeHead(request.method === 'PUT' ? 201 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ key_id: '1', key: ofRepository.toString('base64') }));
    }).listen(0, '127.0.0.1');
    gitHub = server;
    await once(server, 'listening');
    const host = `localhost:${(server.address() as AddressInfo).port}`;
    await door.begin({ value: true });

    const [line] = tools.find(({ id }) => id === 'github-actions')?.lines ?? [];
    const filled = line?.text({ origin: door.origin, alias: 'terraform', door: null }) ?? '';
    const { code, out, err } = await runLine(
      door,
      folder,
      filled.replace('OWNER/REPOSITORY', `${host}/acme/infra`),
      { GH_HOST: host, GH_ENTERPRISE_TOKEN: 'of-the-person', SSL_CERT_FILE: join(folder, 'ca.pem') },
    );
    expect([code, err]).toEqual([0, '']);
    const secrets = '/api/v3/repos/acme/infra/actions/secrets';
    expect(calls.filter((_, n) => n % 2 === 0)).toEqual([
      `GET ${secrets}/public-key`,
      `PUT ${secrets}/OKTA_API_TOKEN`,
    ]);
    // A sealed box of libsodium is 48 bytes longer than its content, so the value came whole. gh itself drops a line end.
    const sent = JSON.parse(calls.at(-1) ?? '').encrypted_value;
    expect(Buffer.from(sent, 'base64').length).toBe(door.value.length + 48);
    expect(`${calls.join('\n')}${out}`).not.toContain(door.value);
  },
);
