import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Failed } from '../../../src/main/base/failure.ts';
import { questionOf, questionOfDoor } from '../../../src/main/features/programs/approval-words.ts';
import type { Door } from '../../../src/shared/contract/programs.ts';
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
beforeEach(async () => {
  acme.requests.length = 0;
  door = new DoorHarness(fake);
  door.findCaller = () => Promise.resolve(callerOf('program'));
  await door.begin({ access: 'change' });
  door.dialogs.length = 0;
});
afterEach(() => door.end());

const me = '/terraform/api/v1/users/me';
const seen = () => acme.requests.map(({ method, path }) => `${method} ${path}`);
const call = (line: string) => {
  const [method = '', path = ''] = line.split(' ');
  return door.call(`/terraform${path}`, { method, ...(method.startsWith('P') ? { body: '{}' } : {}) });
};
/** How many waiting calls there are in all. */
const waiting = async () => (await door.state()).asks.reduce((sum, { calls }) => sum + calls, 0);

describe('an answer that allows a program to change something', () => {
  const refuses = (action: string) => {
    throw new Failed('proof-needed', action);
  };

  it('needs a proof before any dialog while the program waits; an answer for reading needs none', async () => {
    door.needProof = refuses;
    const changing = call('POST /api/v1/users/me');
    await door.asked();
    await expect(door.answer('once')).rejects.toMatchObject({
      failure: { code: 'proof-needed', sentence: 'programs' },
    });
    expect([door.dialogs, seen(), await waiting()]).toEqual([[], [], 1]);
    door.needProof = () => undefined;
    await door.answer('once');
    await changing;
    expect(seen()).toEqual(['POST /api/v1/users/me']);

    door.needProof = refuses;
    const reading = call('GET /api/v1/users/me');
    await door.answer('once');
    expect((await reading).status).toBe(200);
  });

  it('denies the program without a proof', async () => {
    door.needProof = refuses;
    const changing = call('POST /api/v1/users/me');
    await door.answer(null);
    expect((await changing).status).toBe(403);
  });
});

describe('an answer covers only what was shown', () => {
  // What is asked about first, and a neighbour that stands open at the same time.
  const others = [
    'DELETE /api/v1/users/me',
    'POST /api/v1/users/me',
    'PUT /api/v1/users/me',
    'PATCH /api/v1/users/me',
    'HEAD /api/v1/users/me',
    'GET /api/v1/users/me/',
    'GET /api/v1/users/me?expand=blocks',
    'GET /api/v1/users/ME',
    'GET /api/v1/groups',
  ];

  it.each(others)('once, for GET /api/v1/users/me: %s is asked about by itself', async (other) => {
    const shown = call('GET /api/v1/users/me');
    await door.asked();
    const joined = call(other);
    await expect.poll(waiting).toBe(2);
    await door.answer('once');
    expect((await shown).status).toBe(200);
    expect(seen()).toEqual(['GET /api/v1/users/me']);
    const [ask] = (await door.state()).asks;
    expect(`${ask?.method} ${ask?.path}`).toBe(other);
    await door.answer(null);
    expect((await joined).status).toBe(403);
    expect(seen()).toHaveLength(1);
  });

  it.each(['minutes', 'until-lock'] as const)(
    '%s for reading covers reading, and never a change',
    async (span) => {
      const open = [
        'GET /api/v1/users/me',
        'DELETE /api/v1/users/x',
        'GET /api/v1/groups',
        'POST /api/v1/users',
      ].map(call);
      await expect.poll(waiting).toBe(4);
      const { id } = (await door.state()).asks.find(({ path }) => path === '/api/v1/users/me') ?? { id: '' };
      await door.programs.handlers.answer({ askId: id, allow: span });
      await Promise.all([open[0], open[2]]);
      expect(seen().toSorted()).toEqual(['GET /api/v1/groups', 'GET /api/v1/users/me']);
      expect((await door.state()).asks.map(({ method }) => method).toSorted()).toEqual(['DELETE', 'POST']);
      const later = call('PUT /api/v1/users/x');
      await expect.poll(waiting).toBe(3);
      expect((await door.state()).allowances).toMatchObject([{ covers: 'reading' }]);
      await door.answer(null);
      expect((await later).status).toBe(403);
      expect(seen().every((line) => line.startsWith('GET '))).toBe(true);
    },
  );

  it('for a change covers only that change, and no read', async () => {
    const first = call('POST /api/v1/groups');
    await door.answer('minutes');
    await first;
    await call('POST /api/v1/groups');
    expect((await door.state()).allowances).toMatchObject([{ covers: 'POST /api/v1/groups', calls: 2 }]);
    for (const other of [
      'POST /api/v1/groups/1',
      'DELETE /api/v1/groups',
      'POST /api/v1/groups?x=1',
      'GET /api/v1/groups',
    ]) {
      const asked = call(other);
      await expect.poll(waiting).toBe(1);
      await door.answer('once');
      await asked;
    }
  });

  it('a denial covers everything that the program waits for', async () => {
    const open = ['GET /api/v1/users/me', 'DELETE /api/v1/users/x', 'GET /api/v1/groups'].map(call);
    await expect.poll(waiting).toBe(3);
    await door.answer(null);
    expect((await Promise.all(open)).map(({ status }) => status)).toEqual([403, 403, 403]);
    expect([seen(), door.dialogs]).toEqual([[], []]);
  });
});

describe('a dialog of the system shows what an answer allows', () => {
  it('shows the call, who makes it and what is covered; a no leaves the program waiting, three turn it away', async () => {
    const asked = call('DELETE /api/v1/users/00u1?sendEmail=true');
    door.says = false;
    await door.answer('until-lock');
    expect(door.dialogs).toEqual([
      {
        question: 'Let program use terraform until lock?',
        detail: expect.stringContaining(
          'This change until lock, as often as the program makes it: DELETE /api/v1/users/00u1?sendEmail=true',
        ),
        yes: 'Allow until lock',
      },
    ]);
    expect(door.dialogs[0]?.detail).toContain('Runs from: /usr/bin/program');
    expect(await waiting()).toBe(1);
    await door.answer('once');
    await door.answer('once');
    expect((await asked).status).toBe(403);
    expect([seen(), door.dialogs.length]).toEqual([[], 3]);
  });

  it('one at a time: a second answer while it is open is refused', async () => {
    const asked = call('GET /api/v1/users/me');
    const { id } = await door.asked();
    door.meanwhile = async () => {
      door.meanwhile = () => undefined;
      await expect(
        Promise.resolve().then(() => door.programs.handlers.answer({ askId: id, allow: 'until-lock' })),
      ).rejects.toThrow('A dialog of the system waits');
    };
    await door.answer('once');
    expect((await asked).status).toBe(200);
    expect([door.dialogs.length, (await door.state()).allowances]).toEqual([1, []]);
  });

  it('a lock or a hang-up while it is open ends what it asked', async () => {
    const gone = new AbortController();
    const asked = door.call(me, { signal: gone.signal }).catch(() => 'gone');
    door.meanwhile = () => {
      door.vault.lock();
      door.programs.lock();
    };
    await expect(door.answer('until-lock')).rejects.toThrow('no longer waits for an answer');
    expect(seen()).toEqual([]);
    await door.vault.unlock();
    door.meanwhile = () => undefined;
    door.programs.opened();
    expect((await door.state()).allowances).toEqual([]);
    gone.abort();
    expect(await asked).toBe('gone');
  });

  it('rules that let programs do more are asked about, and not changed by a no', async () => {
    door.says = false;
    await expect(door.set({ value: true })).rejects.toThrow('The rules were not changed.');
    await expect(door.set({ paths: ['/api/v1/', '/oauth2/'] })).rejects.toThrow(
      'The rules were not changed.',
    );
    expect(door.dialogs.map(({ question }) => question).slice(-2)).toEqual([
      'Allow programs to ask for the value of terraform?',
      'Allow programs to change things in Okta with terraform?',
    ]);
    expect(await door.programs.handlers.door({ tokenId: door.tokenId })).toMatchObject({
      value: false,
      paths: ['/api/v1/'],
    });
    // Less needs no dialog.
    const before = door.dialogs.length;
    await door.set({ access: 'read' });
    await door.set({ open: false });
    expect(door.dialogs).toHaveLength(before);
    await expect(door.set({ open: true, access: 'change' })).rejects.toThrow();
  });
});

it.each<[string, Partial<Door>, Partial<Door>, boolean]>([
  ['nothing', {}, {}, false],
  ['value', {}, { value: true }, true],
  ['value once more', { value: true }, { value: true }, false],
  ['value behind a shut door', {}, { value: true, open: false }, false],
  ['opening a door that has value', { open: false, value: true }, { value: true }, true],
  ['opening for reading', { open: false }, {}, false],
  ['change', {}, { access: 'change' }, true],
  ['opening a door for change', { open: false, access: 'change' }, { access: 'change' }, true],
  ['change below fewer paths', { access: 'change' }, { access: 'change', paths: ['/api/v1/users'] }, false],
  ['change below other paths', { access: 'change' }, { access: 'change', paths: ['/oauth2'] }, true],
  [
    'change below a neighbour',
    { access: 'change', paths: ['/api/v1/users'] },
    { access: 'change', paths: ['/api/v1/usersets'] },
    true,
  ],
  ['change at a faster pace', { access: 'change' }, { access: 'change', perMinute: 600 }, true],
  ['reading below other paths', {}, { paths: ['/oauth2'] }, false],
  ['no more change', { access: 'change' }, { access: 'read' }, false],
])('asks about changed rules only when they allow more: %s', (_what, before, after, asked) => {
  const plain: Door = {
    open: true,
    alias: 'a',
    access: 'read',
    paths: ['/api/v1/'],
    perMinute: 60,
    value: false,
  };
  expect(
    questionOfDoor(
      { label: 'label', orgHost: 'acme.okta.com' },
      { ...plain, ...before },
      { ...plain, ...after },
    ) !== null,
  ).toBe(asked);
});

it.each([
  ['once', 7],
  ['always', 9],
] as const)('a dialog shows nothing that turns, hides or lengthens it: %s', (allow, lines) => {
  const evil = 'x\n\nAllow everything\u202e\u200b'.padEnd(1e5, 'y');
  const { question, detail, yes } = questionOf(
    {
      caller: callerOf('program'),
      tokenId: '',
      label: evil,
      orgHost: evil,
      wants: 'call',
      method: 'GET',
      path: `/${evil}`,
      below: [evil],
      file: { file: { path: evil, sha256: '0'.repeat(64) }, notAlways: '' },
      changed: true,
    },
    allow,
  );
  expect(`${question}${yes}`).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
  expect(detail.split('\n')).toHaveLength(lines);
  expect(detail).not.toMatch(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/u);
  expect(question.length + detail.length).toBeLessThan(3_000);
});
