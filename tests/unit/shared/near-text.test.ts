import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hasNearly } from '../../../src/shared/near-text.ts';
import { searchedText } from '../../../src/shared/searched-text.ts';

const finds = (text: string, typed: string) => hasNearly(searchedText(text), searchedText(typed));

it.each([
  ['Settings', 'setings'],
  ['Settings', 'settinsg'],
  ['Settings', 'seettings'],
  ['Settings', 'sertings'],
  ['Settings', 'etings'],
  ['Settings', 'settingss'],
  ['Lock', 'lcok'],
  ['Lock', 'lovk'],
  ['Inventory', 'invnetory'],
  ['Inventory', 'inventroy'],
  ['Overview', 'ovreview'],
  ['Save a backup', 'bakcup'],
  ['Save a backup', 'backpu'],
  ['Keyboard shortcuts', 'kezboard'],
  ['Keyboard shortcuts', 'keybord'],
  ['Find tokens in files', 'tokesn'],
  ['Test svc-terraform', 'teraform'],
  ['Test svc-terraform', 'svc-terrafrom'],
  ['Einstellungen', 'einstelungen'],
  ['Einstellungen', 'Einstellugnen'],
  ['Tagessicherungen', 'sichrungen'],
  ['Tagessicherungen', 'tagesicherungen'],
  ['Tastenkürzel', 'tastenkurtzel'],
  ['Übersicht', 'ubersciht'],
  ['Aktivität', 'aktivitat'],
  ['Aktivität', 'aktivitaet'],
  ['トークンを追加', 'トクンを'],
  ['トークンを追加', 'とーくんお追加'],
  ['アクティビティ', 'アクティビテイ'],
  ['acme.okta.com', 'acem.okta.com'],
  ['prod 🔑 token', 'prdo'],
])('finds %j by %j', (text, typed) => {
  expect(finds(text, typed)).toBe(true);
});

it.each([
  ['Settings', 'stetnigs'],
  ['Settings', 'overview'],
  ['Lock', 'lok s'],
  ['Lock', 'clk'],
  ['Test', 'tes!t?'],
  ['Inventory', 'invoice'],
  ['Overview', 'oo'],
  ['', 'lock'],
])('does not find %j by %j', (text, typed) => {
  expect(finds(text, typed)).toBe(false);
});

it('finds any word of a text after any one slip', () => {
  const letter = fc.constantFrom(...'abcdefgh日本é');
  const word = fc.array(letter, { minLength: 5, maxLength: 12 });
  fc.assert(
    fc.property(
      word,
      word,
      letter,
      fc.nat(),
      fc.constantFrom(0, 1, 2, 3),
      (before, meant, other, n, slip) => {
        const at = n % (meant.length - 1);
        const typed =
          slip === 0
            ? meant.toSpliced(at, 2, meant[at + 1] ?? '', meant[at] ?? '')
            : meant.toSpliced(at, slip === 3 ? 0 : 1, ...(slip === 1 ? [] : [other]));
        expect(hasNearly([...before, ' ', ...meant].join(''), typed.join(''))).toBe(true);
      },
    ),
  );
});
