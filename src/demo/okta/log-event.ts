import { type FakeUser, isoOf, type LogEvent, newId, type Place } from './model.ts';
import { ServiceApp } from './service-apps.ts';

/** The display names in Okta's catalog of event types. */
const messages: Readonly<Record<string, string>> = {
  'system.api_token.create': 'Create API token',
  'system.api_token.revoke': 'Revoke API token',
  'system.api_token.update': 'Update API token',
  'system.api_token.request_outside_allowed_range': 'API token request from outside its allowed range',
  'system.operation.rate_limit.violation': 'Operation rate limit violation',
  'core.concurrency.org.limit.violation': 'Concurrency limit violation',
  'system.rate_limit.configuration.update': 'Update rate limit configuration',
  'app.oauth2.token.grant.access_token': 'OIDC access token is granted',
  'app.oauth2.client.lifecycle.create': 'Create OAuth client',
};

export interface EventTarget {
  readonly id: string;
  readonly type: string;
  readonly displayName: string;
}

export interface EventFacts {
  readonly eventType: string;
  readonly at: number;
  readonly actor: FakeUser | ServiceApp;
  readonly address: string;
  readonly place: Place;
  readonly target: EventTarget | readonly EventTarget[] | null;
  /** The id of the token that made the call. */
  readonly tokenId?: string | undefined;
  readonly userAgent?: string | undefined;
  readonly denied?: boolean;
}

function partyOf(actor: FakeUser | ServiceApp): LogEvent['actor'] {
  if (actor instanceof ServiceApp) {
    // Real logs have this type for clients; Okta's description leaves it open.
    const { clientId, name } = actor;
    return {
      id: clientId,
      type: 'PublicClientApp',
      alternateId: clientId,
      displayName: name,
      detailEntry: null,
    };
  }
  const { id, profile } = actor;
  return {
    id,
    type: 'User',
    alternateId: profile.login,
    displayName: `${profile.firstName} ${profile.lastName}`,
    detailEntry: null,
  };
}

/** Returns one event of the System Log. Devices and sessions are not modelled, so they are unknown. */
export function logEvent({
  eventType,
  at,
  actor,
  address,
  place: { asNumber, asOrg, lat, lon, ...place },
  target,
  tokenId,
  userAgent,
  denied,
}: EventFacts): LogEvent {
  const geographicalContext = { ...place, geolocation: { lat, lon } };
  return {
    actor: partyOf(actor),
    client: {
      userAgent: { rawUserAgent: userAgent ?? 'unknown', os: 'Unknown', browser: 'UNKNOWN' },
      zone: 'null',
      device: 'Unknown',
      id: actor instanceof ServiceApp ? actor.clientId : null,
      ipAddress: address,
      geographicalContext,
    },
    authenticationContext: { authenticationStep: 0, externalSessionId: 'unknown' },
    displayMessage: messages[eventType] ?? eventType.replaceAll(/[._]/g, ' '),
    eventType,
    outcome: denied === true ? { result: 'DENY', reason: 'Denied' } : { result: 'SUCCESS', reason: null },
    published: isoOf(at),
    securityContext: { asNumber, asOrg, isp: asOrg, domain: null, isProxy: false },
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
    request: { ipChain: [{ ip: address, geographicalContext, version: 'V4', source: null }] },
    target: [target ?? []].flat().map((one) => ({ ...one, alternateId: 'unknown', detailEntry: null })),
  };
}
