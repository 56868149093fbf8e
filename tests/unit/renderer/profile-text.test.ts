import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boundConsumers,
  boundTags,
  consumerLine,
  consumersIn,
  isSeen,
  overBound,
  tagsIn,
} from '../../../src/renderer/ui/profile-text.ts';
import type { Consumer } from '../../../src/shared/contract/tokens.ts';

describe('tags', () => {
  it.each<[text: string, tags: string[]]>([
    ['hr, nightly', ['hr', 'nightly']],
    [' hr ,,nightly, ', ['hr', 'nightly']],
    ['hr，nightly、prod', ['hr', 'nightly', 'prod']],
    ['HR, hr, Hr', ['HR']],
    ['caf\u00e9, cafe\u0301', ['caf\u00e9']],
    ['a b, ü, 人事', ['a b', 'ü', '人事']],
    ['', []],
    [' , ', []],
    ['hr, \u200b, \u2800\u3164, \u0007, 👩‍👧', ['hr', '👩‍👧']],
  ])('%j', (text, tags) => {
    expect(tagsIn(text)).toEqual(tags);
  });
});

describe('a name', () => {
  it.each([
    '',
    ' ',
    '\u200b',
    '\u2060\ufeff',
    '\u2800',
    '\u3164\u115f',
    '\u202e',
    '\u0000\u0007',
    '\u00ad\u00a0',
  ])('of %j cannot be seen', (name) => {
    expect(isSeen(name)).toBe(false);
    expect(consumersIn(`a\n${name}\nb`, []).map((one) => one.name)).toEqual(['a', 'b']);
  });
  it.each(['a', '\u202ea', '本', '👩‍👧', '-', '\u05d0', '❤️'])('of %j can', (name) => {
    expect(isSeen(name)).toBe(true);
  });
});

describe('consumers', () => {
  it.each<[line: string, name: string, where: string]>([
    ['GitHub Actions: acme/infra', 'GitHub Actions', 'acme/infra'],
    ['Jenkins:ci', 'Jenkins', 'ci'],
    ['Jenkins:', 'Jenkins', ''],
    ['nightly job', 'nightly job', ''],
    ['Cron: https://ci.example.com:8443/job', 'Cron', 'https://ci.example.com:8443/job'],
    ['Script: C:\\jobs\\sync.ps1', 'Script', 'C:\\jobs\\sync.ps1'],
    // An address, a drive and a port are one name.
    ['https://ci.example.com/job/1', 'https://ci.example.com/job/1', ''],
    ['https://ci.example.com/job/1: nightly', 'https://ci.example.com/job/1', 'nightly'],
    ['C:\\jobs\\sync.ps1', 'C:\\jobs\\sync.ps1', ''],
    ['ci.example.com:8443', 'ci.example.com:8443', ''],
    ['\\\\server\\share\\sync.ps1', '\\\\server\\share\\sync.ps1', ''],
    ['- GitHub Actions: acme/infra', 'GitHub Actions', 'acme/infra'],
    ['• Jenkins', 'Jenkins', ''],
  ])('%j', (line, name, where) => {
    expect(consumersIn(`${line}\r\n\n`, [])).toEqual([{ name, where }]);
  });

  const how = { kind: 'env-file', path: '/srv/.env', key: 'OKTA_API_TOKEN' } as const;
  it('that stay keep their note and their hand-over, whatever is in their names', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 }).map((one) => one.replace(/\s+/g, ' ').trim());
    const one = fc.record({
      name: text.filter((name) => name !== '' && !/^[*•‣▪–-]/.test(name)),
      where: text,
      note: text,
      how: fc.constant(how),
    });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: consumerLine, maxLength: 6 }), (before) => {
        const lines = before.map((consumer) => consumerLine(consumer).trim());
        fc.pre(new Set(lines).size === lines.length);
        expect(consumersIn(lines.join('\n'), before)).toEqual(before);
      }),
    );
  });

  it('with another place keep both too, unless two have the name', () => {
    const ci: Consumer = { name: 'CI', where: 'old', note: 'ask Ann', how };
    expect(consumersIn('CI: new', [ci])).toEqual([{ ...ci, where: 'new' }]);
    expect(consumersIn('CI', [ci])).toEqual([{ ...ci, where: '' }]);
    const two = [ci, { ...ci, where: 'other' }];
    expect(consumersIn('CI: new\nCI: newer', two)).toEqual([
      { name: 'CI', where: 'new' },
      { name: 'CI', where: 'newer' },
    ]);
    expect(consumersIn('CI: other\nCI: new', two)).toEqual([two[1], { ...ci, where: 'new' }]);
  });
});

it('what is over a bound is named, and cut in no character', () => {
  const emoji = '👩‍🚀'.repeat(60);
  expect(overBound(['a'], [{ name: 'a', where: '' }])).toBeNull();
  expect(overBound(Array.from({ length: 21 }, String), [])).toBe('tags');
  expect(overBound(['x'.repeat(41)], [])).toBe('tag');
  expect(overBound([], [{ name: emoji, where: '' }])).toBe('name');
  expect(overBound([], [{ name: 'a', where: emoji }])).toBe('where');
  expect(
    overBound(
      [],
      Array.from({ length: 51 }, () => ({ name: 'a', where: '' })),
    ),
  ).toBe('consumers');
  const [tag = ''] = boundTags([emoji]);
  const [consumer] = boundConsumers([{ name: emoji, where: emoji }]);
  for (const text of [tag, consumer?.name ?? '', consumer?.where ?? ''])
    expect(text.isWellFormed()).toBe(true);
});
