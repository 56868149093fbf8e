import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { passCall } from '../../../src/main/features/programs/passing.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { callerOf, DoorHarness } from './door-harness.ts';
import { lentValue } from './lent-value.ts';

let fake: FakeOkta;
let acme: RunningOrg;
let door: DoorHarness;

beforeAll(async () => {
  fake = await startFakeOkta();
  acme = fake.org('acme');
});
afterAll(() => fake.close());
beforeEach(async () => {
  acme.requests.length = 0;
  door = new DoorHarness(fake);
  door.findCaller = () => Promise.resolve(callerOf('program'));
  await door.begin({ access: 'change' });
});
afterEach(async () => {
  acme.faults.clear();
  await door.end();
});

const me = '/terraform/api/v1/users/me';
const unknown = /Keyturn does not know whether Okta carried out the call/;

async function allowed(): Promise<void> {
  const first = door.call(me);
  await door.answer('until-lock');
  expect((await first).status).toBe(200);
  acme.requests.length = 0;
}

describe('a call that Okta carried out keeps Okta’s answer', () => {
  it('even when the record cannot be written', async () => {
    door.write = () => {
      throw new Error('disk full');
    };
    const calling = door.call(me);
    await door.answer('once');
    expect((await calling).status).toBe(200);
  });

  it('even when its use cannot be noted', async () => {
    door.using = () => {
      throw new Error('disk full');
    };
    const calling = door.call(me);
    await door.answer('once');
    expect((await calling).status).toBe(200);
  });

  it('even when nobody can be told of it', async () => {
    await allowed();
    door.telling = () => {
      throw new Error('no window');
    };
    expect((await door.call(me)).status).toBe(200);
  });
});

describe('tells the program when it is unknown whether Okta carried out a call', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s that broke off', async (method) => {
    acme.faults.add({ kind: 'reset' });
    const calling = door.call('/terraform/api/v1/groups', {
      method,
      ...(method === 'DELETE' ? {} : { body: '{}' }),
    });
    await door.answer('once');
    const { status, text, headers } = await calling;
    expect([status, headers['x-keyturn-outcome']]).toEqual([502, 'unknown']);
    expect(text).toMatch(unknown);
  });

  it('but not for a call that only reads', async () => {
    await allowed();
    acme.faults.add({ kind: 'reset' });
    const { status, text } = await door.call(me);
    expect(status).toBe(502);
    expect(text).not.toMatch(unknown);
  });

  it('and not for a call that was never sent', async () => {
    const calling = door.call('/terraform/api/v1/groups', { method: 'POST', body: '{}' });
    await door.asked();
    door.origin = 'https://127.0.0.1:9';
    await door.answer('once');
    const { status, text, headers } = await calling;
    expect([status, headers['x-keyturn-outcome']]).toEqual([502, undefined]);
    expect(text).not.toMatch(unknown);
  });

  const value = `00${'x'.repeat(40)}`;
  it.each([
    ['that holds the token', Buffer.from(`{"token":"${value}"}`)],
    [
      'that holds it behind more than is looked through',
      gzipSync(Buffer.concat([Buffer.alloc(40 * 1024 * 1024), Buffer.from(value)])),
    ],
  ])('an answer %s is not handed on, and what Okta said is', async (_what, body) => {
    const outcome = await passCall(
      { pass: () => Promise.resolve({ status: 201, headers: {}, body, ms: 1 }) },
      {
        knock: { method: 'POST', target: '', headers: {} },
        passage: { alias: 'a', path: '/api/v1/x', search: '' },
        body: null,
        origin: 'https://acme.okta.com',
        lent: lentValue(value),
        address: '',
        signal: new AbortController().signal,
      },
    );
    expect(outcome).toMatchObject({ accepted: true, reply: { status: 502 } });
    expect(outcome.reply.body.toString()).toMatch(/Okta answered with 201\./);
    expect(outcome.reply.body.toString()).not.toContain(value);
    expect(outcome.reply.body.includes(body)).toBe(false);
  });
});

it('cookies of the org stay here, and so does every header that is not known to be of use', async () => {
  const headers = {
    'content-type': 'application/json',
    'set-cookie': ['sid=1', 'DT=2'],
    'x-okta-request-id': 'abc',
    'x-other': 'x',
    server: 'nginx',
  };
  const { reply } = await passCall(
    { pass: () => Promise.resolve({ status: 200, headers, body: Buffer.from('{}'), ms: 1 }) },
    {
      knock: { method: 'GET', target: '', headers: {} },
      passage: { alias: 'a', path: '/api/v1/x', search: '' },
      body: null,
      origin: 'https://acme.okta.com',
      lent: lentValue('00value'),
      address: '',
      signal: new AbortController().signal,
    },
  );
  expect(reply.headers).toEqual({ 'content-type': 'application/json', 'x-okta-request-id': 'abc' });
});
