import fc from 'fast-check';
import { expect, it } from 'vitest';
import { flatten, stepOf } from '../../../src/renderer/tokens/entries.ts';
import { groupListed, listAll, orderAll } from '../../../src/renderer/tokens/grouping.ts';
import { token } from '../main/samples.ts';

const now = 1_700_000_000_000;

it('the list keeps the order of urgency, and of labels within each urgency', () => {
  const tokens = ['b', 'a', 'd', 'c'].map((label, n) =>
    token({ label, capturedAt: now, lastAcceptedAt: now, readable: n < 2 }),
  );
  const listed = listAll(orderAll(tokens, []), now);
  expect(listed.map(({ label }) => label)).toEqual(['c', 'd', 'a', 'b']);
});

it('the filter finds a token by each of its words and by its health', () => {
  const tokens = [
    token({ label: 'Terraform', tags: ['Nightly'], capturedAt: now, lastAcceptedAt: now }),
    token({ label: 'SIEM', purpose: 'Reads the log', readable: false }),
  ];
  const found = (filter: string) =>
    groupListed(listAll(orderAll(tokens, []), now), filter, null).flatMap(({ items }) =>
      items.map(({ label }) => label),
    );
  expect(found('terra nightly')).toEqual(['Terraform']);
  expect(found('ATTENTION')).toContain('SIEM');
  expect(found('attention log')).toEqual(['SIEM']);
  expect(found('attention terraform log')).toEqual([]);
});

it('each entry knows its place in groups of any size', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5), { maxLength: 4 }), (sizes) => {
      const groups = sizes.map((size, n) => ({
        id: `group-${n}`,
        title: `Group ${n}`,
        items: listAll(
          orderAll(
            Array.from({ length: size }, () => token()),
            [],
          ),
          now,
        ),
      }));
      const entries = flatten(groups);
      const tokens = entries.filter((entry) => entry.kind === 'token');
      expect(tokens.map(({ place }) => place)).toEqual(tokens.map((_, n) => n + 1));
      for (const entry of tokens) expect(entries[entry.index]).toBe(entry);
      expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    }),
  );
});

it('the keys of a grid move, and no other key does', () => {
  const keys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', 't', 'Enter'];
  expect(keys.map((key) => stepOf(key, 7))).toEqual([1, -1, 7, -7, -Infinity, Infinity, null, null]);
});
