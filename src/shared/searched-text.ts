const ascii = /^[ -~\n\t]*$/;
/** The accents of Latin, Greek and Cyrillic letters (Unicode, Combining Diacritical Marks). Marks of other scripts make other letters. */
const accents = /[\u0300-\u036f]/g;
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
/** Letters and signs that no form of Unicode takes apart, and what a plain keyboard has for them. */
const plainFor: Readonly<Record<string, string>> = {
  ...{ ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', þ: 'th', æ: 'ae', œ: 'oe', ŧ: 't' },
  ...{
    '‘': "'",
    '’': "'",
    '‚': "'",
    '‛': "'",
    ʼ: "'",
    '′': "'",
    '“': '"',
    '”': '"',
    '„': '"',
    '«': '"',
    '»': '"',
  },
  ...{ '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '―': '-', '−': '-' },
};
const others = new RegExp(`[${Object.keys(plainFor).join('')}]`, 'g');
const katakana = /[\u30a1-\u30f6]/g;
/** How far each katakana is behind its hiragana. */
const toHiragana = 0x60;

/**
 * Returns a text as searches compare it: without case, accents, widths, forms of quotes and dashes, invisible characters and the difference between hiragana and
 * katakana, so that a person finds "Café" by "cafe" and "ﾄｰｸﾝ" by "トークン". Spaces stay.
 */
export const searchedText = (text: string): string =>
  ascii.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(accents, '')
        .replace(invisible, '')
        .toUpperCase()
        .toLowerCase()
        .replace(others, (sign) => plainFor[sign] ?? sign)
        .normalize('NFC')
        .replace(katakana, (sign) => String.fromCharCode(sign.charCodeAt(0) - toHiragana));
