import { expect, it } from 'vitest';
import { isVariableName, variableName } from '../../../src/shared/variable-name.ts';
import { randomValue } from '../../support/random-value.ts';

const value = randomValue(9);

it.each([
  'OKTA_API_TOKEN',
  ' OKTA_API_TOKEN ',
  'OKTA_API_TOKEN\n',
  '\u00a0OKTA_API_TOKEN\u200b',
  '\ufeffOKTA_API_TOKEN',
  'ＯＫＴＡ_ＡＰＩ_ＴＯＫＥＮ',
  'OKTA_API_TOKEN=',
  'OKTA_API_TOKEN = ',
  `OKTA_API_TOKEN=${value}`,
  `OKTA_API_TOKEN="${value}"`,
  `OKTA_API_TOKEN = "SSWS ${value}"`,
  `export OKTA_API_TOKEN=${value}`,
  `EXPORT OKTA_API_TOKEN`,
  `declare -x OKTA_API_TOKEN="${value}"`,
  `set OKTA_API_TOKEN=${value}`,
  `set "OKTA_API_TOKEN=${value}"`,
  `setx OKTA_API_TOKEN`,
  'set -gx OKTA_API_TOKEN',
  'ENV OKTA_API_TOKEN=x',
  '$OKTA_API_TOKEN',
  '$' + '{OKTA_API_TOKEN}',
  '$' + '{OKTA_API_TOKEN:-none}',
  '"$OKTA_API_TOKEN"',
  '$env:OKTA_API_TOKEN',
  `$env:OKTA_API_TOKEN = '${value}'`,
  '%OKTA_API_TOKEN%',
  `"OKTA_API_TOKEN": "${value}",`,
  `OKTA_API_TOKEN: ${value}`,
  'OKTA_API_TOKEN:',
  'OKTA_API_TOKEN,',
  '`OKTA_API_TOKEN`',
  '“OKTA_API_TOKEN”',
  `OKTA_API_TOKEN := ${value}`,
])('reads the name in %j', (typed) => {
  expect(variableName(typed)).toBe('OKTA_API_TOKEN');
});

it.each([
  ['okta.client.token', true, false],
  ['OKTA_API_TOKEN2', true, true],
  ['_x', true, true],
  ['okta-token', false, false],
  ['2TOKEN', false, false],
  ['OKTA API TOKEN', false, false],
  ['トークン', false, false],
  ['', false, false],
  ['A'.repeat(101), true, true],
  ['A'.repeat(102), false, false],
  ['settings', true, true],
  ['EXPORTED', true, true],
  ['env', true, true],
])('%j is a name in a file: %s, of the environment: %s', (name, inFile, ofEnvironment) => {
  expect(variableName(name)).toBe(name);
  expect([isVariableName(name, true), isVariableName(name, false)]).toEqual([inFile, ofEnvironment]);
});
