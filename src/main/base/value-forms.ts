import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import { codeOf } from './files.ts';
import { Secret } from './secret.ts';

/** The forms in which a program or an org may write a value that it sends back. Redaction and the search for echoes share this list. */

const base64s = ['base64', 'base64url'] as const;

/**
 * Returns the base64 text of a value at each of its three possible offsets in a longer text (RFC 4648, 4: three bytes are four characters).
 * Leaves out characters that also contain bits of a neighbour.
 */
function base64Forms(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((lead) => {
    const whole = Buffer.concat([Buffer.alloc(lead), bytes]);
    const from = Math.ceil((lead * 8) / 6);
    const to = Math.floor((whole.length * 8) / 6);
    return base64s.map((encoding) => whole.toString(encoding).slice(from, to));
  });
}

/** Returns the forms that a plain search finds: the value, base64 at every offset, hex in both cases, percent-encoded, reversed. */
export function fixedForms(secret: Secret): readonly string[] {
  // Every answer of Okta is searched for these forms, so they are made once.
  return secret.texts((bytes) => {
    const value = bytes.toString('utf8');
    const hex = bytes.toString('hex');
    let percent = '';
    for (let at = 0; at < hex.length; at += 2) percent += `%${hex.slice(at, at + 2)}`;
    const forms = [
      ...[value, ...base64Forms(bytes), hex, hex.toUpperCase(), encodeURIComponent(value)],
      ...[
        percent,
        percent.toUpperCase(),
        JSON.stringify(value).slice(1, -1),
        [...value].toReversed().join(''),
      ],
    ];
    return [...new Set(forms)].filter((form) => form.length >= 4);
  });
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
/**
 * The colours of a terminal (ECMA-48, 8.3.117), as `grep --color` puts them around what it found, in their short form, too. `tput sgr0`
 * also chooses the letters of the terminal.
 */
const colours = '(?:(?:\\x1b[[(]|\\xc2?\\x9b)[\\d;:]*[mKB]){1,4}';
/** Characters that nobody sees (zero width spaces and joiners, soft hyphens, marks of byte order), in UTF-16 and as bytes of UTF-8. */
const unseen =
  '(?:[\\u00ad\\u200b-\\u200f\\u2060]|\\xe2(?:\\x80[\\x8b-\\x8f]|\\x81\\xa0)|\\xc2\\xad|\\xef\\xbb\\xbf){1,4}';
/** The end of a line of `od -c`, with the place in octal digits that begins the next one. */
const odLine = '\\r?\\n[0-7]{7}\\x20{1,4}';
/**
 * What may come between the characters of a form: line ends of wrapped output (quoted-printable and shells mark one by a sign before it) with
 * the indent of the next line, spaces, the zero bytes of UTF-16, and colours. No text may be readable in two ways here and in the character
 * behind it: with 42 characters that would take forever.
 */
const gap = `(?:${odLine}|(?:[=\\\\](?=[\\s\\0]))?[\\s\\0]*|${colours}|${unseen})`;
/**
 * What may come between two bytes of hex: anything but letters and digits. The signs that begin a byte are not in it, because a text that
 * can be read in two ways at each byte would take forever.
 */
const hexGap = `(?:[^0-9A-Za-z%=\\\\\\x1b]*|${colours})`;
/** What may come between the numbers of two bytes, as JSON, Node, Python and `od -t u1` write a list of bytes. */
const numberGap = `(?:${odLine}|[^0-9A-Za-z]{0,20})`;
/** The beginning of a colour, an unseen character or a line of `od -c` at the end of a text. */
const cutGap =
  '(?:(?:\\x1b[[(]|\\xc2?\\x9b)[\\d;:]*|\\x1b|\\xc2|\\xe2[\\x80\\x81]?|\\xef\\xbb?|\\r?\\n[0-7]{1,7})';

/** A character or byte of the value: a pattern of the whole unit, and a pattern of its cut beginning at the end of a text. */
interface Unit {
  readonly whole: string;
  readonly cut: string;
}

/** A form of the value: its units, and what may come between two of them. */
interface Form {
  readonly units: readonly Unit[];
  readonly between: string;
}

const digit = (one: string): string => `[${one}${one.toUpperCase()}]`;

/** A character that is written as itself, and so is never cut. */
const plain = (one: string): Unit => ({ whole: escaped(one), cut: '(?!)' });

/**
 * Returns a character as it is or escaped: by percent (also several times), by JSON or C (also twice, by braces, or in octal digits), as an
 * HTML entity (browsers need no semicolon) or quoted-printable.
 */
function character(one: string): Unit {
  const code = one.charCodeAt(0);
  const hex = [...code.toString(16).padStart(2, '0')].map(digit).join('');
  const named = one === '_' ? '|&lowbar;|&UnderBar;' : '';
  return {
    whole: `(?:${escaped(one)}|%(?:25){0,3}${hex}|\\\\{1,2}(?:u00${hex}|u\\{0{0,4}${hex}\\}|U000000${hex}|x${hex}|0?${code.toString(8)})|&#(?:0*${code}|[xX]0*${hex});?|=${hex}${named})`,
    cut: '[%\\\\&=][\\w#{\\\\]{0,12}',
  };
}

/** Returns a byte in two digits of hex, also as C, URLs and quoted-printable write it. */
function byte([first = '', second = '']: string): Unit {
  return {
    whole: `(?:0[xX]|\\\\x|%|=)?${digit(first)}${digit(second)}`,
    cut: `(?:(?:0[xX]|\\\\x|%|=)?${digit(first)}|0[xX]?|\\\\x?|%|=)`,
  };
}

/** Returns a byte as a decimal number, also with zeros before it. */
function number(code: number): Unit {
  const [first = '', ...rest] = String(code);
  const cut = rest.reduceRight((behind, one) => `(?:${one}${behind})?`, '');
  return { whole: `0{0,2}${code}`, cut: `(?:0{1,2}|0{0,2}${first}${cut})` };
}

/**
 * The longest value whose every form is searched whole, in bytes. An API token is much shorter. An access token is a signed JWT of about a
 * thousand, and its patterns would take half a minute.
 */
const longestWhole = 128;
/** How much of the end of a longer value is searched in every form. In a JWT these are 384 bits of the signature, so the rest is worth nothing. */
const endOfLonger = 64;

/**
 * Returns every form of the value, also wrapped, spaced, or with some characters escaped. Of a long value it returns the value as it is, and
 * every form of its end.
 */
function formsOf(secret: Secret): Form[] {
  return secret.use((bytes) => {
    if (bytes.length > longestWhole) {
      using end = Secret.fromBytes(Buffer.from(bytes.subarray(-endOfLonger)));
      return [{ units: [...bytes.toString('utf8')].map(plain), between: '' }, ...formsOf(end)];
    }
    const value = [...bytes.toString('utf8')];
    return [
      { units: value.map(character), between: gap },
      ...[...new Set(base64Forms(bytes))].map((form) => ({ units: [...form].map(plain), between: gap })),
      { units: (bytes.toString('hex').match(/../g) ?? []).map(byte), between: hexGap },
      { units: [...bytes].map(number), between: numberGap },
      { units: value.toReversed().map(plain), between: '' },
    ];
  });
}

/** Returns a pattern of a whole form. */
const whole = ({ units, between }: Form): string => units.map((unit) => unit.whole).join(between);

/** Returns a pattern of a form's beginning, of any length, for the end of a text. */
const beginning = ({ units, between }: Form): string =>
  units.reduceRight(
    (behind, unit) =>
      `(?:${unit.cut}|${unit.whole}${behind === '' ? '' : `(?:${between}(?:${behind}|${cutGap})?)?`})`,
    '',
  );

/** The shape of an API token, wherever it appears: also after a letter or `_`, as after the `\\n` of a JSON text. */
const tokenShape = { whole: '00[\\w-]{40,}', beginning: '0(?:0[\\w-]*)?' };

/** The longest text to hold back as a possible beginning of a form. It is longer than any form of a value. */
const mostHeld = 2_000;

/**
 * Removes a value, and optionally everything shaped like an API token, from a text that arrives in pieces. It holds back only a possible
 * beginning of a form, so that a person sees a program's question when the program asks it.
 */
export class Redactor {
  readonly #form: RegExp;
  readonly #beginning: RegExp;
  #kept = '';

  /** `what` is the value alone, or also everything shaped like a token. */
  constructor(secret: Secret, what: 'value' | 'all' = 'all') {
    const forms = formsOf(secret).map((form) => ({ whole: whole(form), beginning: beginning(form) }));
    if (what === 'all') forms.push(tokenShape);
    this.#form = new RegExp(forms.map((form) => form.whole).join('|'), 'g');
    this.#beginning = new RegExp(`(?:${forms.map((form) => form.beginning).join('|')})$`);
  }

  /** Takes the next piece. Returns the text that is now safe to show. */
  push(piece: string): string {
    const text = this.#kept + piece;
    this.#kept = '';
    let shown = '';
    let from = 0;
    for (;;) {
      const held = this.#heldFrom(text, from);
      this.#form.lastIndex = from;
      const found = this.#form.exec(text);
      if (found === null || found.index >= held) {
        this.#kept = text.slice(held);
        shown += text.slice(from, held);
        break;
      }
      shown += `${text.slice(from, found.index)}[redacted]`;
      from = found.index + found[0].length;
    }
    // No form is this long: this is text shaped like a token, and it continues.
    return this.#kept.length > mostHeld ? shown + this.end() : shown;
  }

  /** Returns the rest when no more text comes. */
  end(): string {
    const rest = this.#kept;
    this.#kept = '';
    return rest.replace(this.#form, '[redacted]');
  }

  /** Returns the position from which the end of the text may be the beginning of a form. */
  #heldFrom(text: string, from: number): number {
    const start = Math.max(from, text.length - mostHeld - 1);
    const at = text.slice(start).search(this.#beginning);
    return at < 0 ? text.length : start + at;
  }
}

/** The limit for decompressing a body. */
const mostUnpacked = 32 * 1024 * 1024;
const unpackers = [gunzipSync, inflateSync, inflateRawSync, brotliDecompressSync, zstdDecompressSync];
/** How often a body may be compressed. `Content-Encoding` can name several ways, and no server needs more than two. */
const mostLayers = 3;

/** Returns a body and its decompressed forms, whatever its headers say. Throws when a form is too long to search. */
function unpacked(body: Buffer): Buffer[] {
  const all = [body];
  let newest = [body];
  for (let layer = 0; layer < mostLayers && newest.length > 0; layer++) {
    newest = newest.flatMap((bytes) => unpackers.flatMap((unpack) => inner(bytes, unpack)));
    all.push(...newest);
  }
  return all;
}

function inner(bytes: Buffer, unpack: (typeof unpackers)[number]): Buffer[] {
  try {
    return [unpack(bytes, { maxOutputLength: mostUnpacked })];
  } catch (error) {
    // The body is compressed in this way and too long; the text after its padding is unknown (Node, zlib: maxOutputLength).
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') throw error;
    return [];
  }
}

/**
 * A character by its number, as JSON, C, URLs (also several times), HTML and quoted-printable write it: in hex, in decimal or in octal digits.
 * JSON within JSON doubles the backslash.
 */
const byNumber =
  /\\{1,2}(?:U000000|u00|u\{0{0,4}|x)([0-9a-f]{2})\}?|%(?:25){0,3}([0-9a-f]{2})|&#x0*([0-9a-f]{2});?|=([0-9a-f]{2})|&#0*(\d{2,3});?|\\{1,2}([01]?[0-7]{2})/gi;

const withoutNumbers = (text: string): string =>
  text.replace(/&lowbar;|&UnderBar;/g, '_').replace(byNumber, (_whole, ...found: (string | undefined)[]) => {
    const [decimal, octal] = [found[4], found[5]];
    const hexadecimal = found.slice(0, 4).find((one) => one !== undefined) ?? '';
    if (decimal !== undefined) return String.fromCharCode(Number(decimal));
    return String.fromCharCode(
      octal === undefined ? Number.parseInt(hexadecimal, 16) : Number.parseInt(octal, 8),
    );
  });

/**
 * Returns a body as the texts that a program may read in it: as it is, in UTF-16 (whose other half of each character is a zero byte here),
 * with characters written by their numbers, and without the line ends of wrapped text.
 */
function textsOf(bytes: Buffer): string[] {
  const text = bytes.toString('latin1').replaceAll('\0', '');
  const plain = withoutNumbers(text);
  return [...new Set([text, plain, plain.replace(/(?:[=\\]?\s|\\[nrt])+/g, '')])];
}

/**
 * Returns whether a body or its headers hold the value in any of the fixed forms, also in a compressed body, in UTF-16, in wrapped lines or
 * with characters written by their numbers. Throws when the decompressed body is too long to search.
 */
export function holdsValue(
  { headers, body }: { readonly headers: Readonly<Record<string, unknown>>; readonly body: Buffer },
  secret: Secret,
): boolean {
  const forms = fixedForms(secret);
  const [hex, numbers] = secret.use((bytes) => [bytes.toString('hex'), bytes.join()] as const);
  const holds = (text: string): boolean =>
    forms.some((form) => text.includes(form)) ||
    text.toLowerCase().includes(hex) ||
    text.replace(/[^0-9A-Za-z]+0*/g, ',').includes(numbers);
  const head = JSON.stringify(headers);
  if ([head, withoutNumbers(head)].some(holds)) return true;
  return unpacked(body).some((bytes) => textsOf(bytes).some(holds));
}

/** A character that JSON writes by its number (RFC 8259, 7), or an escaped backslash, which begins none. */
const jsonEscape = /\\(?:\\|u00([2-7][0-9a-f]))/gi;

/**
 * Returns a text of JSON with the same meaning in which no letter, digit, `-` or `_` is written by its number. A search for a value then
 * finds what a parser would make of the text. Pure.
 */
export const withPlainCharacters = (json: string): string =>
  // Almost no answer has a backslash.
  !json.includes('\\')
    ? json
    : json.replace(jsonEscape, (whole, hexadecimal: string | undefined) => {
        const character =
          hexadecimal === undefined ? '' : String.fromCharCode(Number.parseInt(hexadecimal, 16));
        return /^[\w-]$/.test(character) ? character : whole;
      });
