import { hash } from 'node:crypto';
import { z } from 'zod';
import { clip, cut } from '../../../shared/clip.ts';
import { sureTime } from '../../okta/lenient.ts';

/** A System Log event, with what tells the credential of the call. */
export interface LoggedCall extends Omit<UseEvent, 'oktaTokenId'> {
  readonly oktaTokenId: string | null;
  /** Okta's id of who acted: a user's, or the Client ID of an app. */
  readonly actorId: string | null;
}

/** The kept part of a System Log event from a token's call. */
export interface UseEvent {
  /** The event's whole uuid, or a hash when it has none. It identifies a repeated event. */
  readonly id: string;
  /** `published`, by Okta's clock. */
  readonly at: number;
  /** Okta's id of the token, `00T...`. */
  readonly oktaTokenId: string;
  readonly type: string;
  readonly result: string;
  readonly address: string;
  readonly country: string;
  /** The number and name of the autonomous system. */
  readonly network: string;
  /** The programs of the user agent without versions, so that an update is not a new program. */
  readonly program: string;
  readonly agent: string;
}

export const outsideRange = 'system.api_token.request_outside_allowed_range';

const text = z.string().nullish().catch(null);

/** The part of a GET /api/v1/logs event that Keyturn reads (Okta, System Log API). It drops unexpected fields. */
const schema = z.object({
  uuid: text,
  published: sureTime,
  eventType: z.string(),
  outcome: z.object({ result: text }).nullish().catch(null),
  actor: z.object({ id: text }).nullish().catch(null),
  client: z
    .object({
      ipAddress: text,
      userAgent: z.object({ rawUserAgent: text }).nullish().catch(null),
      geographicalContext: z.object({ country: text }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
  securityContext: z
    .object({ asNumber: z.number().nullish().catch(null), asOrg: text })
    .nullish()
    .catch(null),
  target: z
    .array(z.object({ id: text, type: text }))
    .nullish()
    .catch(null),
  transaction: z
    .object({ detail: z.object({ requestApiTokenId: text }).nullish().catch(null) })
    .nullish()
    .catch(null),
});

/** A page of the log. Keyturn parses each event separately, so that a strange event does not stop the reading. */
export const logPage = z.array(z.unknown());

/** Returns the event of a token's call. Returns null when the event names no token or is not readable. */
export function eventOf(raw: unknown): UseEvent | null {
  const call = callOf(raw);
  if (call === null || call.oktaTokenId === null) return null;
  const { actorId: _, oktaTokenId, ...event } = call;
  return { ...event, oktaTokenId };
}

/** Returns the event of a call. Returns null when the event is not readable. */
export function callOf(raw: unknown): LoggedCall | null {
  const parsed = schema.safeParse(raw);
  if (!parsed.success) return null;
  const {
    uuid,
    published: at,
    eventType,
    outcome,
    actor,
    client,
    securityContext,
    target,
    transaction,
  } = parsed.data;
  const oktaTokenId =
    transaction?.detail?.requestApiTokenId ??
    // Okta does not document whether a refused call's transaction names the token. The event's target names it.
    (eventType === outsideRange ? target?.find(({ type }) => type === 'Token')?.id : null);
  const agent = cut(client?.userAgent?.rawUserAgent ?? '', 200);
  const { asNumber, asOrg } = securityContext ?? {};
  return {
    id: identityOf(uuid ?? '', raw),
    at,
    oktaTokenId: oktaTokenId == null || oktaTokenId === '' ? null : oktaTokenId.slice(0, 40),
    actorId: actor?.id ?? null,
    type: clip(eventType, 120),
    result: cut(outcome?.result ?? 'UNKNOWN', 40),
    address: cut(client?.ipAddress ?? 'unknown', 60),
    country: cut(client?.geographicalContext?.country ?? 'unknown', 80),
    network: asNumber == null ? 'unknown' : cut(`AS${asNumber} ${asOrg ?? ''}`.trim(), 160),
    program: programOf(agent),
    agent: agent === '' ? 'unknown' : agent,
  };
}

/**
 * Returns what identifies one event. Okta's uuids have version 1: two from different servers may share all but the last part, so every part
 * counts. Without a uuid, the whole event counts.
 */
function identityOf(uuid: string, raw: unknown): string {
  const hex = uuid.replaceAll('-', '').toLowerCase();
  return /^[\da-f]{32}$/.test(hex) ? hex : hash('sha256', uuid === '' ? JSON.stringify(raw) : uuid, 'hex');
}

const programs = new Map<string, string>();
const mostPrograms = 1_000;

/**
 * Returns the names of a user agent without versions and remarks, such as "okta-sdk-golang terraform" for "okta-sdk-golang/4.1.0 (linux)
 * terraform/1.9".
 */
export function programOf(agent: string): string {
  const known = programs.get(agent);
  if (known !== undefined) return known;
  const names = agent
    .replace(/\([^()]*\)/g, ' ')
    .split(/[\s;,]+/)
    .map((word) => word.split('/')[0] ?? '')
    .map((word) => word.replace(/[-_.v]*\d[\d._-]*$/, ''))
    .filter((word) => /[A-Za-z]/.test(word));
  const program = cut([...new Set(names)].join(' '), 100) || 'unknown';
  if (programs.size >= mostPrograms) programs.clear();
  programs.set(agent, program);
  return program;
}

/** Returns whether a result means that the call was refused or failed (Okta, System Log outcome). */
export const isDenied = (result: string): boolean => result === 'DENY' || result === 'FAILURE';
