import { createHash } from 'node:crypto';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/main/base/secret.ts';
import { holdsValue, Redactor, withPlainCharacters } from '../../../src/main/base/value-forms.ts';

const value = '00Forms_forms-forms_forms-forms_forms-form';
const secret = () => Secret.fromText(value);
const bytes = Buffer.from(value);
const hex = bytes.toString('hex');
const pairs = hex.match(/../g) ?? [];
const entities = [...value].map((one) => `&#${one.charCodeAt(0)};`).join('');

/** What `od -c` prints of the value: sixteen characters a line, behind the place in octal digits. */
const od = (value.match(/.{1,16}/g) ?? [])
  .map((line, n) => `${(n * 16).toString(8).padStart(7, '0')}   ${[...line].join('   ')}`)
  .join('\n');
/** Every dress that docs/threat-model.md names, with something around it. */
const dressed: readonly (readonly [name: string, text: string])[] = [
  ['as it is', value],
  ['behind a letter', `n${value}`],
  ['behind _', `_${value}`],
  ['behind the \\n of a JSON text', JSON.stringify({ v: `\n${value}` })],
  ['base64', bytes.toString('base64')],
  ['base64, one byte on', Buffer.from(`:${value}`).toString('base64')],
  ['base64, two bytes on', Buffer.from(`::${value}:`).toString('base64')],
  ['base64 of a header', Buffer.from(`Authorization: SSWS ${value}\r\n`).toString('base64')],
  ['base64url', Buffer.from(`?${value}`).toString('base64url')],
  [
    'base64 in lines',
    (
      Buffer.from(value.repeat(2))
        .toString('base64')
        .match(/.{1,20}/g) ?? []
    ).join('\r\n'),
  ],
  ['hex', hex],
  ['upper-case hex', hex.toUpperCase()],
  ['spaced hex', pairs.join(' ')],
  ['hex with colons', pairs.join(':').toUpperCase()],
  ['hex as C writes it', pairs.map((pair) => `0x${pair}`).join(', ')],
  ['hex escapes', pairs.map((pair) => `\\x${pair}`).join('')],
  ['percent-encoded', pairs.map((pair) => `%${pair}`).join('')],
  [
    'percent-encoded where it must be',
    encodeURIComponent(value).replaceAll('-', '%2D').replaceAll('_', '%5f'),
  ],
  ['JSON escapes', value.replaceAll('-', '\\u002d')],
  ['HTML entities', entities],
  ['quoted-printable', value.replaceAll('_', '=5F')],
  ['quoted-printable in lines', value.replace(/.{13}/g, '$&=\r\n')],
  ['in lines that a shell joins', value.replace(/.{13}/g, '$&\\\n')],
  ['with the colours of grep', value.replace(/.{5}/g, '\x1b[01;31m\x1b[K$&\x1b[m\x1b[K')],
  ['hex with colours', hex.replace(/../g, '\x1b[32m$&\x1b[0m')],
  ['hex of xxd -i', `  ${pairs.map((pair, n) => `0x${pair},${n % 12 === 11 ? '\n  ' : ' '}`).join('')}`],
  ['hex with plus signs', pairs.join(' + ')],
  ['hex in brackets', pairs.map((pair) => `<${pair}>`).join('')],
  ['C escapes in octal digits', [...value].map((one) => `\\${one.charCodeAt(0).toString(8)}`).join('')],
  ['escapes with braces', pairs.map((pair) => `\\u{${pair}}`).join('')],
  ['JSON escapes within JSON', pairs.map((pair) => `\\\\u00${pair}`).join('')],
  ['percent-encoded three times', pairs.map((pair) => `%2525${pair}`).join('')],
  ['HTML entities without semicolons', entities.replaceAll(';', '')],
  ['with the entity of _', value.replaceAll('_', '&lowbar;')],
  ['in two lines of an indented text', `${value.slice(0, 20)}\r\n            ${value.slice(20)}`],
  ['with a colour of 24 bits', value.replace(/.{5}/g, '\x1b[38;2;255;255;255;48;2;0;0;0m$&\x1b(B\x1b[m')],
  ['UTF-16', Buffer.from(value, 'utf16le').toString('latin1')],
  ['spaced', [...value].join(' ')],
  ['in two lines', `${value.slice(0, 20)}\n${value.slice(20)}`],
  ['with zero-width spaces', value.replaceAll(/.{3}/g, '$&\u200b')],
  [
    'with zero-width joiners and soft hyphens, as bytes',
    Buffer.from(value.replaceAll(/.{4}/g, '$&\u200d\u00ad')).toString('latin1'),
  ],
  ['with word joiners in base64', bytes.toString('base64').replaceAll(/.{5}/g, '$&\u2060')],
  ['in lines of fold -w 7', value.replaceAll(/.{7}/g, '$&\n')],
  ['in lines of od -c', od],
  ['reversed', [...value].toReversed().join('')],
  ['the numbers of its bytes, as JSON writes a Buffer', JSON.stringify(bytes)],
  [
    'the numbers of its bytes in lines, as Node and od -t u1 print them',
    [...bytes].map((one, n) => `${one}${n % 16 === 15 ? '\n' : ', '}`).join(' '),
  ],
  [
    'the numbers of its bytes, as od -t u1 prints them',
    [...bytes]
      .map((one, n) => `${n % 16 === 0 ? `\n${n.toString(8).padStart(7, '0')}` : ''}  ${one}`)
      .join(''),
  ],
  ['the numbers of its bytes, padded', [...bytes].map((one) => String(one).padStart(3, '0')).join(' ')],
];

/** Whether any run of 12 characters of the value or of one of its forms is left. */
const leftOf = (text: string): string[] =>
  [
    value,
    hex,
    bytes.toString('base64'),
    Buffer.from(`:${value}`).toString('base64').slice(2),
    pairs.join(' '),
  ].flatMap((form) => {
    const runs = Array.from({ length: Math.max(0, form.length - 14) }, (_one, n) => form.slice(n, n + 14));
    return runs.filter((run) => text.toLowerCase().includes(run.toLowerCase()));
  });

const redacted = (text: string): string => {
  const redactor = new Redactor(secret());
  return redactor.push(text) + redactor.end();
};

describe('a value is taken out of a text', () => {
  it.each(dressed)('%s', (_name, text) => {
    const clean = redacted(`before ${text} after`);
    expect(clean).toContain('[redacted]');
    expect(leftOf(clean)).toEqual([]);
    expect(clean.startsWith('before ')).toBe(true);
  });

  it.each(dressed)('%s, in pieces of any size, with much before and behind', (_name, text) => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 30 }), (sizes) => {
        const whole = `${'x'.repeat(2500)} ${text} ${'y '.repeat(1500)}`;
        const redactor = new Redactor(secret());
        let clean = '';
        for (let at = 0, n = 0; at < whole.length; n++) {
          const size = sizes[n % sizes.length] ?? 1;
          clean += redactor.push(whole.slice(at, at + size));
          at += size;
        }
        clean += redactor.end();
        expect(leftOf(clean)).toEqual([]);
        expect(clean).toContain('[redacted]');
      }),
      { numRuns: 15 },
    );
  });

  it.each(dressed)('removes %s, a character at a time', (_name, text) => {
    const redactor = new Redactor(secret());
    const clean = [...`before ${text} after`].map((one) => redactor.push(one)).join('') + redactor.end();
    expect(leftOf(clean)).toEqual([]);
    expect(clean).toContain('[redacted]');
  });

  it.each(['Apply these changes? ', 'Password: ', '\u001b[32m?\u001b[39m name ', 'id 00u1abcd. ', '> '])(
    'shows the whole question of a program that waits for a person: %j',
    (question) => {
      expect(new Redactor(secret()).push(`one\n${question}`)).toBe(`one\n${question}`);
    },
  );

  it('shows what only resembled the beginning of a value once more text has come', () => {
    const redactor = new Redactor(secret());
    expect(redactor.push('key 00Forms')).toBe('key ');
    expect(redactor.push('-other\n')).toBe('00Forms-other\n');
    expect(redactor.end()).toBe('');
  });

  it('removes a value of another shape, whose end resembles the beginning of one', () => {
    const odd = Secret.fromText('abcdef-00');
    const redactor = new Redactor(odd);
    expect(redactor.push('x abcdef-00') + redactor.push('ABC y') + redactor.end()).toBe('x [redacted]ABC y');
  });

  it('holds back no more than the length of a form', () => {
    const redactor = new Redactor(secret());
    const endless = '00'.padEnd(5_000, 'a');
    expect(redactor.push(endless)).toBe('[redacted]');
  });

  it('leaves other text unchanged', () => {
    const text = 'exit 1: key 00T94e3cn9kSEO3c51s5 in eu-west-1, sha 9f86d081884c7d659a2feaa0c55ad015';
    expect(redacted(text)).toBe(text);
  });
});

describe('a value as long as an access token is taken out of a text', { timeout: 60_000 }, () => {
  const part = (length: number, seed: number) =>
    Array.from({ length: Math.ceil(length / 86) }, (_, n) =>
      createHash('sha512').update(`${seed} ${n}`).digest('base64url'),
    )
      .join('')
      .slice(0, length);
  // A JWT as Okta signs it: RS256, so that its signature is 342 characters (RFC 7515).
  const jwt = `ey${part(80, 11)}.ey${part(480, 17)}.${part(342, 13)}`;
  const end = jwt.slice(-64);
  const runsOf = (text: string) => Array.from({ length: text.length - 14 }, (_, n) => text.slice(n, n + 14));
  const clean = (pieces: readonly string[]) => {
    const redactor = new Redactor(Secret.fromText(jwt), 'value');
    return pieces.map((piece) => redactor.push(piece)).join('') + redactor.end();
  };

  it('whole, as it is, also in pieces', () => {
    expect(clean([`before ${jwt} after`])).toBe('before [redacted] after');
    const pieces = `before ${jwt} after`.match(/.{1,37}/g) ?? [];
    expect(clean(pieces)).toBe('before [redacted] after');
  });

  it.each([
    ['base64', Buffer.from(`:${jwt}`).toString('base64'), Buffer.from(end).toString('base64').slice(4, -4)],
    ['hex', Buffer.from(jwt).toString('hex'), Buffer.from(end).toString('hex')],
    ['reversed', [...jwt].toReversed().join(''), [...end].toReversed().join('')],
    ['in lines', (jwt.match(/.{1,30}/g) ?? []).join('\n'), end],
    ['spaced', [...jwt].join(' '), [...end].join(' ')],
  ])('%s: so much of the signature that the rest is worth nothing', (_name, text, gone) => {
    const left = clean([`before ${text} after`]);
    expect(left).toContain('[redacted]');
    expect(runsOf(gone).filter((run) => left.includes(run))).toEqual([]);
  });
});

describe('an answer that holds the value is found', () => {
  const packs = {
    as_it_is: (body: Buffer) => body,
    gzipSync,
    deflateSync,
    deflateRawSync,
    brotliCompressSync,
  };
  it.each(Object.keys(packs))('%s, in every fixed form, whatever the headers say', (name) => {
    const pack = packs[name as keyof typeof packs];
    for (const form of [
      value,
      bytes.toString('base64'),
      Buffer.from(`:${value}`).toString('base64'),
      hex.toUpperCase(),
    ]) {
      const body = pack(Buffer.from(JSON.stringify({ login: `a ${form} b` })));
      expect(holdsValue({ headers: {}, body }, secret())).toBe(true);
    }
    expect(holdsValue({ headers: {}, body: pack(Buffer.from('{"login":"ada"}')) }, secret())).toBe(false);
  });

  const numbered = (number: (code: number) => string) =>
    [...value].map((one) => number(one.charCodeAt(0))).join('');
  const inHex = (code: number) => code.toString(16).padStart(2, '0');
  it.each<[string, Buffer | string]>([
    ['by JSON’s numbers', `{"login":"${numbered((code) => `\\u00${inHex(code)}`)}"}`],
    ['by C’s numbers', numbered((code) => `\\x${inHex(code)}`)],
    ['percent-encoded twice', numbered((code) => `%25${inHex(code)}`)],
    ['by HTML’s numbers', numbered((code) => `&#${code};`)],
    ['by HTML’s numbers in hex', numbered((code) => `&#x${inHex(code)};`)],
    ['quoted-printable', numbered((code) => `=${inHex(code).toUpperCase()}`)],
    ['as JSON writes a Buffer', JSON.stringify(bytes)],
    ['as JSON writes a Buffer, in lines', JSON.stringify({ a: [...bytes] }, null, 2)],
    ['quoted-printable in lines', value.replace(/.{13}/g, '$&=\r\n')],
    ['in lines that a shell joins', value.replace(/.{13}/g, '$&\\\n')],
    ['partly by numbers', `%30${value.slice(1, 20)}&#x${inHex(value.charCodeAt(20))};${value.slice(21)}`],
    ['hex in both cases', hex.replace(/[a-f]/, (one) => one.toUpperCase())],
    ['spaced hex', pairs.join(' ')],
    ['base64 in lines', bytes.toString('base64').replace(/.{20}/g, '$&\r\n')],
    ['base64 in lines of a JSON text', JSON.stringify(bytes.toString('base64').replace(/.{20}/g, '$&\n'))],
    ['UTF-16', Buffer.from(`\ufeff{"a":"${value}"}`, 'utf16le')],
    ['UTF-16 of the other order', Buffer.from(`\ufeff{"a":"${value}"}`, 'utf16le').swap16()],
    ['packed twice', gzipSync(gzipSync(value))],
    ['packed in two ways', brotliCompressSync(gzipSync(value))],
    ['packed by zstd', zstdCompressSync(`${value}\n`.repeat(20).replaceAll('\n', 'x'))],
    ['packed UTF-16', gzipSync(Buffer.from(value, 'utf16le'))],
  ])('%s', (_name, text) => {
    expect(holdsValue({ headers: {}, body: Buffer.from(text) }, secret())).toBe(true);
  });

  it('by numbers in a header', () => {
    const location = `https://acme.okta.com/?a=${numbered((code) => `%25${inHex(code)}`)}`;
    expect(holdsValue({ headers: { location }, body: Buffer.alloc(0) }, secret())).toBe(true);
  });

  it('in a header', () => {
    const headers = { 'x-echo': ['a', Buffer.from(`SSWS ${value}`).toString('base64')] };
    expect(holdsValue({ headers, body: Buffer.alloc(0) }, secret())).toBe(true);
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['raw deflate', deflateRawSync],
    ['brotli', brotliCompressSync],
    ['zstd', zstdCompressSync],
  ])(
    'and a bomb of %s is not unpacked, and not taken for harmless: a value may be behind its padding',
    (_name, pack) => {
      const body = pack(Buffer.concat([Buffer.alloc(40 * 1024 * 1024), Buffer.from(value)]));
      const before = process.memoryUsage().rss;
      expect(() => holdsValue({ headers: {}, body }, secret())).toThrow(/larger than/);
      expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
    },
  );
});

describe('a JSON text with plain characters', () => {
  it('means what it meant, and holds no character of a value by its number', () => {
    const text = fc.string({
      unit: fc.constantFrom('\\', 'u', '0', '5', 'c', '3', '2', '"', 'é', '\n', '_'),
    });
    fc.assert(
      fc.property(text, fc.boolean(), (said, all) => {
        const json = JSON.stringify(said).slice(1, -1);
        const escaped = all
          ? [...said].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
          : json;
        const plain = withPlainCharacters(`"${escaped}"`);
        expect(JSON.parse(plain)).toBe(said);
        for (const word of said.match(/[\w-]+/g) ?? []) expect(plain).toContain(word);
      }),
    );
  });
});
