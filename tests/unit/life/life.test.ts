import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AppOnFake, startOnFake } from '../rotation/desk-harness.ts';

let on: AppOnFake;
beforeEach(async () => {
  on = await startOnFake();
  // Weeks pass in these tests, and a locked Keyturn does less; the one that locks does so by hand. Calls are counted, so that the
  // System Log is not read beside them.
  await on.app.handlers.settings.set({ change: { lockAfterMinutes: 0, usageKeepDays: 0 } });
});
afterEach(() => on.close());

const day = 86_400_000;
const owner = 'svc-terraform@acme.com';
const kept = async () => {
  const issued = on.acme.org.issueToken({ owner, name: 'nightly' });
  return { issued, token: await on.addToken(issued.value, 'nightly') };
};
const inbox = async () => (await on.app.handlers.life.notices({})).map(({ kind }) => kind);
/** Lets the timers that are due by the clock run, as they would have by then. */
const later = async (ms: number) => {
  on.fake.clock.advance(ms);
  on.app.wake();
  await on.settle();
};

it('warns at 7, 3 and 1 days and at the expiry, each once', async () => {
  await kept();
  await later(22 * day);
  expect(await inbox()).toEqual([]);
  await later(1.5 * day);
  on.app.wake();
  expect(await inbox()).toEqual(['expiry']);
  await later(4 * day);
  await later(2 * day);
  await later(1 * day);
  await later(1 * day);
  expect(await inbox()).toEqual(['expired', 'expiry', 'expiry', 'expiry']);
  expect(on.notified).toHaveLength(4);
  for (const said of on.notified) expect(said).not.toMatch(/nightly|acme/);
});

it('warns again at the right time after a clock that was a year ahead for an hour', async () => {
  await kept();
  await later(365 * day);
  expect(await inbox()).toEqual(['rotation-due', 'expired']);
  on.fake.clock.advance(-365 * day);
  on.app.wake();
  await later(24 * day);
  expect((await inbox())[0]).toBe('expiry');
  await later(7 * day);
  expect((await inbox())[0]).toBe('expired');
});

it('reports everything once after a month of sleep', async () => {
  await kept();
  await later(35 * day);
  expect(await inbox()).toEqual(['expired']);
  expect(on.notified).toEqual(['An API token has most likely expired. Open Keyturn to see which.']);
});

it('keeps a token alive by one light call a month while that is on, and says when', async () => {
  const { token } = await kept();
  const { life } = on.app.handlers;
  await life.setKeepAlive({
    tokenId: token.id,
    setting: { reason: 'yearly audit', until: on.clock.now() + 75 * day },
  });
  const calls = () => on.acme.requests.length;
  await later(20 * day);
  const before = calls();
  await later(4 * day);
  expect(calls() - before).toBe(1);
  expect(on.acme.requests.at(-1)).toMatchObject({ method: 'GET', path: '/api/v1/users/me' });
  expect(await life.keepAlive({ tokenId: token.id })).toMatchObject({ lastWord: 'Working' });
  await later(1 * day);
  expect(calls() - before).toBe(1);
  await later(24 * day);
  expect(calls() - before).toBe(2);
  // Its end has come: never again.
  await later(29 * day);
  await later(1 * day);
  expect(calls() - before).toBe(2);
  expect(await inbox()).toContain('expiry');
});

it('never calls when it is off', async () => {
  const { token } = await kept();
  const before = on.acme.requests.length;
  await later(26 * day);
  expect(on.acme.requests.length).toBe(before);
  await expect(async () =>
    on.app.handlers.life.setKeepAlive({ tokenId: token.id, setting: { reason: 'x', until: 1 } }),
  ).rejects.toThrow(/within a year/);
});

it('says when it cannot keep a token alive, and retries while offline', async () => {
  const { token, issued } = await kept();
  const { life } = on.app.handlers;
  await life.setKeepAlive({ tokenId: token.id, setting: { reason: 'r', until: on.clock.now() + 300 * day } });
  await on.acme.refuseConnections();
  await later(24 * day);
  expect(await life.keepAlive({ tokenId: token.id })).toMatchObject({ lastAt: null });
  await on.acme.acceptConnections();
  on.acme.org.revoke(issued.id);
  await later(day / 24);
  expect(await life.keepAlive({ tokenId: token.id })).toMatchObject({ lastWord: 'Not accepted' });
  expect(await inbox()).toContain('keep-alive');
});

it('waits until quiet hours end, then reports everything at once', async () => {
  await kept();
  const second = on.acme.org.issueToken({ owner, name: 'other' });
  await on.addToken(second.value, 'other');
  const now = new Date(on.clock.now() + 24 * day);
  const two = (n: number) => String(n).padStart(2, '0');
  const at = (hours: number) => `${two((now.getHours() + hours + 24) % 24)}:00`;
  await on.app.handlers.settings.set({ change: { quietHours: { from: at(-1), to: at(2) } } });
  await later(24 * day);
  expect((await inbox()).length).toBe(2);
  expect(on.notified).toEqual([]);
  await later(3 * 3_600_000);
  expect(on.notified).toEqual([
    '2 things about your tokens and OAuth apps need you. Open Keyturn to see them.',
  ]);
});

describe('the key of an OAuth app', () => {
  const begun = async (label: string) => {
    const token = await on.addToken(on.acme.org.issueToken({ owner, name: label }).value, label);
    return on.app.handlers.service.begin({ tokenId: token.id });
  };
  const finished = async (label: string) => {
    const { id, jwk } = await begun(label);
    const { clientId } = on.acme.org.addServiceApp({
      name: label,
      jwk: JSON.parse(jwk),
      scopes: [],
      roles: [],
    });
    return on.app.handlers.service.setClient({ appId: id, clientId });
  };
  const aboutKeys = async () =>
    (await on.app.handlers.life.notices({})).filter(({ kind }) => kind === 'key-due');

  it('is in the inbox once when the next one is due, and no name is in the notification', async () => {
    const app = await finished('report');
    await later(89 * day);
    expect(await aboutKeys()).toEqual([]);
    on.notified.length = 0;
    await later(1 * day);
    await later(1 * day);
    const [notice, ...more] = await aboutKeys();
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ tokenId: app.id, label: app.label, orgHost: app.orgHost, seen: false });
    expect(notice?.sentence).toMatch(
      /^Its next key was due on .+, every 90 days\. Rotate the key on its Key tab\.$/,
    );
    for (const said of on.notified) expect(said).not.toMatch(/report|acme/);
    expect(on.published.filter(({ event }) => event === 'noticesChanged').at(-1)?.payload).toMatchObject({
      notices: expect.arrayContaining([expect.objectContaining({ kind: 'key-due' })]),
    });
    await on.restart();
    await later(1 * day);
    expect(await aboutKeys()).toHaveLength(1);
  });

  it('is not due while the app is not finished, or while its key is being rotated', async () => {
    await begun('half');
    const app = await finished('rotates');
    const { service } = on.app.handlers;
    await service.setJob({
      appId: app.id,
      job: { kind: 'custom', needs: [{ family: 'users', access: 'read' }] },
    });
    await service.rotateKey({ appId: app.id });
    await later(100 * day);
    expect(await aboutKeys()).toEqual([]);
    expect(await inbox()).toContain('rotation-due');
  });

  it('leaves the inbox with the app, and comes back with it', async () => {
    const app = await finished('report');
    await later(90 * day);
    expect(await aboutKeys()).toHaveLength(1);
    await on.app.handlers.service.remove({ appId: app.id });
    expect(await aboutKeys()).toEqual([]);
    await on.app.handlers.service.bringBack({ appId: app.id });
    expect(await aboutKeys()).toHaveLength(1);
  });
});

it('while locked, says that something is due but not what, and the inbox has it after the unlock', async () => {
  await kept();
  on.app.lock();
  await later(24 * day);
  expect(on.notified).toEqual(['An API token expires soon. Unlock Keyturn to see which.']);
  await on.app.handlers.vault.unlock({});
  expect(await inbox()).toEqual(['expiry']);
  expect(on.notified).toHaveLength(1);
});

it('flags a deactivated owner and new roles, with before and after', async () => {
  const { token } = await kept();
  const test = async () => {
    await on.app.handlers.testing.test({ tokenId: token.id });
    await on.tested(token.id);
  };
  on.acme.org.user(owner).roles = [
    { type: 'SUPER_ADMIN', label: 'Super Administrator', assignmentType: 'USER' },
  ];
  await test();
  const [gained] = await on.app.handlers.life.notices({});
  expect(gained).toMatchObject({ kind: 'owner', after: 'Super Administrator', seen: false });
  await on.app.handlers.life.markSeen({});
  expect((await on.app.handlers.life.notices({}))[0]?.seen).toBe(true);
});

const test = async (tokenId: string) => {
  on.published.length = 0;
  await on.app.handlers.testing.test({ tokenId });
  await on.tested(tokenId);
  await on.settle();
};
const ownerNotices = async () =>
  (await on.app.handlers.life.notices({})).filter(({ kind }) => kind === 'owner');
const askedAbout = (id: string) => on.acme.requests.filter(({ path }) => path === `/api/v1/users/${id}`);

it('asks another kept token about the owner of one that is refused, and says it once', async () => {
  const { token } = await kept();
  const other = on.acme.org.issueToken({ owner: 'olga.org@acme.com', name: 'reader' });
  await on.addToken(other.value, 'reader');
  const account = on.acme.org.user(owner);
  account.status = 'SUSPENDED';
  on.acme.requests.length = 0;
  await test(token.id);
  expect(askedAbout(account.id).map(({ headers }) => headers.authorization)).toEqual([`SSWS ${other.value}`]);
  expect(await ownerNotices()).toMatchObject([
    {
      tokenId: token.id,
      before: expect.stringMatching(/active/i),
      after: expect.stringMatching(/suspended/i),
    },
  ]);
  await test(token.id);
  await test(token.id);
  expect(await ownerNotices()).toHaveLength(1);
});

it('says of an owner each state, and a state again when it comes again', async () => {
  const { token } = await kept();
  await on.addToken(on.acme.org.issueToken({ owner: 'olga.org@acme.com', name: 'reader' }).value, 'reader');
  const account = on.acme.org.user(owner);
  for (const status of ['SUSPENDED', 'DEPROVISIONED', 'ACTIVE', 'SUSPENDED'] as const) {
    account.status = status;
    on.fake.clock.advance(60_000);
    await test(token.id);
    await test(token.id);
  }
  expect((await ownerNotices()).map(({ after }) => after).toSorted()).toEqual([
    'DEPROVISIONED',
    'SUSPENDED',
    'SUSPENDED',
  ]);
});

it('reports nothing about an owner that it cannot ask about, or who is active', async () => {
  const { token, issued } = await kept();
  const account = on.acme.org.user(owner);
  account.status = 'SUSPENDED';
  await test(token.id);
  expect(await ownerNotices()).toEqual([]);
  account.status = 'ACTIVE';
  const other = on.acme.org.issueToken({ owner: 'olga.org@acme.com', name: 'reader' });
  await on.addToken(other.value, 'reader');
  on.acme.org.revoke(issued.id);
  on.acme.requests.length = 0;
  await test(token.id);
  expect(askedAbout(account.id)).toHaveLength(1);
  expect(await ownerNotices()).toEqual([]);
});

it('does not ask about the owner while a token works, or when Okta refused for another reason', async () => {
  const { token } = await kept();
  const other = on.acme.org.issueToken({ owner: 'olga.org@acme.com', name: 'reader' });
  await on.addToken(other.value, 'reader');
  on.acme.requests.length = 0;
  await test(token.id);
  on.acme.faults.add({ kind: 'status', status: 403, errorCode: 'E0000006' }, { path: /users\/me/ });
  await test(token.id);
  expect(askedAbout(on.acme.org.user(owner).id)).toEqual([]);
});

it('writes everything done into the record, and no value', async () => {
  const { token, issued } = await kept();
  await on.app.handlers.tokens.copy({ tokenId: token.id, as: 'value' });
  const fresh = on.acme.org.issueToken({ owner, name: 'next' });
  await on.captured(token.id, fresh.value);
  on.app.lock();
  await on.app.handlers.vault.unlock({});
  const entries = await on.app.handlers.activity.list({ filter: '', limit: 100 });
  expect(entries.map(({ action }) => action).toReversed()).toEqual([
    'vault.opened',
    'settings.changed',
    'token.added',
    'token.copied',
    'rotation.planned',
    'rotation.captured',
    'vault.locked',
    'vault.opened',
  ]);
  expect(await on.app.handlers.activity.check({})).toMatchObject({ ok: true });
  expect(JSON.stringify(entries)).not.toContain(issued.value);
  expect(JSON.stringify(entries)).not.toContain(fresh.value);
});
