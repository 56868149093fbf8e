import { type Claim, threat } from './claim.ts';

const client = 'src/main/okta/client.ts';
const dispatchers = 'src/main/okta/dispatchers.ts';
const links = 'src/main/okta/links.ts';
const forms = 'src/main/base/value-forms.ts';
const clientTest = 'tests/unit/okta/client.test.ts';
const linksTest = 'tests/unit/okta/links.test.ts';
const hostile = 'tests/unit/okta/hostile-answers.test.ts';
const formsTest = 'tests/unit/main/value-forms.test.ts';

/** Undici follows redirects where it is told to. */
const following = "(await import('undici')).interceptors.redirect({ maxRedirections: 3 })";

/** What an org answers. */
export const oktaClaims: readonly Claim[] = [
  threat(
    'get a token sent to another host',
    {
      id: 'okta-origin',
      out: [[client, "if (url.origin !== origin || url.protocol !== 'https:') {", 'if (url === null) {']],
      fails: [clientTest, 'never leaves its origin'],
    },
    {
      id: 'okta-redirect',
      out: [
        [
          client,
          'dispatcher: route.dispatcher });',
          `dispatcher: route.dispatcher.compose(${following}) });`,
        ],
      ],
      fails: [clientTest, 'a redirect is named and not followed'],
    },
    {
      id: 'okta-next-link-path',
      out: [[links, 'if (next.pathname !== here.pathname)', 'if (next === here)']],
      fails: [linksTest, 'is not followed, and is no end'],
    },
    {
      id: 'okta-next-link-question',
      out: [[links, 'if (!sameQuestion(here.searchParams, next.searchParams, isOwn))', 'if (next === here)']],
      fails: [linksTest, 'is not followed, and is no end'],
    },
    {
      id: 'okta-certificate',
      out: [
        [dispatchers, 'connect: { ...tls, lookup', 'connect: { ...tls, rejectUnauthorized: false, lookup'],
      ],
      fails: [clientTest, 'TLS: a certificate that is'],
    },
    {
      id: 'okta-proxy-certificate',
      out: [[dispatchers, 'requestTls: tls,', 'requestTls: { ...tls, rejectUnauthorized: false },']],
      fails: [hostile, 'that inspects TLS is trusted by its own CA certificate only'],
    },
  ),
  threat(
    'in base64 at any offset, in hex, percent-encoded or reversed',
    {
      id: 'echo-taken-out',
      out: [
        [
          'src/main/okta/echo.ts',
          'if (credential === null) return raw;',
          'if (credential !== undefined) return raw;',
        ],
      ],
      fails: [hostile, 'gives the token back as it is'],
    },
    {
      id: 'echo-access-token',
      out: [
        [
          'src/main/okta/echo.ts',
          'if (credential === null) return raw;',
          'if (!(credential instanceof Secret)) return raw;',
        ],
      ],
      fails: [hostile, 'gives an app’s access token back as it is'],
    },
    {
      id: 'echo-headers',
      out: [['src/main/okta/echo.ts', 'return { ...raw, headers, text', 'return { ...raw, text']],
      fails: [hostile, 'gives the token back as it is'],
    },
    {
      id: 'echo-base64-offset',
      out: [[forms, 'return [0, 1, 2].flatMap((lead)', 'return [0].flatMap((lead)']],
      fails: [hostile, 'gives the token back in base64url, one byte on'],
    },
    {
      id: 'echo-hex',
      out: [[forms, ' hex, hex.toUpperCase(),', '']],
      fails: [hostile, 'gives the token back in upper-case hex'],
    },
    {
      id: 'echo-percent',
      out: [[forms, '        percent,\n        percent.toUpperCase(),\n', '']],
      fails: [hostile, 'gives the token back percent-encoded'],
    },
    {
      id: 'echo-json-numbers',
      out: [
        ['src/main/okta/echo.ts', 'const body = withPlainCharacters(raw.text);', 'const body = raw.text;'],
      ],
      fails: [hostile, 'gives the token back by JSON’s numbers'],
    },
    {
      id: 'echo-reversed',
      out: [[forms, "        [...value].toReversed().join(''),\n      ],", '      ],']],
      fails: [hostile, 'gives the token back reversed'],
    },
  ),
  threat(
    'even compressed by gzip, deflate or brotli',
    {
      id: 'door-echo',
      out: [
        [
          'src/main/features/programs/passing.ts',
          'if (!holdsValue(passed, lent.value)) {',
          'if (passed.status > 0) {',
        ],
      ],
      fails: ['tests/unit/programs/passing.test.ts', 'an answer that holds the token'],
    },
    {
      id: 'door-echo-header',
      out: [[forms, 'if ([head, withoutNumbers(head)].some(holds)) return true;', '']],
      fails: [formsTest, 'in a header'],
    },
    {
      id: 'door-echo-numbers',
      out: [[forms, 'const plain = withoutNumbers(text);', 'const plain = text;']],
      fails: [formsTest, 'by JSON’s numbers'],
    },
    {
      id: 'door-echo-utf16',
      out: [[forms, "bytes.toString('latin1').replaceAll('\\0', '');", "bytes.toString('latin1');"]],
      fails: [formsTest, 'UTF-16'],
    },
    {
      id: 'door-echo-wrapped',
      out: [[forms, "plain.replace(/(?:[=\\\\]?\\s|\\\\[nrt])+/g, '')", 'plain']],
      fails: [formsTest, 'base64 in lines of a JSON text'],
    },
    {
      id: 'door-echo-hex-cases',
      out: [[forms, '    text.toLowerCase().includes(hex) ||\n', '']],
      fails: [formsTest, 'hex in both cases'],
    },
    {
      id: 'door-echo-layers',
      out: [[forms, 'const mostLayers = 3;', 'const mostLayers = 1;']],
      fails: [formsTest, 'packed twice'],
    },
    {
      id: 'door-echo-zstd',
      out: [[forms, ', zstdDecompressSync];', '];']],
      fails: [formsTest, 'packed by zstd'],
    },
    {
      id: 'door-echo-gzip',
      out: [[forms, 'const unpackers = [gunzipSync, ', 'const unpackers = [']],
      fails: [formsTest, 'gzipSync, in every fixed form'],
    },
    {
      id: 'door-echo-deflate',
      out: [[forms, 'const unpackers = [gunzipSync, inflateSync,', 'const unpackers = [gunzipSync,']],
      fails: [formsTest, 'deflateSync, in every fixed form'],
    },
    {
      id: 'door-echo-raw-deflate',
      out: [[forms, ' inflateRawSync, brotliDecompressSync,', ' brotliDecompressSync,']],
      fails: [formsTest, 'deflateRawSync, in every fixed form'],
    },
    {
      id: 'door-echo-brotli',
      out: [[forms, ' brotliDecompressSync, zstdDecompressSync];', ' zstdDecompressSync];']],
      fails: [formsTest, 'brotliCompressSync, in every fixed form'],
    },
    {
      id: 'door-echo-bomb',
      out: [[forms, "if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') throw error;", '']],
      fails: [formsTest, 'and a bomb of gzip'],
    },
  ),
];
