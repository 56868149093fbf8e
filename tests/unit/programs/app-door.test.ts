import type { ChildProcess } from 'node:child_process';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ServiceDesk } from '../../../src/main/features/service/desk.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import type { DoorHarness } from './door-harness.ts';
import { doorOfApp } from './door-of-app.ts';
import { node, runExec } from './run-exec.ts';

let fake: FakeOkta;
let acme: RunningOrg;
let door: DoorHarness;
let desk: ServiceDesk;
let appId: string;
const running: ChildProcess[] = [];

beforeAll(async () => {
  fake = await startFakeOkta();
  acme = fake.org('acme');
});
afterAll(() => fake.close());
afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  acme.faults.clear();
  await door.end();
});

async function begin(dpop: boolean): Promise<void> {
  ({ door, desk, appId } = await doorOfApp(fake, dpop));
}

const path = '/terraform/api/v1/users';
async function allowed(): Promise<void> {
  const first = door.call(path);
  await door.answer('until-lock');
  expect((await first).status).toBe(200);
}
const tokenCalls = () => acme.requests.filter(({ path: one }) => one === '/oauth2/v1/token').length;
const sent = () =>
  acme.requests.flatMap(({ path: one, headers }) =>
    one.startsWith('/api/') ? [headers.authorization ?? ''] : [],
  );
const accessToken = () => sent().at(-1)?.replace(/^\S+ /, '') ?? '';

describe('a program’s call through the door of an app', () => {
  it('goes out as Bearer with an access token that the program does not get, and one is enough for an hour', async () => {
    await begin(false);
    await allowed();
    const second = await door.call(path, { headers: { authorization: 'SSWS keyturn' } });
    expect(second.status).toBe(200);
    expect(sent()).toEqual([expect.stringMatching(/^Bearer ey/), expect.stringMatching(/^Bearer ey/)]);
    expect(tokenCalls()).toBe(1);
    expect(JSON.stringify(second)).not.toContain(accessToken());
    door.clock.advance(59 * 60_000 + 1);
    fake.clock.set(door.clock.now());
    expect((await door.call(path)).status).toBe(200);
    expect(tokenCalls()).toBe(2);
    // After the clock was set back, nobody knows how old the access token is.
    door.clock.advance(-30 * 60_000);
    fake.clock.set(door.clock.now());
    expect((await door.call(path)).status).toBe(200);
    expect(tokenCalls()).toBe(3);
  });

  it('carries a proof of possession when the app demands one', async () => {
    await begin(true);
    await allowed();
    expect(sent()).toEqual([expect.stringMatching(/^DPoP ey/)]);
    const [call] = acme.requests.filter(({ path: one }) => one.startsWith('/api/'));
    expect(call?.headers.dpop).toMatch(/^ey/);
  });

  it('asks for one access token when many calls come at the same time', async () => {
    await begin(false);
    await allowed();
    desk.cancelAll();
    acme.requests.length = 0;
    const answers = await Promise.all(Array.from({ length: 8 }, () => door.call(path)));
    expect(answers.flatMap(({ status, text }) => (status === 200 ? [] : [text]))).toEqual([]);
    expect(tokenCalls()).toBe(1);
  });

  it('is not handed an answer that holds the access token', async () => {
    await begin(false);
    await allowed();
    const body = { echo: accessToken() };
    acme.faults.add({ kind: 'refusal', status: 400, headers: {}, body }, { path: /users$/ });
    const answer = await door.call(path);
    expect(answer.status).toBe(502);
    expect(answer.text).not.toContain(accessToken());
  });

  it('asks for another access token after Okta refused one, after another key, and after a lock', async () => {
    await begin(false);
    await allowed();
    acme.faults.add({ kind: 'status', status: 401 }, { path: /users$/ });
    expect((await door.call(path)).status).toBe(401);
    acme.faults.clear();
    expect((await door.call(path)).status).toBe(200);
    expect(tokenCalls()).toBe(2);
    desk.cancelAll();
    expect((await door.call(path)).status).toBe(200);
    expect(tokenCalls()).toBe(3);
    await desk.makeKey(appId);
    // Okta does not know the other key. The program is told why, and Okta got no call.
    const refused = await door.call(path);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('does not accept this Client ID with this key');
  });

  it('holds no access token when a lock comes while Okta is asked for one', async () => {
    await begin(false);
    await allowed();
    desk.cancelAll();
    acme.requests.length = 0;
    acme.faults.add({ kind: 'latency', ms: 1_000 }, { path: /token$/ });
    const call = door.call(path);
    await expect.poll(tokenCalls).toBe(1);
    desk.cancelAll();
    expect((await call).text).toContain('was locked while it asked Okta');
    acme.faults.clear();
    await door.call(path);
    expect(tokenCalls()).toBe(2);
  });

  it('is not sent when a person changed the rules, or ended the allowance, while Okta was asked for an access token', async () => {
    await begin(false);
    const ends = [
      { by: () => door.set({ paths: ['/api/v1/groups/'] }), says: 'a person changed what programs may do' },
      {
        by: async () => {
          const { allowances } = await door.state();
          return door.programs.handlers.end({ allowanceId: allowances[0]?.id ?? '' });
        },
        says: 'a person revoked what allowed it',
      },
    ];
    for (const { by, says } of ends) {
      await door.set({ paths: ['/api/v1/'] });
      await allowed();
      desk.cancelAll();
      acme.requests.length = 0;
      acme.faults.add({ kind: 'latency', ms: 1_000 }, { path: /token$/ });
      const call = door.call(path);
      await expect.poll(tokenCalls).toBe(1);
      await by();
      const { status, text } = await call;
      expect([status, text]).toEqual([403, expect.stringContaining(says)]);
      expect(sent()).toEqual([]);
      acme.faults.clear();
    }
  });

  it.each(['a\r\nx-evil: b', 'a b', 'ab\0cd', 'ünicode', '{}'])(
    'does not go out with an access token that no header can hold: %j',
    async (odd) => {
      await begin(false);
      await allowed();
      desk.cancelAll();
      acme.requests.length = 0;
      const body = { token_type: 'Bearer', access_token: odd, expires_in: 3600, scope: 'okta.users.read' };
      acme.faults.add({ kind: 'refusal', status: 200, headers: {}, body }, { path: /token$/ });
      const answer = await door.call(path);
      expect(answer.status).toBe(409);
      expect(answer.text).not.toContain(JSON.stringify(odd).slice(1, -1));
      expect(sent()).toEqual([]);
    },
  );

  it('ends with the app: its door goes with it', async () => {
    await begin(false);
    expect(door.vault.read('SELECT app_id FROM doors')).toEqual([{ app_id: appId }]);
    desk.remove(appId);
    expect(door.vault.read('SELECT id FROM doors')).toEqual([]);
    expect((await door.call(path)).status).toBe(404);
  });
});

describe('keyturn exec --value with an app', () => {
  function exec(words: readonly string[]) {
    const ran = runExec(words, door.userData);
    running.push(ran.child);
    return ran;
  }
  const shows = node(
    "const { OKTA_ACCESS_TOKEN: a, OKTA_CLIENT_TOKEN: b, OKTA_API_TOKEN: c, OKTA_CLIENT_AUTHORIZATIONMODE: d } = process.env; console.log([a === b, c, d].join(' ') + ' ' + a)",
  );

  it('gives an access token of its own, and never the key; what the program prints is without it', async () => {
    await begin(false);
    await allowed();
    const { done } = exec(['exec', '--value', '--no-masking', 'terraform', '--', ...shows]);
    await door.answer('once');
    const { code, out } = await done;
    expect(code).toBe(0);
    expect(out).toMatch(/^true {2}Bearer ey\S+\n$/);
    const given = out.trim().split(' ').at(-1) ?? '';
    expect(given).not.toBe(accessToken());
    const { exp, iat } = JSON.parse(Buffer.from(given.split('.')[1] ?? '', 'base64url').toString());
    expect(exp - iat).toBe(3_600);
    const masked = exec(['exec', '--value', 'terraform', '--', ...shows]);
    await door.answer('once');
    const second = await masked.done;
    expect(second.code).toBe(0);
    expect(second.out).not.toMatch(/ey[A-Za-z0-9_-]{40}/);
  });

  it.each(['an access token that no program can be started with', 'an answer after the door was shut'])(
    'gives nothing by %s',
    async (what) => {
      await begin(false);
      const shuts = what.includes('shut');
      const body = { token_type: 'Bearer', access_token: 'ab\0cd', scope: 'okta.users.read' };
      if (shuts) acme.faults.add({ kind: 'latency', ms: 1_000 }, { path: /token$/ });
      else acme.faults.add({ kind: 'refusal', status: 200, headers: {}, body }, { path: /token$/ });
      const { done } = exec(['exec', '--value', '--no-masking', 'terraform', '--', ...shows]);
      const answered = door.answer('once');
      if (shuts) {
        await expect.poll(tokenCalls).toBe(1);
        await door.set({ open: false });
      }
      await answered;
      const { code, out, err } = await done;
      expect([code, out]).toEqual([77, '']);
      expect(err).toMatch(shuts ? /a person changed what programs may do/ : /keyturn: [^\n]+\n$/);
      expect(err).not.toContain('ab');
      expect(door.noted.filter((line) => line.startsWith('program.value'))).toEqual([]);
    },
  );

  it('refuses an access token that is worth nothing without its proofs, and offers the door', async () => {
    await begin(true);
    const { done } = exec(['exec', '--value', 'terraform', '--', ...shows]);
    await door.answer('once');
    const { code, out, err } = await done;
    expect([code, out]).toEqual([77, '']);
    expect(err).toContain('demands a proof of possession (DPoP)');
    expect(err).toContain('Run the program without --value');
  });
});
