import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/main/base/secret.ts';
import { textOfBytes } from '../../../src/main/base/text-of-bytes.ts';
import { orgBeside } from '../../../src/main/features/orgs/org-beside.ts';
import { foundIn, mayHold, placesOf } from '../../../src/main/features/plaintext/found-values.ts';
import { KeptFinder, marksOf } from '../../../src/main/features/plaintext/kept-marks.ts';
import { longRuns } from '../../../src/main/features/plaintext/long-runs.ts';
import { lineNumbers } from '../../../src/main/features/plaintext/text-lines.ts';
import { randomValue } from '../../support/random-value.ts';
import { encodings, forms } from './planted.ts';

const nothingKept = new KeptFinder(marksOf([]));
const keptOf = (...values: string[]) => new KeptFinder(marksOf(values.map((one) => Secret.fromText(one))));

it('bytes hold no token exactly when their text has no run that is long enough', () => {
  const word = fc.stringMatching(/^[\w+/-]{0,50}$/);
  const gap = fc.constantFrom(' ', '\n', '=', 'é', '漢', '"');
  const text = fc.array(fc.oneof(word, gap), { maxLength: 20 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.constantFrom('utf8' as const, 'latin1' as const), (written, encoding) => {
      const bytes = Buffer.from(written, encoding);
      if (bytes.subarray(0, 2).equals(Buffer.from([0xff, 0xfe]))) return;
      expect(mayHold(bytes, nothingKept)).toBe(longRuns(textOfBytes(bytes).text, 42).length > 0);
    }),
    { numRuns: 2_000 },
  );
});

describe('finds every form of a planted token', () => {
  const planted = Object.entries(forms).flatMap(([form, write], n) =>
    // In Latin-1 a line comes first, so that the file holds more than the value.
    Object.entries(encodings)
      .filter(([encoding]) => !(form === 'a file with the value only' && encoding === 'Latin-1'))
      .map(([encoding, bytesOf], m) => {
        const value = randomValue(1000 * n + m);
        return { form, encoding, value, bytes: bytesOf(write(value)) };
      }),
  );

  it.each(planted)('$form, $encoding: its bytes may hold a token', ({ bytes }) => {
    expect(mayHold(bytes, nothingKept)).toBe(true);
  });

  it('has at least 200 of them', () => expect(planted.length).toBeGreaterThanOrEqual(200));

  it.each(planted)('$form, $encoding', ({ value, bytes }) => {
    const found = foundIn(textOfBytes(bytes).text, nothingKept, []);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map((one) => one.value))).toEqual(new Set([value]));
  });

  it('finds it with any random characters', () => {
    const values = Array.from({ length: 20_000 }, (_, n) => randomValue(n));
    const missed = values.filter((value) => foundIn(`API_TOKEN=${value}\n`, nothingKept, []).length !== 1);
    // One in 100,000 random values has as many hyphens as words have.
    expect(missed.length).toBeLessThanOrEqual(1);
  });
});

/** Text files of this computer that have nothing to do with Okta, up to `most` of them. */
function ordinaryFiles(most: number): string[] {
  const places: readonly (readonly [root: string, share: number])[] = [
    [join(import.meta.dirname, '../../../node_modules'), 0.7],
    ['/usr/share', 0.2],
    ['/usr/lib/python3', 0.05],
    ['/usr/lib/node_modules', 0.05],
  ];
  const files = places.flatMap(([root, share]) => {
    const all = globSync('**/*', { cwd: root }).map((file) => join(root, file));
    const step = Math.max(1, Math.floor(all.length / (most * share)));
    return all.filter((_, n) => n % step === 0);
  });
  return [join(import.meta.dirname, '../../../package-lock.json'), ...files];
}

it('raises at most one false alarm in 10,000 ordinary files', () => {
  // A kept value is looked for as well, so that its search is a part of what is judged.
  const kept = keptOf(randomValue(1), randomValue(2));
  let looked = 0;
  const alarms: string[] = [];
  for (const path of ordinaryFiles(20_000)) {
    const file = statSync(path, { throwIfNoEntry: false });
    if (file?.isFile() !== true || file.size > 4_000_000) continue;
    let text: string;
    try {
      ({ text } = textOfBytes(readFileSync(path)));
    } catch {
      continue;
    }
    looked++;
    alarms.push(...foundIn(text, kept, ['login.acme.example']).map((one) => `${path}: ${one.because}`));
  }
  expect(looked).toBeGreaterThan(10_000);
  expect(alarms.length, alarms.join('\n')).toBeLessThanOrEqual(Math.floor(looked / 10_000));
}, 120_000);

describe('raises no alarm for text that is no token', () => {
  const value = randomValue(7);
  it.each([
    ['a random word without anything around it', `see ${value} there`],
    ['a placeholder', 'OKTA_API_TOKEN=00xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'],
    ['the name of a patch', 'okta: 0001-Take-the-token-out-of-the-file-it-is-'],
    ['hexadecimal digits', `okta token: 00${'0123456789abcdef'.repeat(3).slice(0, 40)}`],
    ['a part of a longer word', `okta token ${value}abc`],
    ['a part of a JWT', `okta eyJhbGciOiJIUzI1NiJ9.${value}.${value}`],
  ])('%s', (_what, text) => expect(foundIn(text, nothingKept, [])).toEqual([]));
});

describe('finds a kept token by its keyed hash', () => {
  const value = randomValue(3);
  it.each([
    ['without anything around it', `a ${value} b`],
    ['inside of a longer word', `prefix_${value}suffix`],
    ['between slashes', `https://x.example/${value}/`],
    ['behind a percent code', `x=%22${value}%22`],
    ['in base64', `Basic ${Buffer.from(`user:${value}`).toString('base64')}`],
  ])('%s', (_where, text) => {
    const found = foundIn(text, keptOf(randomValue(4), value), []);
    expect(found).toMatchObject([{ value, mark: 1, because: 'kept' }]);
  });

  it('also finds a kept value of another shape and length', () => {
    const unusual = 'abcdefghij_KLMNOPQRST-0123';
    expect(foundIn(`x${unusual}y`, keptOf(unusual), [])).toMatchObject([{ value: unusual, mark: 0 }]);
  });

  it('finds no other token in any text around it', () => {
    const kept = keptOf(value);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab0_-/+ \n=') }),
        fc.string({ unit: fc.constantFrom(...'ab0_-/+ \n=') }),
        (before, behind) => {
          const found = foundIn(`${before}${value}${behind}`, kept, []).filter(({ packed }) => !packed);
          expect(found.map(({ from, to }) => [from, to])).toEqual([
            [before.length, before.length + value.length],
          ]);
        },
      ),
    );
  });

  it('marks hold nothing of a value, and the marks of two searches differ', () => {
    const [one, two] = [marksOf([Secret.fromText(value)]), marksOf([Secret.fromText(value)])];
    for (const form of [value, Buffer.from(value).toString('hex'), Buffer.from(value).toString('base64')]) {
      expect(JSON.stringify(one)).not.toContain(form.slice(4, 20));
    }
    expect(one.key).not.toBe(two.key);
    expect(one.marks[0]?.mac).not.toBe(two.marks[0]?.mac);
  });

  it('a value that could be guessed has no mark', () => {
    const none = { length: 0, filter: 0, mac: '' };
    expect(marksOf([Secret.fromText('secret123')]).marks).toEqual([none]);
    // The shortest value with a mark has 20 characters.
    const [shorter, shortest] = [19, 20].map((length) => Secret.fromText(value.slice(0, length)));
    if (shorter === undefined || shortest === undefined) throw new Error('There are two values.');
    expect(marksOf([shorter, shortest]).marks).toEqual([none, expect.objectContaining({ length: 20 })]);
    expect(foundIn('secret123 secret123', keptOf('secret123'), [])).toEqual([]);
  });
});

it('finds the same long runs as a plain pattern', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aZ0_-+/ .\n=é'), maxLength: 300 }), (text) => {
      const plain = [...text.matchAll(/[\w+/-]{7,}/g)].map(({ 0: run, index }) => ({
        text: run,
        from: index,
      }));
      expect(longRuns(text, 7)).toEqual(plain);
    }),
  );
});

it('counts every kind of line end for the line of a place', () => {
  expect(['a', 'a\nb', 'a\r\nb\r\nc', 'a\rb'].map((text) => lineNumbers(text, [text.length]))).toEqual([
    [1],
    [2],
    [3],
    [2],
  ]);
  expect(lineNumbers('a\nb\r\nc\n', [0, 1, 2, 2, 5, 7])).toEqual([1, 1, 2, 2, 3, 4]);
});

it.each([
  ['one long run', 'a'.repeat(4_000_000)],
  ['hyphens', 'ab-'.repeat(1_300_000)],
  ['the beginnings of JWTs', 'eyJ-'.repeat(1_000_000)],
  ['runs that begin with zeros', `${'00'.repeat(21)} `.repeat(90_000)],
  ['Okta words', 'okta-'.repeat(800_000)],
  ['line ends', '\n'.repeat(4_000_000)],
])('takes little time for 4 MB of %s around a token', (_what, filler) => {
  const value = randomValue(8);
  const text = `${filler} see ${value}\n${filler}`;
  const began = process.cpuUsage();
  const found = foundIn(text, keptOf(value), []);
  orgBeside(text, text.indexOf(value), ['acme.okta.com']);
  const { user } = process.cpuUsage(began);
  expect(found).toHaveLength(1);
  // Five seconds of the processor, in microseconds; a pattern that goes back and forth takes minutes.
  expect(user).toBeLessThan(5_000_000);
});

it.each([
  ['a kept value', true],
  ['another value', false],
])('finds each of 20,000 places of %s', (_what, isKept) => {
  const value = randomValue(77);
  const kept = new KeptFinder(marksOf(isKept ? [Secret.fromText(value)] : []));
  const text = Array.from({ length: 20_000 }, (_, n) => `OKTA_TOKEN_${n}=${value}\n`).join('');
  expect(placesOf(value, text, kept)).toHaveLength(20_000);
});
