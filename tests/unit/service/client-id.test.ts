import { describe, expect, it } from 'vitest';
import { readClientId } from '../../../src/main/features/service/client-id.ts';

const id = '0oa1gjh63g214q0Hq0g4';
const keyId = 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs';
const token = '00QCjAl4MlV-WPXM_ABCDEFGHIJKLMNOPQRSTUVWXY';

const read: readonly (readonly [what: string, pasted: string])[] = [
  ['alone', id],
  ['with blanks and a line end', `  ${id}\r\n`],
  ['with a byte order mark and a zero-width space', `\uFEFF${id}\u200B`],
  ['with no-break spaces', `\u00A0${id}\u00A0`],
  ['with marks of direction', `\u202A${id}\u202C`],
  ['in full-width letters', [...id].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('')],
  ['in double quotes', `"${id}"`],
  ['in curly quotes', `“${id}”`],
  ['in backticks', `\`${id}\``],
  ['in angle brackets', `<${id}>`],
  ['with a period behind it', `${id}.`],
  ['with its label', `Client ID: ${id}`],
  ['with its label above it', `Client ID\n${id}\nCopy to clipboard`],
  ['in a line of .env', `OKTA_CLIENT_CLIENTID=${id}`],
  ['in a line of a shell', `export OKTA_CLIENT_ID="${id}"`],
  ['in a line of PowerShell', `$env:OKTA_CLIENT_ID = '${id}'`],
  ['in Terraform', `  client_id      = "${id}"`],
  ['in JSON', `{ "client_id": "${id}", "issuer": "https://acme.okta.com" }`],
  ['in YAML', `    clientId: '${id}'`],
  [
    'as the address of the app',
    `https://acme-admin.okta.com/admin/app/oidc_client/instance/${id}/#tab-general`,
  ],
  ['as a link of Markdown', `[HR sync](https://acme-admin.okta.com/admin/app/oidc_client/instance/${id})`],
  ['in a query', `https://acme.okta.com/oauth2/v1/authorize?client_id=${id}&scope=openid`],
  ['twice, with the same text', `${id} ${id}`],
  ['with the letter O in place of the zero', `O${id.slice(1)}`],
  ['with a zero in place of the letter o', `00${id.slice(2)}`],
  ['with capital letters at its beginning', `0OA${id.slice(3)}`],
  ['in the italics of Markdown', `_${id}_`],
  ['in bold code of Markdown', `**\`${id}\`**`],
  ['as an entry of a list', `- ${id}`],
  ['with a hyphen before it', `-${id}`],
  ['in a table of Markdown', `| Client ID | ${id} | Active |`],
  ['with a space that a PDF put into it', `${id.slice(0, 9)} ${id.slice(9)}`],
  ['over two lines', `${id.slice(0, 12)}\n${id.slice(12)}`],
  ['in quotes of an address', `%22${id}%22`],
  [
    'in the query of an encoded address',
    `https%3A%2F%2Facme.okta.com%2F%3Fclient_id%3D${id}%26scope%3Dopenid`,
  ],
  [
    'in the claims of an assertion',
    `{"iss":"${id}","sub":"${id}","aud":"https://acme.okta.com/oauth2/v1/token"}`,
  ],
  ['in JSON within JSON', `{\\"client_id\\":\\"${id}\\"}`],
  ['in XML', `<clientId>${id}</clientId>`],
  ['in a row of a CSV file', `HR sync,${id},2026-01-01`],
  ['in an argument of curl', `-d 'client_id=${id}'`],
  ['in okta.yaml', `okta:\n  client:\n    clientId: ${id}\n    orgUrl: https://acme.okta.com`],
  ['beside its secret', `Client ID ${id}\nClient secret aB3${'x'.repeat(37)}`],
  ['with its label in Japanese', `クライアントID：${id}`],
];

const refused: readonly (readonly [what: string, pasted: string, says: RegExp])[] = [
  ['nothing', '', /field is empty/],
  ['only blanks and invisible characters', ' \u200B\t\u00A0', /field is empty/],
  ['several words', 'my terraform app', /signs or a length/],
  ['too few characters', 'app-1', /signs or a length/],
  ['too many characters', 'x'.repeat(101), /signs or a length/],
  ['a word that Okta reserves', 'ALL_CLIENTS', /signs or a length/],
  ['a placeholder', '{clientId}', /in the place of one/],
  ['a host', 'acme.okta.com', /signs or a length/],
  ['a client secret of 40 characters', `aB3${'x'.repeat(37)}`, /looks like a secret/],
  ['a client secret of 64 characters', `aB3_${'x'.repeat(60)}`, /looks like a secret/],
  ['an access token', 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.abc', /looks like a secret/],
  ['the id of a user behind a name', 'Client ID: 00u1gjh63g214q0Hq0g4', /begin with 00u/],
  ['an API token', token, /looks like an API token/],
  ['an API token with its scheme', `SSWS ${token}`, /looks like an API token/],
  ['a private key', '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----', /private key/],
  ['the id of a user', '00u1gjh63g214q0Hq0g4', /begin with 00u/],
  ['the id of a group', '00g1gjh63g214q0Hq0g4', /begin with 00g/],
  ['a public key in the form of JSON', '{"kty":"RSA","e":"AQAB","kid":"abcdef"}', /public key/],
  ['a set of public keys', '{"keys":[{"kty":"EC","crv":"P-256","x":"a","y":"b"}]}', /public key/],
  ['a public key in PEM form', '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----', /public key/],
  ['a private key in the form of JSON', '{"kty":"RSA","n":"abc","d":"secret"}', /private key/],
  ['a private key whose private half comes first', '{"d":"secret","kty":"EC"}', /private key/],
  ['a private key of an older form', '-----BEGIN RSA PRIVATE KEY-----', /private key/],
  ['an encrypted private key', '-----BEGIN ENCRYPTED PRIVATE KEY-----', /private key/],
  ['a private key in a line of .env', 'KEY="-----BEGIN PRIVATE KEY-----\\nMIIE\\n"', /private key/],
  ['a scope', 'okta.users.read', /name of a scope/],
  ['a scope of OpenID Connect', 'offline_access', /name of a scope/],
  ['the id of its key', keyId, /ID of its key/],
  ['an empty variable of JavaScript', 'undefined', /in the place of one/],
  ['the word of an example', 'YOUR_CLIENT_ID', /in the place of one/],
  ['the name of the field', 'client_id', /in the place of one/],
  ['an id that was cut', '0oa1gjh6', /missing/],
  ['an id with something joined to it', `0oa${'x'.repeat(200)}`, /too many/],
  ['an id that was cut where three dots are', `${id.slice(0, 15)}…`, /missing/],
  ['an id that was cut where three periods are', `${id.slice(0, 12)}...`, /missing/],
  ['an id in capital letters only', id.toUpperCase(), /capital letters/],
  ['a list of scopes', 'okta.users.read okta.groups.read', /name of a scope/],
  ['a list of scopes with commas', 'okta.users.read,okta.groups.read', /name of a scope/],
  ['a list of scopes in quotes', '["okta.users.read", "okta.logs.read"]', /name of a scope/],
  ['a list of scopes on lines', 'Scopes:\nokta.users.read\nokta.logs.read', /name of a scope/],
  ['a list of scopes in an address', 'okta.users.read%20okta.logs.read', /name of a scope/],
  ['a pattern of all scopes', 'okta.*', /name of a scope/],
  ['a pattern of scopes', 'okta.users.*', /name of a scope/],
  ['another scope of OpenID Connect', 'groups', /name of a scope/],
  ['the id of its key behind its name', `kid: ${keyId}`, /ID of its key/],
  ['the id of its key in quotes', `"${keyId}"`, /ID of its key/],
  ['an Org URL', 'https://acme.okta.com', /It is an address/],
  [
    'an address of the Admin Console without an app',
    'https://acme-admin.okta.com/admin/apps/active',
    /address/,
  ],
  ['the id of a group behind a name without a sign', 'client id 00g1gjh63g214q0Hq0g4', /begin with 00g/],
  [
    'the id of a user in an address',
    'https://acme.okta.com/api/v1/users/00u1gjh63g214q0Hq0g4',
    /begin with 00u/,
  ],
  ['the head of an HTTP request', `Basic ${btoa(`${id}:aB3${'x'.repeat(37)}`)}`, /looks like a secret/],
  ['nothing, as databases write it', 'null', /in the place of one/],
  ['nothing, as Python writes it', 'None', /in the place of one/],
  ['a note to oneself', 'TODO', /in the place of one/],
  ['an example of an id', '0oaxxxxxxxxxxxxxxxxx', /in the place of one/],
  [
    'an API token in base64',
    btoa(`OKTA_API_TOKEN=${token} # for the nightly job`),
    /looks like an API token/,
  ],
  ['two Client IDs', `${id} 0oa1gjh63g214q0Hq0g5`, /several/],
];

/** Ids that somebody chose when they made the app (Okta Management API description). */
const chosen: readonly (readonly [pasted: string, id: string])[] = [
  ...[
    'terraform',
    'custom-client-1',
    'my_app.client',
    'EnzSPVvqzRrvkzUqvKfp',
    "it's(a)client!",
    'a$b+c*d',
    'x'.repeat(100),
  ].map((one) => [one, one] as const),
  ['"custom-client"', 'custom-client'],
  ['Client ID: custom-client', 'custom-client'],
  ['クライアントID：custom-client', 'custom-client'],
  ['client_id%3Dcustom-client%26scope%3Dopenid', 'custom-client'],
  ['Client ID\ncustom-client\nCopy to clipboard', 'custom-client'],
  ['OKTA_CLIENT_CLIENTID=custom-client', 'custom-client'],
  ["$env:OKTA_CLIENT_ID = 'custom-client'", 'custom-client'],
  ['{ "client_id": "custom-client", "issuer": "https://acme.okta.com" }', 'custom-client'],
  ['https://acme.okta.com/oauth2/v1/authorize?client_id=custom-client&scope=openid', 'custom-client'],
];

describe('a pasted Client ID', () => {
  it.each(read)('is read: %s', (_, pasted) => {
    expect(readClientId(pasted)).toBe(id);
  });

  it.each(chosen)('is read as the id that somebody chose: %s', (pasted, one) => {
    expect(readClientId(pasted)).toBe(one);
  });

  it.each(refused)('is refused with the reason: %s', (_, pasted, says) => {
    const said = readClientId(pasted, [keyId]);
    expect(said).toMatchObject({ wrong: expect.stringMatching(says) });
    // The sentence repeats nothing of a secret.
    expect(JSON.stringify(said)).not.toContain(token.slice(2, 12));
  });
});
