import { BlockList, isIP } from 'node:net';
import { clip } from '../../../shared/clip.ts';
import type { AccessZone, NetworkPreview, WantedNetwork } from '../../../shared/contract/access.ts';
import type { Zone } from './schemas.ts';

/** Okta's own word for "any zone that is defined". */
export const anyZone = 'ALL_ZONES';

/** Whether an address is in a zone; null where the zone is not one of addresses, so nobody but Okta can tell. */
export function inZone(zone: Zone, address: string): boolean | null {
  if (zone.status === 'INACTIVE') return false;
  if (zone.type !== 'IP') return null;
  const kind = kindOf(address);
  if (kind === null) return null;
  const block = new BlockList();
  for (const { type, value } of zone.gateways ?? []) {
    if (value == null || !add(block, type ?? 'CIDR', value)) return null;
  }
  return block.check(address, kind);
}

const kindOf = (address: string): 'ipv4' | 'ipv6' | null => {
  const version = isIP(address);
  return version === 4 ? 'ipv4' : version === 6 ? 'ipv6' : null;
};

/** Adds `a/n` or `a-b`; false when it is neither. */
function add(block: BlockList, type: string, value: string): boolean {
  const [first = '', second] = value.split(type === 'RANGE' ? '-' : '/').map((part) => part.trim());
  const kind = kindOf(first);
  if (kind === null) return false;
  try {
    if (second === undefined) block.addAddress(first, kind);
    else if (type === 'RANGE') block.addRange(first, second, kind);
    else block.addSubnet(first, Number(second), kind);
    return true;
  } catch {
    return false;
  }
}

/** Whether calls from `address` would still be let in. Excluded zones win; whatever only Okta can tell stays unknown. Pure. */
export function wouldAllow(
  wanted: WantedNetwork,
  zones: readonly Zone[],
  address: string | null,
): NetworkPreview {
  const say = (verdict: NetworkPreview['verdict'], sentence: string): NetworkPreview => ({
    verdict,
    sentence: clip(sentence, 500),
  });
  if (wanted.connection === 'ANYWHERE')
    return say('allowed', 'It may then be used from any address, this one included.');
  if (wanted.include.length + wanted.exclude.length === 0) {
    return say('unknown', 'No zone is chosen. Choose at least one, or allow any address.');
  }
  if (address === null) {
    return say(
      'unknown',
      'Okta has not told Keyturn from which address it calls, so whether this computer would still be allowed is not known.',
    );
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
    return say(
      'blocked',
      `${address} is in the excluded zone ${shut.name}: the token would no longer work from this computer, in Keyturn neither.`,
    );
  }
  const included = answers(wanted.include);
  const open = included.find(({ within }) => within === true);
  const unsure = [...excluded, ...(open === undefined ? included : [])].filter(
    ({ within }) => within === null,
  );
  if (wanted.include.length > 0 && open === undefined && !included.some(({ within }) => within === null)) {
    return say(
      'blocked',
      `${address} is in none of the included zones: the token would no longer work from this computer, in Keyturn neither.`,
    );
  }
  if (unsure.length > 0) {
    const names = unsure.map(({ name }) => name).join(', ');
    return say(
      'unknown',
      `Whether ${address} is in ${names} only Okta can tell, so whether this computer would still be allowed is not known.`,
    );
  }
  return say(
    'allowed',
    open === undefined
      ? `${address} is in no excluded zone, so this computer would still be allowed.`
      : `${address} is in ${open.name}, so this computer would still be allowed.`,
  );
}

/** A zone as the window shows it. A token can be restricted to active IP zones for policies only (Okta, release notes 2024.07.0). */
export function zoneView({ id, name, type, status, usage, gateways }: Zone): AccessZone {
  const why =
    type !== 'IP'
      ? 'a dynamic zone: a token cannot be restricted to it'
      : status === 'INACTIVE'
        ? 'inactive: a token cannot be restricted to it'
        : usage === 'BLOCKLIST'
          ? 'a blocklist: a token cannot be restricted to it'
          : '';
  const blocks = (gateways ?? []).flatMap(({ value }) => value ?? []);
  const shown = `${blocks.slice(0, 3).join(', ')}${blocks.length > 3 ? ` and ${blocks.length - 3} more` : ''}`;
  return {
    id: id.slice(0, 60),
    name: clip(name, 130),
    usable: why === '',
    words: (why === '' ? shown || 'no addresses yet' : why).slice(0, 200),
  };
}
