import { quotedValue } from './user-search.ts';

/** Every kind of double quote except the plain one, as editors, phones and keyboards of other languages write it. */
const curly = '\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02';
const single = "'\u2018\u2019\u201a\u201b";
/** A value in plain quotes, in other double ones, in single ones, or one character of the rest. */
const pieces = new RegExp(
  `("(?:[^"\\\\]|\\\\.)*"?)|[${curly}]([^"${curly}]*)[${curly}]|(?<=\\s)[${single}]([^"${single}]*)[${single}](?=[\\s)\uff09]|$)|[\\s\\S]`,
  'gu',
);
/** The parameter of an address of Okta's API. */
const inAddress = /^(?:https?:\/\/[^\s?]*)?\??(?:\S*&)?search=([^&]*)/;

/**
 * Returns a typed search as Okta reads it: with plain quotes, spaces and brackets, and without invisible characters. A value keeps its
 * characters. A search that was copied with its address or its parameter is the search alone.
 */
export function plainSearch(typed: string): string {
  const copied = inAddress.exec(typed.trim())?.[1];
  return (copied === undefined ? typed : decoded(copied)).replace(
    pieces,
    (piece, plain?: string, other?: string, alone?: string) =>
      plain ??
      (other === undefined && alone === undefined ? plainSign(piece) : quotedValue(other ?? alone ?? '')),
  );
}

/** Returns a sign outside a value in its plain form. */
function plainSign(sign: string): string {
  if (/[\uff01-\uff5e]/.test(sign)) return String.fromCharCode(sign.charCodeAt(0) - 0xff01 + 0x21);
  return sign.replace(/\p{Zs}/u, ' ').replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/u, '');
}

/** Returns a parameter as it was before an address encoded it, or the text itself when it does not decode. */
function decoded(text: string): string {
  try {
    return /%[0-9a-f]{2}/i.test(text) ? decodeURIComponent(text.replaceAll('+', ' ')) : text;
  } catch {
    return text;
  }
}
