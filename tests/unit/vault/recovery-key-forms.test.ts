import { expect, it } from 'vitest';
import { newRecoveryKey, readRecoveryKey } from '../../../src/main/vault/recovery-key.ts';

const fromZero = (zero: number) => (digit: string) => String.fromCharCode(zero + Number(digit));

it.each<[string, (text: string) => string]>([
  ['in Arabic digits', (text) => text.replace(/\d/g, fromZero(0x660))],
  ['in Persian digits', (text) => text.replace(/\d/g, fromZero(0x6f0))],
  ['in Devanagari digits', (text) => text.replace(/\d/g, fromZero(0x966))],
  ['in Thai digits', (text) => text.replace(/\d/g, fromZero(0xe50))],
  [
    'in full width',
    (text) => text.replace(/[^-]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
  ],
  [
    'in bold letters of mathematics',
    (text) => text.replace(/[A-Z]/g, (one) => String.fromCodePoint(0x1d400 + one.charCodeAt(0) - 65)),
  ],
  ['with a bar for 1', (text) => text.replaceAll('1', '|')],
  ['with ! for 1', (text) => text.replaceAll('1', '!')],
  ['with a dotted İ for 1', (text) => text.replaceAll('1', 'İ')],
  ['with Ø for 0', (text) => text.replaceAll('0', 'Ø')],
  ['with ∅ for 0', (text) => text.replaceAll('0', '∅')],
  ['with a stroke through 0', (text) => text.replaceAll('0', '0\u0338')],
  ['with the long mark of Japanese keyboards', (text) => text.replaceAll('-', 'ー')],
  ['with its half width', (text) => text.replaceAll('-', 'ｰ')],
  ['with plus signs', (text) => text.replaceAll('-', '+')],
  ['with number signs', (text) => text.replaceAll('-', '#')],
  ['with tildes', (text) => text.replaceAll('-', '~')],
  ['with middle dots', (text) => text.replaceAll('-', '·')],
  ['with arrows', (text) => text.replaceAll('-', ' → ')],
  ['with blanks of HTML', (text) => text.replaceAll('-', '&nbsp;')],
  ['with line ends of HTML', (text) => text.replaceAll('-', '<br/>')],
  ['with blanks of an address', (text) => text.replaceAll('-', '%20')],
  ['cut by a mail', (text) => `${text.slice(0, 25)}=\r\n${text.slice(25)}`],
  ['behind a key', (text) => `🔑 ${text}`],
  ['behind a date', (text) => `28.11.2026 ${text}`],
  ['in a table', (text) => `| ${text.replaceAll('-', ' | ')} |`],
  ['in an address', (text) => `https://x.example/?k=${text}`],
])('reads a recovery key %s', (_what, write) => {
  for (let n = 0; n < 20; n++) {
    const { bytes, text } = newRecoveryKey();
    expect(readRecoveryKey(write(text))).toEqual(bytes);
  }
});
