import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CellUnreadable, open, seal } from '../../../src/main/vault/cells.ts';
import { newRecoveryKey, readRecoveryKey } from '../../../src/main/vault/recovery-key.ts';

const key = randomBytes(32);
const cell = fc.record({ table: fc.string(), rowId: fc.string(), column: fc.string() });
const bytes = fc.uint8Array({ maxLength: 200 });

it('opens what it sealed, in its own cell', () => {
  fc.assert(
    fc.property(cell, bytes, (at, plain) => {
      expect(new Uint8Array(open(key, at, seal(key, at, plain)))).toEqual(plain);
    }),
  );
});

it('opens nowhere else: another cell, another key', () => {
  fc.assert(
    fc.property(cell, cell, bytes, (at, other, plain) => {
      fc.pre(JSON.stringify(at) !== JSON.stringify(other));
      expect(() => open(key, other, seal(key, at, plain))).toThrow(CellUnreadable);
      expect(() => open(randomBytes(32), at, seal(key, at, plain))).toThrow(CellUnreadable);
    }),
  );
});

it('never opens as something else once a bit is flipped or a byte is missing', () => {
  fc.assert(
    fc.property(cell, bytes, fc.nat(), fc.integer({ min: 0, max: 7 }), (at, plain, where, bit) => {
      const sealed = seal(key, at, plain);
      const flipped = Buffer.from(sealed);
      const n = where % flipped.length;
      flipped[n] = (flipped[n] ?? 0) ^ (1 << bit);
      expect(() => open(key, at, flipped)).toThrow(CellUnreadable);
      expect(() => open(key, at, sealed.subarray(0, n))).toThrow(CellUnreadable);
    }),
  );
});

it('no two seals of one value are alike', () => {
  const at = { table: 't', rowId: 'r', column: 'c' };
  const plain = Buffer.from('same');
  expect(new Set(Array.from({ length: 200 }, () => seal(key, at, plain).toString('hex'))).size).toBe(200);
});

it('reads a recovery key back as typed, and notices one wrong letter', () => {
  for (let n = 0; n < 200; n++) {
    const { bytes: made, text } = newRecoveryKey();
    expect(readRecoveryKey(text)).toEqual(made);
    const at = n % text.length;
    if (text[at] === '-') continue;
    const wrong = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
    expect(readRecoveryKey(wrong)).toEqual({
      wrong: 'That is not the recovery key of this vault. There is a slip in it.',
    });
  }
});

it('says what is wrong with a recovery key, and accepts letters that only look different', () => {
  const { bytes: made, text } = newRecoveryKey();
  const slips = [
    text.toLowerCase(),
    text.replaceAll('-', ' '),
    text.replaceAll('-', ''),
    // The dashes that word processors and phones make of it, and marks that do not show.
    text.replaceAll('-', '\u2011'),
    text.replaceAll('-', '\u2212'),
    text.replaceAll('-', '\u200b\u2014\u00a0'),
    text.replaceAll('0', 'O').replaceAll('1', 'l').replaceAll('V', 'u'),
    text.replaceAll('1', 'I'),
    ` \n${text}.`,
    // As it stands in a note, a chat, a table or a password manager.
    `"${text}",`,
    `“${text}”`,
    `• **${text}**`,
    `| \`${text}\` |`,
    `<${text}>\0`,
    text.replaceAll('-', ' : '),
    // Full width, as an East Asian input method writes.
    text.replace(/[0-9A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
    // With a label, with the numbers of a list, and with what a mail or a printed page has around it.
    `Recovery key: ${text}`,
    `Keyturn recovery key for the vault of acme (2026-11-28)\n\n${text}\n\nKeep it in a safe.`,
    `recovery_key="${text}"`,
    text
      .split('-')
      .map((group, n) => `${n + 1}. ${group}`)
      .join('\n'),
    text
      .split('-')
      .map((group, n) => `(${n + 1}) ${group}`)
      .join(' '),
    `> ${text.slice(0, 25)}=\r\n> ${text.slice(25)}`,
    text.replaceAll('-', '\t'),
    `${text}AB`,
    // From a Cyrillic or Greek keyboard.
    text.replace(/[ABCEHKMPSTXY]/g, (letter) => 'АВСЕНКМРЅТХУ'['ABCEHKMPSTXY'.indexOf(letter)] ?? ''),
    text.replace(/[ABEZHKMNPTYX]/g, (letter) => 'αβεζηκμνρτυχ'['ABEZHKMNPTYX'.indexOf(letter)] ?? ''),
  ];
  for (const slip of slips) expect(readRecoveryKey(slip)).toEqual(made);
  expect(readRecoveryKey('')).toEqual({
    wrong: 'That is not the recovery key of this vault. 40 characters are missing.',
  });
  expect(readRecoveryKey(text.slice(0, -1))).toEqual({
    wrong: 'That is not the recovery key of this vault. 1 character is missing.',
  });
  expect(readRecoveryKey(`${text.slice(1)}ABC`)).toEqual({
    wrong: 'That is not the recovery key of this vault. 2 characters are too many.',
  });
  expect(readRecoveryKey(`${text.slice(0, -1)}@`)).toEqual({
    wrong: 'That is not the recovery key of this vault. No recovery key has a "@" in it.',
  });
});
