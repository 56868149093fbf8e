import { describe, expect, it } from 'vitest';
import type { Zone } from '../../../src/main/features/access/schemas.ts';
import { anyZone, inZone, wouldAllow, zoneView } from '../../../src/main/features/access/zone-check.ts';

const zone = (
  id: string,
  gateways: readonly (readonly [type: string, value: string])[],
  more: Partial<Zone> = {},
): Zone => ({
  id,
  name: `Zone ${id}`,
  type: 'IP',
  status: 'ACTIVE',
  usage: 'POLICY',
  gateways: gateways.map(([type, value]) => ({ type, value })),
  ...more,
});
const office = zone('office', [
  ['CIDR', '203.0.113.0/28'],
  ['RANGE', '198.51.100.5-198.51.100.9'],
]);
const six = zone('six', [['CIDR', '2001:db8::/32']]);
const dynamic = zone('dynamic', [], { type: 'DYNAMIC' });
const all = [office, six, dynamic];
const wanted = (include: string[], exclude: string[] = []) => ({
  connection: 'ZONE' as const,
  include,
  exclude,
});

describe('an address in a zone', () => {
  it.each([
    [office, '203.0.113.1', true],
    [office, '203.0.113.15', true],
    [office, '203.0.113.16', false],
    [office, '198.51.100.5', true],
    [office, '198.51.100.9', true],
    [office, '198.51.100.10', false],
    [office, '2001:db8::1', false],
    [six, '2001:db8::1', true],
    [six, '2001:db9::1', false],
    [dynamic, '203.0.113.1', null],
    [zone('odd', [['CIDR', 'not an address']]), '203.0.113.1', null],
    [zone('odd', [['CIDR', '203.0.113.0/99']]), '203.0.113.1', null],
    [zone('off', [['CIDR', '203.0.113.0/28']], { status: 'INACTIVE' }), '203.0.113.1', false],
    [office, 'not an address', null],
  ] as const)('%#', (one, address, within) => {
    expect(inZone(one, address)).toBe(within);
  });
});

it.each([
  // What scripts write. The text says what a gateway is, whatever its type says.
  ['CIDR', '10.0.0.0-10.0.0.255', '10.0.0.7', true],
  ['RANGE', '10.0.0.0/24', '10.0.0.7', true],
  ['RANGE', '10.0.0.0 – 10.0.0.255', '10.0.0.7', true],
  ['range', '10.0.0.0-10.0.0.255', '10.0.0.8', true],
  ['CIDR', ' 10.0.0.0 / 8 ', '10.1.2.3', true],
  ['CIDR', '10.0.0.5', '10.0.0.5', true],
  ['CIDR', '10.0.0.0/0', '192.0.2.1', true],
  ['CIDR', '10.0.0.0/8', '::ffff:10.1.2.3', true],
  ['CIDR', '::ffff:10.0.0.0/104', '10.1.2.3', true],
  ['RANGE', '0.0.0.0-255.255.255.255', '10.0.0.7', true],
  ['RANGE', '2001:db8::1-2001:db8::ff', '2001:db8::7', true],
  // Only Okta knows what these mean, so Keyturn promises nothing.
  ['CIDR', '10.0.0.0/', '10.0.0.0', null],
  ['CIDR', '10.0.0.0/33', '10.0.0.0', null],
  ['CIDR', '10.0.0.0/-1', '10.0.0.0', null],
  ['CIDR', '10.0.0.0/0x8', '10.0.0.0', null],
  ['CIDR', '10.0.0.0/8.5', '10.0.0.0', null],
  ['CIDR', '10.0.0.0/8/9', '10.0.0.0', null],
  ['CIDR', '10.0.0.0/255.0.0.0', '10.0.0.0', null],
  ['CIDR', '010.0.0.0/8', '10.0.0.0', null],
  ['CIDR', '10.1/16', '10.1.0.0', null],
  ['CIDR', '10.0.0.0/8,11.0.0.0/8', '10.0.0.0', null],
  ['CIDR', 'fe80::1%eth0', 'fe80::1', null],
  ['CIDR', '[2001:db8::]/32', '2001:db8::1', null],
  ['CIDR', 'vpn.acme.com', '10.0.0.0', null],
  ['RANGE', '10.0.0.255-10.0.0.0', '10.0.0.7', null],
  ['RANGE', '10.0.0.0-10.0.0.5-10.0.0.9', '10.0.0.7', null],
  ['RANGE', '10.0.0.0-255', '10.0.0.7', null],
  ['RANGE', '::1-10.0.0.255', '10.0.0.7', null],
])('a gateway %s %j holds %s: %s', (type, value, address, within) => {
  expect(inZone(zone('gateway', [[type, value]]), address)).toBe(within);
});

describe('the preview', () => {
  it.each([
    ['anywhere', { connection: 'ANYWHERE' as const, include: [], exclude: [] }, null, 'allowed'],
    ['within', wanted(['office']), '203.0.113.1', 'allowed'],
    ['outside', wanted(['office']), '192.0.2.1', 'blocked'],
    ['excluded', wanted([], ['office']), '203.0.113.1', 'blocked'],
    ['not excluded', wanted([], ['office']), '192.0.2.1', 'allowed'],
    ['excluded wins over included', wanted(['office'], ['office']), '203.0.113.1', 'blocked'],
    ['in one of two', wanted(['six', 'office']), '203.0.113.1', 'allowed'],
    ['perhaps in a dynamic zone', wanted(['dynamic']), '203.0.113.1', 'unknown'],
    ['surely in another', wanted(['dynamic', 'office']), '203.0.113.1', 'allowed'],
    ['perhaps excluded', wanted(['office'], ['dynamic']), '203.0.113.1', 'unknown'],
    ['a zone that could not be read', wanted(['nowhere']), '203.0.113.1', 'unknown'],
    ['any zone, in one', wanted([anyZone]), '203.0.113.1', 'allowed'],
    ['an address that is not known', wanted(['office']), null, 'unknown'],
    ['no zone at all', wanted([]), '203.0.113.1', 'unknown'],
  ] as const)('%s', (_what, network, address, verdict) => {
    const said = wouldAllow(
      { ...network, include: [...network.include], exclude: [...network.exclude] },
      all,
      address,
    );
    expect(said.verdict).toBe(verdict);
    expect(said.sentence.length).toBeGreaterThan(20);
  });

  it('says that the address is not known, and does not guess', () => {
    expect(wouldAllow(wanted(['office']), all, null).sentence).toMatch(/Okta has not told Keyturn/);
  });
});

it('allows only active IP zones for policies', () => {
  expect(zoneView(office)).toMatchObject({
    usable: true,
    words: '203.0.113.0/28, 198.51.100.5-198.51.100.9',
  });
  expect(zoneView(dynamic)).toMatchObject({ usable: false });
  expect(zoneView(zone('b', [], { usage: 'BLOCKLIST' })).usable).toBe(false);
  expect(zoneView(zone('b', [], { status: 'INACTIVE' })).usable).toBe(false);
});
