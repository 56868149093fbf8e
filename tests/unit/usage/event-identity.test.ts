import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventOf } from '../../../src/main/features/usage/log-event.ts';
import { SeenEvents } from '../../../src/main/features/usage/seen-events.ts';

const published = '2026-11-27T13:00:00.123Z';
const raw = (uuid: unknown, more = {}) => ({
  uuid,
  published,
  eventType: 'user.lifecycle.create',
  transaction: { detail: { requestApiTokenId: '00T1' } },
  ...more,
});
const idOf = (uuid: unknown, more = {}) => eventOf(raw(uuid, more))?.id;
const uuid = 'd0a3b5c0-cb8d-11f0-8000-00163e5e6c00';

describe('two events are different', () => {
  it.each([
    ['of two servers in one tick', uuid, 'd0a3b5c0-cb8d-11f0-8000-00163e5e6c01'],
    ['of one server whose clock was set', uuid, 'd0a3b5c0-cb8d-11f0-8001-00163e5e6c00'],
    ['of two ticks', uuid, 'd0a3b5c1-cb8d-11f0-8000-00163e5e6c00'],
    ['with the same low time in another version', uuid, 'd0a3b5c0-cb8d-41f0-8000-00163e5e6c00'],
    ['with the same time an epoch later', uuid, 'd0a3b5c0-cb8d-11f1-8000-00163e5e6c00'],
    ['whose ids are no uuids and begin alike', `${'x'.repeat(80)}1`, `${'x'.repeat(80)}2`],
    ['whose ids are no uuids and differ in case', 'aBcdefghijklmnop', 'abcdefghijklmnop'],
  ])('%s', (_name, one, other) => {
    expect(idOf(one)).not.toBe(idOf(other));
  });

  it('where anything of them differs, without a uuid', () => {
    for (const none of [undefined, null, '', 7]) {
      expect(idOf(none)).toMatch(/^[\da-f]{64}$/);
      expect(idOf(none)).not.toBe(idOf(none, { client: { ipAddress: '192.0.2.1' } }));
      expect(idOf(none)).toBe(idOf(none));
    }
  });

  it('where one digit of them differs, wherever it is', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat({ max: 31 }), fc.integer({ min: 1, max: 15 }), (one, where, by) => {
        const digits = [...one.replaceAll('-', '')];
        digits[where] = ((Number.parseInt(digits[where] ?? '', 16) + by) % 16).toString(16);
        expect(idOf(digits.join(''))).not.toBe(idOf(one));
        expect(idOf(one.toUpperCase())).toBe(idOf(one));
      }),
    );
  });
});

describe('events that are remembered by twelve digits', () => {
  const at = Date.parse(published);
  const short = (id: string) => id.replaceAll('-', '').slice(0, 12);
  const full = (id: string) => id.replaceAll('-', '');

  it('are not counted twice, and another one with the same beginning is counted', () => {
    const seen = new SeenEvents([[short(uuid), at]], at);
    const other = uuid.replace(/.$/, 'f');
    expect([uuid, other, uuid, other].map((id) => seen.isNew(full(id), at))).toEqual([
      false,
      true,
      false,
      false,
    ]);
    expect(seen.state()).toEqual({
      seen: [
        [full(uuid), at],
        [full(other), at],
      ],
      seenFrom: at,
    });
  });

  it('are other events at another time', () => {
    const seen = new SeenEvents([[short(uuid), at]], at);
    expect(seen.isNew(full(uuid), at + 1)).toBe(true);
  });

  it('are each counted once, after repeated reads and restarts', () => {
    const event = fc.record({ n: fc.nat({ max: 30 }), tick: fc.nat({ max: 5 }) });
    fc.assert(
      fc.property(
        fc.uniqueArray(event, { selector: ({ n, tick }) => `${n} ${tick}` }),
        fc.nat(),
        (all, cut) => {
          // Two of one tick begin alike; those before the cut were counted by the version that knew twelve digits.
          const events = all.map(({ n, tick }) => ({
            id: `${tick.toString(16).padStart(12, '0')}${n.toString(16).padStart(20, '0')}`,
            at: at + tick,
          }));
          const before = events.slice(0, cut % (events.length + 1));
          const old = new Map<string, { id: string; at: number }>();
          for (const one of before) if (!old.has(one.id.slice(0, 12))) old.set(one.id.slice(0, 12), one);
          let counted = old.size;
          let seen = new SeenEvents(
            [...old].map(([id, one]) => [id, one.at]),
            at,
          );
          for (let again = 0; again < 3; again++) {
            for (const one of events) if (seen.isNew(one.id, one.at)) counted++;
            const { seen: entries, seenFrom } = seen.state();
            seen = new SeenEvents(entries, seenFrom);
          }
          expect(counted).toBe(events.length);
        },
      ),
    );
  });
});
