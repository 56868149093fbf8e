import { type FakeUser, isoOf, type LogEvent, newId } from './model.ts';

/** What Okta's catalog of event types calls them. */
const messages: Readonly<Record<string, string>> = {
  'system.api_token.create': 'Create API token',
  'system.api_token.revoke': 'Revoke API token',
  'system.api_token.update': 'Update API token',
  'system.api_token.request_outside_allowed_range': 'API token request from outside its allowed range',
  'system.operation.rate_limit.violation': 'Operation rate limit violation',
  'core.concurrency.org.limit.violation': 'Concurrency limit violation',
  'system.rate_limit.configuration.update': 'Update rate limit configuration',
};

export interface EventTarget {
  readonly id: string;
  readonly type: string;
  readonly displayName: string;
}

export interface EventFacts {
  readonly eventType: string;
  readonly at: number;
  readonly actor: FakeUser;
  readonly address: string;
  readonly target: EventTarget | null;
  /** Of the token the call was made with. */
  readonly tokenId?: string | undefined;
  readonly userAgent?: string | undefined;
  readonly denied?: boolean;
}

/** One event of the System Log. Places, networks and devices are not modelled, so they say "unknown" as Okta does. */
export function logEvent({
  eventType,
  at,
  actor,
  address,
  target,
  tokenId,
  userAgent,
  denied,
}: EventFacts): LogEvent {
  return {
    actor: {
      id: actor.id,
      type: 'User',
      alternateId: actor.profile.login,
      displayName: `${actor.profile.firstName} ${actor.profile.lastName}`,
      detailEntry: null,
    } as LogEvent['actor'],
    client: {
      userAgent: { rawUserAgent: userAgent ?? 'unknown', os: 'Unknown', browser: 'UNKNOWN' },
      zone: 'null',
      device: 'Unknown',
      id: null,
      ipAddress: address,
      geographicalContext: null,
    },
    device: null,
    authenticationContext: { authenticationStep: 0, externalSessionId: 'unknown' },
    displayMessage: messages[eventType] ?? eventType.replaceAll(/[._]/g, ' '),
    eventType,
    outcome: denied === true ? { result: 'DENY', reason: 'Denied' } : { result: 'SUCCESS', reason: null },
    published: isoOf(at),
    securityContext: { asNumber: null, asOrg: null, isp: null, domain: null, isProxy: null },
    severity: denied === true ? 'WARN' : 'INFO',
    debugContext: { debugData: {} },
    legacyEventType: null,
    transaction: {
      type: 'WEB',
      id: newId('tra'),
      detail: tokenId === undefined ? {} : { requestApiTokenId: tokenId },
    },
    uuid: crypto.randomUUID(),
    version: '0',
    request: { ipChain: [{ ip: address, geographicalContext: null, version: 'V4', source: null }] },
    target: target === null ? [] : [{ ...target, alternateId: 'unknown' }],
  };
}
