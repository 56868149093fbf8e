import fc from 'fast-check';
import { expect, it } from 'vitest';
import { searchedText } from '../../../src/shared/searched-text.ts';

it.each([
  ['Café', 'cafe'],
  ['Cafe\u0301', 'Café'],
  ['ÅNGSTRÖM', 'angstrom'],
  ['Straße', 'STRASSE'],
  ['İstanbul', 'istanbul'],
  ['ISTANBUL', 'ıstanbul'],
  ['ΠΡΟΣ', 'πρός'],
  ['Й', 'и'],
  ['ＰＲＯＤ　１', 'prod 1'],
  ['ﾄｰｸﾝ', 'トークン'],
  ['とーくん', 'トークン'],
  ['ｶﾞｲﾄﾞ', 'ガイド'],
  ['ﬁnance', 'finance'],
  ['prod\u200b\u00adtoken\u200f', 'prodtoken'],
  ['№ 5', 'no 5'],
  ['Łódź', 'Lodz'],
  ['Ørsted', 'orsted'],
  ['Đặng', 'dang'],
  ['Æsir', 'aesir'],
  ['Œuvre', 'oeuvre'],
  ['Þór', 'thor'],
  ['O’Brien', "o'brien"],
  ['“prod”', '"prod"'],
  ['EU–West', 'eu-west'],
  ['a−b', 'a-b'],
  ['a\u00a0b', 'a b'],
  ['Ⅳ ①', 'iv 1'],
])('finds %j by %j and the other way round', (one, other) => {
  expect(searchedText(one)).toBe(searchedText(other));
});

it.each([
  ['か', 'が'],
  ['ปา', 'ป่า'],
  ['a b', 'ab'],
  ['サーバー', 'サバ'],
  ['한국', '항국'],
])('keeps %j and %j apart', (one, other) => {
  expect(searchedText(one)).not.toBe(searchedText(other));
});

it('is the same for every case and form of a text, and never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const searched = searchedText(text);
      expect(searchedText(searched)).toBe(searched);
      expect(searchedText(text.normalize('NFD'))).toBe(searched);
      expect(searchedText(text.normalize('NFC'))).toBe(searched);
    }),
  );
});
