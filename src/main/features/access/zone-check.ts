import { BlockList, isIP } from 'node:net';
import { clip, cut } from '../../../shared/clip.ts';
import type { AccessZone, NetworkPreview, WantedNetwork } from '../../../shared/contract/access.ts';
import { series } from '../../../shared/listed.ts';
import { dashes } from '../../base/pasted-text.ts';
import type { Zone } from './schemas.ts';
import { words } from './words.ts';

/** Okta's own id for "any zone that is defined". */
export const anyZone = 'ALL_ZONES';

/** Returns whether an address is in a zone. Returns null for a zone that is not a list of addresses, because only Okta can tell. */
export function inZone(zone: Zone, address: string): boolean | null {
  if (zone.status === 'INACTIVE') return false;
  if (zone.type !== 'IP') return null;
  const kind = kindOf(address);
  if (kind === null) return null;
  const block = new BlockList();
  for (const { value } of zone.gateways ?? []) {
    if (value == null || !add(block, value)) return null;
  }
  return block.check(address, kind);
}

const kindOf = (address: string): 'ipv4' | 'ipv6' | null => {
  const version = isIP(address);
  return version === 4 ? 'ipv4' : version === 6 ? 'ipv6' : null;
};

const dash = new RegExp(`[${dashes}]`, 'u');

/**
 * Adds an address, `a/n` or `a-b`. The text says which it is, because scripts give a zone a type that differs from it. Returns false for any
 * other text, whose meaning only Okta knows.
 */
function add(block: BlockList, value: string): boolean {
  const isSubnet = value.includes('/');
  const [first = '', second, ...more] = value.split(isSubnet ? '/' : dash).map((part) => part.trim());
  const kind = kindOf(first);
  if (kind === null || first.includes('%') || more.length > 0) return false;
  try {
    if (second === undefined) block.addAddress(first, kind);
    else if (!isSubnet) block.addRange(first, second, kind);
    else if (/^\d{1,3}$/.test(second)) block.addSubnet(first, Number(second), kind);
    else return false;
    return true;
  } catch {
    return false;
  }
}

/**
 * Returns whether Okta would still allow calls from `address`. An excluded zone wins. The result is unknown when only Okta can tell. Pure.
 */
export function wouldAllow(
  wanted: WantedNetwork,
  zones: readonly Zone[],
  address: string | null,
): NetworkPreview {
  const say = (verdict: NetworkPreview['verdict'], sentence: string): NetworkPreview => ({
    verdict,
    sentence: clip(sentence, 500),
  });
  if (wanted.connection === 'ANYWHERE') return say('allowed', words.zoneCheck.anyAddress);
  if (wanted.include.length + wanted.exclude.length === 0) {
    return say('unknown', words.zoneCheck.noZone);
  }
  if (address === null) {
    return say('unknown', words.zoneCheck.addressNotKnown);
  }
  const answers = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const meant = id === anyZone ? zones : zones.filter((zone) => zone.id === id);
      if (meant.length === 0) return [{ name: id, within: null }];
      return meant.map((zone) => ({ name: zone.name, within: inZone(zone, address) }));
    });
  const excluded = answers(wanted.exclude);
  const shut = excluded.find(({ within }) => within === true);
  if (shut !== undefined) {
    return say('blocked', words.zoneCheck.excluded(address, shut.name));
  }
  const included = answers(wanted.include);
  const open = included.find(({ within }) => within === true);
  const unsure = [...excluded, ...(open === undefined ? included : [])].filter(
    ({ within }) => within === null,
  );
  if (wanted.include.length > 0 && open === undefined && !included.some(({ within }) => within === null)) {
    return say('blocked', words.zoneCheck.notIncluded(address));
  }
  if (unsure.length > 0) {
    const names = series(unsure.map(({ name }) => name));
    return say('unknown', words.zoneCheck.onlyOktaKnows(address, names));
  }
  return say(
    'allowed',
    open === undefined ? words.zoneCheck.inNoExcluded(address) : words.zoneCheck.included(address, open.name),
  );
}

/** Returns a zone as the window shows it. A token can be restricted only to active IP zones for policies (Okta, release notes 2024.07.0). */
export function zoneView({ id, name, type, status, usage, gateways }: Zone): AccessZone {
  const why =
    type !== 'IP'
      ? words.zoneCheck.dynamicZone
      : status === 'INACTIVE'
        ? words.zoneCheck.inactiveZone
        : usage === 'BLOCKLIST'
          ? words.zoneCheck.blocklist
          : '';
  const blocks = (gateways ?? []).flatMap(({ value }) => value ?? []);
  const shown = words.zoneCheck.addresses(blocks.slice(0, 3), Math.max(0, blocks.length - 3));
  return {
    id: id.slice(0, 60),
    name: clip(name, 130),
    usable: why === '',
    words: cut(why === '' ? shown || words.zoneCheck.noAddresses : why, 200),
  };
}
