import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Failed } from '../../../src/main/base/failure.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { callerOf, DoorHarness } from './door-harness.ts';

let fake: FakeOkta;
let acme: RunningOrg;
let door: DoorHarness;

beforeAll(async () => {
  fake = await startFakeOkta();
  acme = fake.org('acme');
});
afterAll(() => fake.close());
beforeEach(() => {
  acme.requests.length = 0;
  door = new DoorHarness(fake);
  door.findCaller = () => Promise.resolve(callerOf('curl'));
});
afterEach(async () => {
  acme.faults.clear();
  await door.end();
  for (const { id } of [...acme.org.tokens]) acme.org.revoke(id);
});

const users = '/terraform/api/v1/users/me';
const summary = (text: string): string => (JSON.parse(text) as { errorSummary: string }).errorSummary;

describe('a call that was sent', () => {
  it('that Okta carried out is answered as Okta did, though Keyturn was locked meanwhile', async () => {
    await door.begin({ access: 'change' });
    acme.faults.add({ kind: 'latency', ms: 400 });
    const calling = door.call('/terraform/api/v1/groups', {
      method: 'POST',
      body: JSON.stringify({ profile: { name: `made while locked ${door.port}` } }),
    });
    await door.answer('once');
    await expect.poll(() => acme.requests.length).toBe(1);
    door.vault.lock();
    door.programs.lock();
    const { status, text } = await calling;
    expect(text).not.toContain('Keyturn');
    expect(status).not.toBe(409);
  });

  it.each([
    ['the vault refuses it', () => new Failed('not-found', 'It is locked.')],
    ['the disk is full', () => new Error('ENOSPC')],
  ])('keeps its answer when its use cannot be noted: %s', async (_what, error) => {
    await door.begin();
    door.used = () => {
      throw error();
    };
    const calling = door.call(users);
    await door.answer('once');
    expect((await calling).status).toBe(200);
  });

  it('is told to be unknown when a change brought no answer, and a read is not', async () => {
    await door.begin({ access: 'change' });
    const first = door.call(users);
    acme.faults.add({ kind: 'reset' });
    await door.answer('once');
    expect(JSON.parse((await first).text).errorCode).toBe('KEYTURN');
    acme.faults.clear();
    acme.faults.add({ kind: 'reset' });
    const change = door.call('/terraform/api/v1/users/nobody', { method: 'DELETE' });
    await door.answer('once');
    const { status, text } = await change;
    expect([status, JSON.parse(text).errorCode]).toEqual([502, 'KEYTURN_OUTCOME_UNKNOWN']);
    expect(summary(text)).toContain('not known whether Okta carried this call out');
  });
});
