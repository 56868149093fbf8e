import { afterEach, beforeEach, expect, it } from 'vitest';
import { dayMs, type FakeToken, isoOf, type LogEvent } from '../../src/demo/okta/model.ts';
import { type Answer, ask } from './ask.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from './server.ts';

let fake: FakeOkta;
let acme: RunningOrg;
let token: FakeToken;

beforeEach(async () => {
  fake = await startFakeOkta();
  acme = fake.org('acme');
  token = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'reader' });
  acme.org.limits.set('/api/v1/logs', 10_000);
  acme.org.logs.length = 0;
});
afterEach(() => fake.close());

const write = (name: string, tokenId?: string): void =>
  acme.org.log(`test.${name}`, acme.org.user('ada.admin@acme.com'), null, { tokenId });
const read = (query: Record<string, string>): Promise<Answer> =>
  ask(fake, acme, 'GET', `/api/v1/logs?${new URLSearchParams(query)}`, { token: token.value });
const names = (answer: Answer): string[] =>
  (answer.json() as LogEvent[]).map(({ eventType }) => eventType.replace('test.', ''));
const nextOf = (answer: Answer): string | null => {
  const next = answer.links.map((link) => /^<([^>]+)>; rel="next"$/.exec(link)?.[1]).find(Boolean);
  return next === undefined ? null : new URL(next).pathname + new URL(next).search;
};
const follow = (path: string): Promise<Answer> => ask(fake, acme, 'GET', path, { token: token.value });

it('a poll always has a next link, which returns the new events and nothing twice', async () => {
  write('one');
  write('two');
  write('three');
  const first = await read({ since: isoOf(fake.clock.now() - dayMs), limit: '2' });
  expect(names(first)).toEqual(['one', 'two']);
  const second = await follow(nextOf(first) ?? '');
  expect(names(second)).toEqual(['three']);
  const empty = await follow(nextOf(second) ?? '');
  expect(names(empty)).toEqual([]);
  expect(nextOf(empty)).not.toBeNull();
  write('four');
  const later = await follow(nextOf(empty) ?? '');
  expect(names(later)).toEqual(['four']);
  // The same link gives the same answer again: a reader that crashed before it stored the next link loses nothing.
  expect(names(await follow(nextOf(empty) ?? ''))).toEqual(['four']);
});

it('a filtered poll moves past what it does not show', async () => {
  write('mine', token.id);
  write('theirs', '00Tother');
  const filter = `transaction.detail.requestApiTokenId eq "${token.id}"`;
  const first = await read({ filter, since: isoOf(fake.clock.now() - dayMs) });
  expect(names(first)).toEqual(['mine']);
  write('theirs again', '00Tother');
  const second = await follow(nextOf(first) ?? '');
  expect(names(second)).toEqual([]);
  write('mine again', token.id);
  expect(names(await follow(nextOf(second) ?? ''))).toEqual(['mine again']);
});

it('a bounded query sorts by published, in either order, and ends', async () => {
  const start = fake.clock.now();
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    write(name);
    fake.clock.advance(4 * dayMs);
  }
  const bounds = { since: isoOf(start - 1000), until: isoOf(start + 16 * dayMs - 1) };
  for (const [sortOrder, wanted] of [
    ['ASCENDING', ['a', 'b', 'c', 'd']],
    ['DESCENDING', ['d', 'c', 'b', 'a']],
  ] as const) {
    const seen: string[] = [];
    let answer = await read({ ...bounds, sortOrder, limit: '3' });
    seen.push(...names(answer));
    expect(nextOf(answer)).not.toContain('since=');
    answer = await follow(nextOf(answer) ?? '');
    seen.push(...names(answer));
    expect(seen).toEqual(wanted);
    expect(nextOf(answer)).toBeNull();
  }
});

it('shows seven days unless asked for more, and no more than ninety', async () => {
  write('old');
  fake.clock.advance(30 * dayMs);
  token = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'later' });
  write('ten');
  fake.clock.advance(10 * dayMs);
  write('new');
  expect(names(await read({ filter: 'eventType sw "test."' }))).toEqual(['new']);
  const all = { filter: 'eventType sw "test."', since: isoOf(fake.clock.now() - 80 * dayMs) };
  expect(names(await read(all))).toEqual(['old', 'ten', 'new']);
  fake.clock.advance(25 * dayMs);
  expect((await read({ limit: '1' })).status).toBe(200);
  fake.clock.advance(26 * dayMs);
  expect(names(await read({ ...all, since: isoOf(fake.clock.now() - 180 * dayMs) }))).toEqual(['ten', 'new']);
});

it('q finds words; an invalid query is refused', async () => {
  write('alpha');
  write('beta');
  expect(names(await read({ q: 'BETA ada.admin' }))).toEqual(['beta']);
  const said = async (query: Record<string, string>) => {
    const answer = await read(query);
    return [answer.status, (answer.json() as { errorCode?: string }).errorCode];
  };
  expect(await said({ filter: 'published gt' })).toEqual([400, 'E0000053']);
  expect(await said({ since: 'yesterday' })).toEqual([400, 'E0000001']);
  expect(await said({ limit: '1001' })).toEqual([400, 'E0000001']);
  expect(await said({ after: 'made-up' })).toEqual([400, 'E0000001']);
});
