import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { codeOf } from './files.ts';
import type { Secret } from './secret.ts';

/** How a value may be dressed by a program or an org that gives it back. Redaction and the search for echoes read the same list. */

const base64s = ['base64', 'base64url'] as const;

/**
 * Returns what base64 makes of a value at each of the three places it may begin within a longer text (RFC 4648, 4: three bytes are four
 * characters). Characters that also hold bits of a neighbour are left out.
 */
function base64Forms(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((lead) => {
    const whole = Buffer.concat([Buffer.alloc(lead), bytes]);
    const from = Math.ceil((lead * 8) / 6);
    const to = Math.floor((whole.length * 8) / 6);
    return base64s.map((encoding) => whole.toString(encoding).slice(from, to));
  });
}

/** Returns the forms that can be looked for as they are: the value, base64 at every offset, hex in both cases, percent-encoded, reversed. */
export function fixedForms(secret: Secret): string[] {
  return secret.use((bytes) => {
    const value = bytes.toString('utf8');
    const hex = bytes.toString('hex');
    const percent = hex.replace(/../g, '%$&');
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
/** What may stand between the characters of a form: line ends of wrapped output, spaces, the zero bytes of UTF-16. */
const gap = '[\\s\\0]{0,3}';

/** Returns one pattern that finds every form of the value, also wrapped, spaced, or with some characters escaped. */
export function valuePattern(secret: Secret): RegExp {
  const parts = secret.use((bytes) => {
    const value = bytes.toString('utf8');
    const character = (one: string): string => {
      const code = one.charCodeAt(0);
      const hex = code.toString(16).padStart(2, '0');
      const either = [...hex].map((digit) => `[${digit}${digit.toUpperCase()}]`).join('');
      return `(?:${escaped(one)}|%(?:25)?${either}|\\\\u00${either}|\\\\x${either}|&#0*${code};|&#[xX]0*${either};|=${either})`;
    };
    const byte = (hex: string): string =>
      `(?:0[xX]|\\\\x|%|=)?${[...hex].map((digit) => `[${digit}${digit.toUpperCase()}]`).join('')}`;
    return [
      [...value].map(character).join(gap),
      ...[...new Set(base64Forms(bytes))].map((form) => [...form].map(escaped).join(gap)),
      (bytes.toString('hex').match(/../g) ?? []).map(byte).join('[\\s:,;_.|\\0-]{0,3}'),
      escaped([...value].toReversed().join('')),
    ];
  });
  return new RegExp(parts.join('|'), 'g');
}

/** An API token by its shape, wherever it stands: also behind a letter or `_`, as after the `\n` of a JSON text. */
const tokenShape = /00[\w-]{40,}/g;

/** How much of a stream is held back, since a form of a value may end in what comes next. Longer than any form of a value is. */
const heldBack = 2_000;

/** Takes a value, and whatever is shaped like an API token, out of a text that comes in pieces. */
export class Redactor {
  readonly #pattern: RegExp;
  #kept = '';

  constructor(secret: Secret) {
    this.#pattern = valuePattern(secret);
  }

  /** Takes the next piece. Returns what is safe to show by now. */
  push(piece: string): string {
    this.#kept = this.#clean(this.#kept + piece);
    if (this.#kept.length <= heldBack) return '';
    const safe = this.#kept.slice(0, -heldBack);
    this.#kept = this.#kept.slice(-heldBack);
    return safe;
  }

  /** Returns the rest, when nothing more comes. */
  end(): string {
    const rest = this.#kept;
    this.#kept = '';
    return rest;
  }

  #clean(text: string): string {
    return text.replace(this.#pattern, '[redacted]').replace(tokenShape, '[redacted]');
  }
}

/** More of a packed body is not unpacked. */
const mostUnpacked = 32 * 1024 * 1024;
const unpackers = [gunzipSync, inflateSync, inflateRawSync, brotliDecompressSync];

/** Returns a body and what it unpacks to, whatever its headers say of it. Throws where that is too long to be looked through. */
function unpacked(body: Buffer): Buffer[] {
  return [
    body,
    ...unpackers.flatMap((unpack) => {
      try {
        return [unpack(body, { maxOutputLength: mostUnpacked })];
      } catch (error) {
        // It is packed like this, and goes on: what is behind its padding is not known (Node, zlib: maxOutputLength).
        if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') throw error;
        return [];
      }
    }),
  ];
}

/**
 * Returns whether a body or its headers hold the value in any of the fixed forms, also when the body is packed. Throws where it unpacks to
 * more than is looked through.
 */
export function holdsValue(
  { headers, body }: { readonly headers: Readonly<Record<string, unknown>>; readonly body: Buffer },
  secret: Secret,
): boolean {
  const forms = fixedForms(secret);
  const head = JSON.stringify(headers);
  if (forms.some((form) => head.includes(form))) return true;
  return unpacked(body).some((bytes) => forms.some((form) => bytes.includes(form)));
}
