import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { tools } from '../../../src/shared/connect/tools.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { newFolder } from '../vault/helpers.ts';
import { callerOf, DoorHarness } from './door-harness.ts';
import { newman, putCollection } from './newman.ts';
import { putProgram, runLine } from './run-line.ts';

let fake: FakeOkta;
let acme: RunningOrg;
let door: DoorHarness;
let folder: string;

beforeAll(async () => {
  fake = await startFakeOkta();
  acme = fake.org('acme');
});
afterAll(() => fake.close());
beforeEach(async () => {
  acme.requests.length = 0;
  door = new DoorHarness(fake);
  door.findCaller = () => Promise.resolve(callerOf('program'));
  folder = newFolder();
  mkdirSync(folder, { recursive: true });
});
afterEach(() => door.end());

/** Runs a line of a tool's page. */
function run(id: string, name: string) {
  const lines = tools.find((tool) => tool.id === id)?.lines.find((one) => one.name === name);
  const line = lines?.text({ origin: acme.origin, alias: 'terraform', door: null }) ?? '';
  return runLine(door, folder, line);
}
/** Puts a program on PATH, in place of one that is not installed here. */
const program = (name: string, script: string) => putProgram(folder, name, script);
const seen = () => acme.requests.map(({ method, path }) => `${method} ${path}`);

it('the line for Node runs a program with Okta’s own SDK, which reaches the org without the token', async () => {
  await door.begin();
  const sdk = join(import.meta.dirname, '../../../node_modules/@okta/okta-sdk-nodejs');
  writeFileSync(
    join(folder, 'app.js'),
    `const { Client } = require(${JSON.stringify(sdk)});
     new Client().userApi.getUser({ userId: 'me' }).then((user) => console.log(user.profile.login));`,
  );
  expect(await run('sdk-node', 'Run your program')).toMatchObject({
    code: 0,
    out: 'svc-terraform@acme.com\n',
  });
  expect(seen()).toEqual(['GET /api/v1/users/me']);
  expect(acme.requests[0]?.headers['user-agent']).toContain('okta-sdk-nodejs');
});

it('the line for Python runs a program that finds the org where Okta’s SDK looks for it', async () => {
  await door.begin();
  writeFileSync(
    join(folder, 'app.py'),
    `import os, urllib.request
address = os.environ['OKTA_CLIENT_ORGURL'] + '/api/v1/users/me'
request = urllib.request.Request(address, headers={'Authorization': 'SSWS ' + os.environ['OKTA_CLIENT_TOKEN']})
print(urllib.request.urlopen(request).status)
`,
  );
  expect(await run('sdk-python', 'Run your program')).toMatchObject({ code: 0, out: '200\n' });
  expect(seen()).toEqual(['GET /api/v1/users/me']);
});

it('the line for Newman runs a collection with the real Newman, which reaches the org without the token', async () => {
  await door.begin();
  program('newman', `exec node ${JSON.stringify(newman)} "$@"`);
  putCollection(folder, 'Get current user', '/api/v1/users/me');
  const { code, out } = await run('postman', 'Run a collection with Newman');
  expect([code, out]).toEqual([0, expect.stringMatching(/Get current user[\s\S]*200 OK/)]);
  expect(out).not.toContain(door.value);
  expect(seen()).toEqual(['GET /api/v1/users/me']);
  expect(acme.requests[0]?.headers['user-agent']).toContain('PostmanRuntime');
});

it('the lines for Terraform give the provider the value by the names that it reads, in no argument', async () => {
  await door.begin({ value: true });
  program(
    'terraform',
    'echo "$1 $OKTA_ORG_NAME $OKTA_BASE_URL"; printf %s "$OKTA_API_TOKEN" > value; echo "$@" > arguments',
  );
  const { code, out } = await run('terraform', 'Plan');
  const [name, ...base] = new URL(acme.origin).host.split('.');
  expect([code, out]).toEqual([0, `plan ${name} ${base.join('.')}\n`]);
  expect(execFileSync('cat', [join(folder, 'value')], { encoding: 'utf8' })).toBe(door.value);
  expect(execFileSync('cat', [join(folder, 'arguments')], { encoding: 'utf8' })).toBe('plan\n');
});

it('the line for GitHub Actions gives gh the value by its standard input, and prints it nowhere', async () => {
  await door.begin({ value: true });
  program('gh', 'cat > got; echo "$@"; cat got');
  const { code, out, err } = await run('github-actions', 'Put the value into the secret');
  expect(code).toBe(0);
  expect(execFileSync('cat', [join(folder, 'got')], { encoding: 'utf8' })).toBe(door.value);
  expect(out).toContain('secret set OKTA_API_TOKEN --repo OWNER/REPOSITORY');
  expect(`${out}${err}`).not.toContain(door.value);
});

const isThere = (name: string, ...version: string[]) => spawnSync(name, version).status === 0;
const exec = (command: string) => runLine(door, folder, `keyturn exec terraform -- ${command}`);

it.skipIf(!isThere('http', '--version'))('the real HTTPie reaches the org without the token', async () => {
  await door.begin();
  const { code, out } = await exec(
    `sh -c 'http --ignore-stdin --check-status GET "$OKTA_CLIENT_ORGURL/api/v1/users/me"'`,
  );
  expect([code, JSON.parse(out).profile.login]).toEqual([0, 'svc-terraform@acme.com']);
  expect(seen()).toEqual(['GET /api/v1/users/me']);
  expect(acme.requests[0]?.headers['user-agent']).toContain('HTTPie');
});

it.skipIf(!isThere('javac', '-version'))(
  'a real program of Java finds the org where Okta’s SDK looks for it',
  async () => {
    await door.begin();
    writeFileSync(
      join(folder, 'App.java'),
      `import java.net.URI;
import java.net.http.*;
public class App {
  public static void main(String[] none) throws Exception {
    URI uri = URI.create(System.getenv("OKTA_CLIENT_ORGURL") + "/api/v1/users/me");
    HttpRequest request = HttpRequest.newBuilder(uri)
        .header("Authorization", "SSWS " + System.getenv("OKTA_CLIENT_TOKEN")).build();
    System.out.println(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
  }
}
`,
    );
    expect(await exec('java App.java')).toMatchObject({ code: 0, out: '200\n' });
    expect(seen()).toEqual(['GET /api/v1/users/me']);
    expect(acme.requests[0]?.headers['user-agent']).toContain('Java-http-client');
  },
);
