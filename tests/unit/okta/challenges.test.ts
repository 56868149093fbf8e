import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { challengesOf, tokenRefusal } from '../../../src/main/okta/challenges.ts';

const plain = (header: string | string[] | undefined) =>
  challengesOf(header).map(({ scheme, parameters }) => [scheme, Object.fromEntries(parameters)]);

describe('reads challenges by RFC 9110', () => {
  it.each<[string, string | string[] | undefined, unknown[]]>([
    ['none', undefined, []],
    ['an empty one', ' ', []],
    ['a scheme alone', 'Negotiate', [['negotiate', {}]]],
    [
      'the RFC’s own example',
      'Basic realm="simple", Newauth realm="apps", type=1, title="Login to \\"apps\\""',
      [
        ['basic', { realm: 'simple' }],
        ['newauth', { realm: 'apps', type: '1', title: 'Login to "apps"' }],
      ],
    ],
    [
      'a token68 between two',
      'Negotiate YWJj==, Bearer error=x, NTLM TlRM',
      [
        ['negotiate', {}],
        ['bearer', { error: 'x' }],
        ['ntlm', {}],
      ],
    ],
    [
      'several headers',
      ['Basic realm="a"', 'DPoP error="b"'],
      [
        ['basic', { realm: 'a' }],
        ['dpop', { error: 'b' }],
      ],
    ],
    ['case and spaces', ' BEARER  Error = "x" ,\tSCOPE="a b" ', [['bearer', { error: 'x', scope: 'a b' }]]],
    [
      'a comma and a scheme in quotes',
      'Bearer error_description="no, Basic x=y", error="z"',
      [['bearer', { error_description: 'no, Basic x=y', error: 'z' }]],
    ],
    ['empty elements', ',, Bearer ,, error="x",,', [['bearer', { error: 'x' }]]],
    ['the first of two', 'Bearer error="x", error="y"', [['bearer', { error: 'x' }]]],
    ['no comma between parameters', 'Bearer error="x" scope="y"', [['bearer', { error: 'x', scope: 'y' }]]],
    ['an open quote', 'Bearer error="x', [['bearer', { error: 'x' }]]],
    ['a parameter of nothing', 'error="x"', []],
    ['a parameter without a value', 'Bearer error=, scope="y"', [['bearer', { scope: 'y' }]]],
  ])('%s', (_name, header, read) => {
    expect(plain(header)).toEqual(read);
  });

  it('reads back what was written', () => {
    const value = fc.string({ unit: fc.constantFrom(...'ab ,=;"\\') });
    const parameters = fc.uniqueArray(fc.tuple(fc.constantFrom('error', 'scope', 'realm', 'x'), value), {
      selector: ([name]) => name,
      minLength: 1,
    });
    const one = fc.record({ scheme: fc.constantFrom('Bearer', 'DPoP', 'basic', 'X-y'), parameters });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 4 }), fc.constantFrom(', ', ',', ' ,\t'), (all, comma) => {
        const header = all.map(
          ({ scheme, parameters: of }) =>
            `${scheme} ${of.map(([name, text]) => `${name}="${text.replace(/["\\]/g, '\\$&')}"`).join(comma)}`,
        );
        expect(plain(header)).toEqual(
          all.map(({ scheme, parameters: of }) => [scheme.toLowerCase(), Object.fromEntries(of)]),
        );
      }),
    );
  });

  it('never throws and never hangs', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'Ba="\\, \t=;\u00e9') }), (text) => {
        challengesOf(text);
      }),
    );
    const started = performance.now();
    for (const text of ['a', 'a=', '"', 'a="', ', ', '=', 'a ']) challengesOf(text.repeat(16_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('the refusal of an access token', () => {
  it.each<[string, string, unknown]>([
    [
      'its error and scope',
      'Bearer error="insufficient_scope", scope="okta.users.read"',
      { error: 'insufficient_scope', scopes: ['okta.users.read'] },
    ],
    [
      'several scopes',
      'DPoP algs="ES256", error="insufficient_scope", scope="a.read b.read"',
      { error: 'insufficient_scope', scopes: ['a.read', 'b.read'] },
    ],
    [
      'the one challenge with an error',
      'Negotiate, Bearer realm="x", DPoP error="use_dpop_nonce"',
      { error: 'use_dpop_nonce', scopes: [] },
    ],
    [
      'no markup and nothing long',
      `Bearer error="insufficient_scope", scope="<b>x</b> ${'y'.repeat(200)} z"`,
      { error: 'insufficient_scope', scopes: ['z'] },
    ],
    ['no error of another scheme', 'Basic error="invalid_token"', null],
    ['no error that is none', 'Bearer error="<script>"', null],
    ['nothing where nothing is said', 'Bearer realm="x"', null],
  ])('%s', (_name, header, refusal) => {
    expect(tokenRefusal(header)).toEqual(refusal);
  });
});
