import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Failed } from '../../../src/main/base/failure.ts';
import { Secret } from '../../../src/main/base/secret.ts';
import { OrgStore } from '../../../src/main/features/orgs/store.ts';
import { DoorStore } from '../../../src/main/features/programs/store.ts';
import { TokenStore } from '../../../src/main/features/tokens/store.ts';
import { programsState } from '../../../src/shared/contract/programs.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { profile, tokenValue } from '../main/samples.ts';
import { callerOf, DoorHarness } from './door-harness.ts';

let fake: FakeOkta;
let acme: RunningOrg;
let door: DoorHarness;
let starts = 0;

beforeAll(async () => {
  fake = await startFakeOkta();
  acme = fake.org('acme');
});
afterAll(() => fake.close());
beforeEach(async () => {
  acme.requests.length = 0;
  door = new DoorHarness(fake);
  runs(report);
  await door.begin({ access: 'change', paths: ['/api/v1/users'] });
  door.dialogs.length = 0;
});
afterEach(() => door.end());

const report = { path: '/opt/report/bin/report', sha256: 'a'.repeat(64) };

/** Lets calls come from a program with this file. Each call is of another process from another terminal, which no shorter answer covers. */
function runs(file: { path: string; sha256: string }, notAlways = '') {
  door.findCaller = () =>
    Promise.resolve(callerOf(`start ${++starts}`, { file: async () => ({ file, notAlways }) }));
}
const call = (line: string) => {
  const [method = '', path = ''] = line.split(' ');
  return door.call(`/terraform${path}`, { method, ...(method.startsWith('P') ? { body: '{}' } : {}) });
};
const always = async () => (await door.state()).always;
/** Makes a call for which a person says always. */
async function allowAlways(line: string): Promise<void> {
  const called = call(line);
  await door.answer('always');
  await called;
}
/** Makes a call that must be asked about, and denies it. Denials of one process hold for no other. */
async function expectAsked(line: string): Promise<void> {
  const called = call(line);
  const { method, path } = await door.asked();
  expect(`${method} ${path}`).toBe(line);
  await door.answer(null);
  expect((await called).status).toBe(403);
}

describe('a program that is allowed always', () => {
  it('reads without a question for any program that starts it, and is listed with its last use', async () => {
    await allowAlways('GET /api/v1/users/me');
    expect(await always()).toMatchObject([
      { ...report, name: 'report', label: 'terraform', covers: 'reading', paths: ['/api/v1/users'] },
    ]);
    expect((await always())[0]).toMatchObject({ since: door.clock.now(), lastUsedAt: null, changedAt: null });
    door.clock.advance(5_000);
    acme.requests.length = 0;
    const lines = ['GET /api/v1/users/me', 'GET /api/v1/users?limit=1', 'HEAD /api/v1/users'];
    for (const line of lines) await call(line);
    expect(acme.requests.map(({ method, path, query }) => `${method} ${path}${query}`)).toEqual(lines);
    expect((await always())[0]?.lastUsedAt).toBe(door.clock.now());
    expect(door.noted.at(-1)).toMatch(/was allowed always to read below \/api\/v1\/users\. .*a{64}/);
  });

  it('is asked about a change, and for a change about every other call', async () => {
    await allowAlways('GET /api/v1/users/me');
    await expectAsked('POST /api/v1/users/me');
    await allowAlways('POST /api/v1/users/me');
    const before = acme.requests.length;
    await call('POST /api/v1/users/me');
    expect(acme.requests.slice(before)).toMatchObject([{ method: 'POST', path: '/api/v1/users/me' }]);
    for (const line of ['POST /api/v1/users', 'DELETE /api/v1/users/me', 'POST /api/v1/users/me?x=1']) {
      await expectAsked(line);
    }
  });

  it('reads only below the paths that the dialog showed, even when the rules later allow more', async () => {
    await allowAlways('GET /api/v1/users/me');
    await door.set({ access: 'read', paths: ['/api/v1/'] });
    expect((await call('GET /api/v1/users/me')).status).toBe(200);
    await expectAsked('GET /api/v1/groups');
    await expectAsked('GET /api/v1/userschemas');
    await door.set({ access: 'read', paths: ['/api/v1/groups'] });
    expect((await call('GET /api/v1/users/me')).status).toBe(403);
    expect((await door.state()).asks).toEqual([]);
  });

  it('is asked about with another token', async () => {
    await allowAlways('GET /api/v1/users/me');
    const tokens = new TokenStore(door.vault);
    const [org] = new OrgStore(door.vault).list();
    const value = Secret.fromText(tokenValue('b'));
    const other = tokens.add(org?.id ?? '', 'https://other.okta.com', profile('other'), value, 0);
    const { alias: _, ...rules } = await door.programs.handlers.door({ tokenId: other });
    await door.programs.handlers.setDoor({
      tokenId: other,
      door: { ...rules, value: false, open: true },
    });
    const called = door.call('/other/api/v1/users/me');
    expect((await door.asked()).tokenId).toBe(other);
    await door.answer(null);
    await called;
  });

  it('is asked about at another path, by the file of the same name there', async () => {
    await allowAlways('GET /api/v1/users/me');
    runs({ ...report, path: '/tmp/report' });
    await expectAsked('GET /api/v1/users/me');
  });

  it('is asked about when its file has changed, also when the earlier file is back', async () => {
    await allowAlways('GET /api/v1/users/me');
    runs({ ...report, sha256: 'b'.repeat(64) });
    door.clock.advance(1_000);
    const called = call('GET /api/v1/users/me');
    expect(await door.asked()).toMatchObject({ changed: true });
    expect(await always()).toMatchObject([{ sha256: report.sha256, changedAt: door.clock.now() }]);
    expect(door.noted.at(-1)).toContain('The file /opt/report/bin/report changed');
    await door.answer(null);
    await called;
    runs(report);
    await expectAsked('GET /api/v1/users/me');

    runs({ ...report, sha256: 'b'.repeat(64) });
    await allowAlways('GET /api/v1/users/me');
    expect(door.dialogs.at(-1)?.detail).toContain('The file of this program changed');
    expect(await always()).toMatchObject([{ sha256: 'b'.repeat(64), changedAt: null }]);
    expect((await call('GET /api/v1/users/me')).status).toBe(200);
  });

  it('waits while Keyturn is locked, and continues after the unlock and a restart', async () => {
    await allowAlways('GET /api/v1/users/me');
    door.clock.advance(1_000);
    await call('GET /api/v1/users/me');
    door.programs.lock();
    door.vault.lock();
    acme.requests.length = 0;
    const called = call('GET /api/v1/users/me');
    await expect.poll(() => door.called.at(-1)).toContain('Unlock Keyturn');
    expect(acme.requests).toEqual([]);
    expect(await always()).toEqual([]);
    await door.vault.unlock();
    door.programs.opened();
    expect((await called).status).toBe(200);
    door.programs.lock();
    // What a new start would read.
    const [entry] = new DoorStore(door.vault).alwaysOf(door.tokenId);
    expect(entry).toMatchObject({ ...report, lastUsedAt: door.clock.now() });
  });

  it('is asked about at once when it was revoked', async () => {
    await allowAlways('GET /api/v1/users/me');
    const [entry] = await always();
    const alwaysId = entry?.id ?? '';
    await door.programs.handlers.revoke({ alwaysId });
    expect(await always()).toEqual([]);
    await expectAsked('GET /api/v1/users/me');
    expect(door.noted).toContainEqual(
      'program.revoked terraform: /opt/report/bin/report is no longer always allowed.',
    );
    expect(() => door.programs.handlers.revoke({ alwaysId })).toThrow('ended already');
  });

  it('is asked about after programs were switched off and on again, which the window does without a dialog', async () => {
    await allowAlways('GET /api/v1/users/me');
    await door.set({ access: 'read', open: false });
    await door.set({ open: true });
    expect(await always()).toEqual([]);
    await expectAsked('GET /api/v1/users/me');
  });

  it('goes with its token', async () => {
    await allowAlways('GET /api/v1/users/me');
    new TokenStore(door.vault).remove(door.tokenId);
    expect(await always()).toEqual([]);
    expect(door.vault.read('SELECT * FROM doors')).toEqual([]);
  });

  it('leaves no readable name in the file of the vault', async () => {
    await allowAlways('GET /api/v1/users/me');
    const bytes = ['keyturn.vault', 'keyturn.vault-wal'].map((name) =>
      readFileSync(join(door.userData, name), 'latin1'),
    );
    expect(bytes.join('')).not.toMatch(/report|aaaaaaaaaa/);
  });

  it('keeps to the pace of the rules', async () => {
    await door.set({ access: 'read', perMinute: 2 });
    await allowAlways('GET /api/v1/users/me');
    expect((await call('GET /api/v1/users/me')).status).toBe(200);
    expect((await call('GET /api/v1/users/me')).status).toBe(429);
  });
});

describe('the answer always', () => {
  it('is asked in a dialog that shows all that it covers, and a no keeps nothing', async () => {
    door.says = false;
    const called = call('GET /api/v1/users/me');
    await door.answer('always');
    expect(door.dialogs).toEqual([
      {
        question: `Always let start ${starts} use terraform?`,
        detail: expect.stringContaining(
          'Everything that it reads below /api/v1/users, until you revoke this. It asks now for GET /api/v1/users/me',
        ),
        yes: 'Always allow',
      },
    ]);
    expect(door.dialogs[0]?.detail).toContain(`SHA-256 of the file: ${report.sha256}`);
    expect(await always()).toEqual([]);
    await door.answer(null);
    await called;
  });

  it('needs a proof before its dialog, also for reading', async () => {
    door.needProof = (action) => {
      throw new Failed('proof-needed', action);
    };
    const called = call('GET /api/v1/users/me');
    await expect(door.answer('always')).rejects.toMatchObject({ failure: { code: 'proof-needed' } });
    expect([door.dialogs, await always()]).toEqual([[], []]);
    await door.answer(null);
    await called;
  });

  it('is refused with the reason for a program whose file does not say what it does', async () => {
    runs(report, 'It is an interpreter.');
    const called = call('GET /api/v1/users/me');
    expect((await door.asked()).notAlways).toBe('It is an interpreter.');
    await expect(door.answer('always')).rejects.toThrow('It is an interpreter.');
    expect([door.dialogs, await always(), acme.requests]).toEqual([[], [], []]);
    await door.answer('once');
    expect((await called).status).toBe(200);
  });

  it('refuses a program when its file became an interpreter', async () => {
    await allowAlways('GET /api/v1/users/me');
    runs(report, 'It is an interpreter.');
    await expectAsked('GET /api/v1/users/me');
  });

  it('is refused when a dialog cannot show the whole call', async () => {
    const longest = `POST /api/v1/users/${'x'.repeat(500 - 'POST /api/v1/users/'.length)}`;
    const called = call(`${longest}x`);
    await expect(door.answer('always')).rejects.toThrow('too long');
    expect(door.dialogs).toEqual([]);
    await door.answer(null);
    await called;
    await allowAlways(longest);
    expect(await always()).toMatchObject([{ covers: longest }]);
    expect(programsState.safeParse(await door.state()).success).toBe(true);
  });

  it('is refused when a dialog cannot show all paths of the rules', async () => {
    const paths = ['a', 'b', 'c'].map((name) => `/api/v1/${name.repeat(180)}`);
    await door.set({ access: 'read', paths: [...paths, '/api/v1/users'] });
    const called = call('GET /api/v1/users/me');
    await expect(door.answer('always')).rejects.toThrow('too long');
    await door.answer(null);
    await called;
  });

  it('keeps nothing when the program hung up or Keyturn was locked while the dialog was open', async () => {
    const gone = new AbortController();
    const called = door.call('/terraform/api/v1/users/me', { signal: gone.signal }).catch(() => 'gone');
    door.meanwhile = async () => {
      gone.abort();
      await expect.poll(async () => (await door.state()).asks).toEqual([]);
    };
    await expect(door.answer('always')).rejects.toThrow('no longer waits for an answer');
    expect(await called).toBe('gone');
    expect(await always()).toEqual([]);
  });

  it('is all or nothing: without its line in the record nothing is kept, and the program still waits', async () => {
    const called = call('GET /api/v1/users/me');
    door.write = () => {
      throw new Failed('file', 'The disk is full.');
    };
    await expect(door.answer('always')).rejects.toThrow('The disk is full.');
    expect([await always(), acme.requests]).toEqual([[], []]);
    door.write = (line) => door.noted.push(line);
    await door.answer('always');
    expect((await called).status).toBe(200);
  });

  it('allows the other waiting calls that it covers, but no change', async () => {
    const open = ['GET /api/v1/users/me', 'GET /api/v1/users', 'DELETE /api/v1/users/me'].map(call);
    await expect.poll(async () => (await door.state()).asks.length).toBe(3);
    const { id } = (await door.state()).asks.find(({ path }) => path === '/api/v1/users/me') ?? { id: '' };
    await door.programs.handlers.answer({ askId: id, allow: 'always' });
    expect((await Promise.all([open[0], open[1]])).map((answer) => answer?.status)).toEqual([200, 200]);
    expect((await door.state()).asks).toMatchObject([{ method: 'DELETE' }]);
    await door.answer(null);
    await open[2];
  });
});
