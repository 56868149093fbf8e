import { BlockList, isIP } from 'node:net';
import { z } from 'zod';
import { clipped } from '../../okta/clipped.ts';
import { looseText, sureTime } from '../../okta/lenient.ts';

/** The parts of Okta's answers that a diagnosis reads (Okta Management API description 2026.06.3). It drops unknown keys and cuts texts. */
const text = clipped;

/** GET /api/v1/logs: the parts that say what happened to a token. */
export const logEvents = z.array(
  z.object({
    eventType: text(120),
    published: sureTime,
    actor: z
      .object({ alternateId: looseText(200) })
      .nullish()
      .catch(null),
    client: z
      .object({ ipAddress: looseText(60) })
      .nullish()
      .catch(null),
  }),
);

/** GET /api/v1/zones. Only zones of type IP have gateways. */
export const zoneList = z.array(
  z.object({
    id: text(40),
    name: text(120),
    type: text(40).nullish(),
    gateways: z.array(z.object({ value: looseText(100) })).nullish(),
  }),
);
export type Zone = z.infer<typeof zoneList>[number];

/** Returns whether an address is in one of a zone's gateways (CIDR or RANGE). Returns null for a zone without addresses. */
export function inZone(address: string, zone: Zone): boolean | null {
  const family = isIP(address);
  if (family === 0 || zone.gateways === null || zone.gateways === undefined || zone.type === 'DYNAMIC')
    return null;
  const list = new BlockList();
  for (const { value } of zone.gateways) {
    try {
      add(list, value ?? '');
    } catch {
      // A gateway in an unknown form matches nothing.
    }
  }
  return list.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

function add(list: BlockList, value: string): void {
  const kind = value.includes(':') ? 'ipv6' : 'ipv4';
  const [from = '', to] = value.split('-');
  const [base = '', bits] = value.split('/');
  if (to !== undefined) list.addRange(from, to, kind);
  else if (bits !== undefined) list.addSubnet(base, Number(bits), kind);
  else list.addAddress(value, kind);
}
