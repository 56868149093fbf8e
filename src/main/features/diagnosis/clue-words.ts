import { clip } from '../../../shared/clip.ts';
import type { ClueId, ClueLine } from '../../../shared/contract/diagnosis.ts';
import { asSentence, series } from '../../../shared/listed.ts';
import { words as oktaWords } from '../../okta/words.ts';
import { type Clues, isUnknown, questions } from './clues.ts';
import { clockToleranceMs } from './common-causes.ts';
import { day, howLong, moment, time } from './times.ts';
import { words } from './words.ts';

type Said = readonly [state: ClueLine['state'], detail: string];

/** Returns the line of a running check. */
export const running = (id: ClueId): ClueLine => ({ id, state: 'running', title: questions[id], detail: '' });

/** Returns the line of a finished check, in words. */
export function lineOf(id: ClueId, clues: Clues, host: string): ClueLine {
  const clue = clues[id];
  const [state, detail]: Said =
    typeof clue === 'object' && clue !== null && isUnknown(clue)
      ? ['unknown', words.clues.notKnown(clue.why)]
      : (say[id](clues, host) ?? ['unknown', words.clues.notLookedAt]);
  return { id, state, title: questions[id], detail: clip(detail, 400) };
}

const say: Readonly<Record<ClueId, (clues: Clues, host: string) => Said | null>> = {
  shape: ({ shape }) =>
    shape === undefined
      ? null
      : shape.kind === 'token'
        ? ['ok', words.clues.yesShaped]
        : ['trouble', words.clues.shape(shape.length, shape.kind === 'other')],
  connected: ({ connected }) =>
    connected === undefined
      ? null
      : connected
        ? ['ok', words.clues.yes]
        : ['trouble', words.clues.noAdapterAddress],
  name: ({ name }) =>
    name === undefined
      ? null
      : name === 'not-found'
        ? ['trouble', words.clues.noAddressFound]
        : ['ok', name === 'found' ? words.clues.yes : words.clues.proxyLooksUp],
  proxy: ({ proxy }) =>
    proxy === undefined ? null : ['ok', proxy === null ? words.clues.noProxy : words.clues.yesThrough(proxy)],
  certificate: ({ certificate }) =>
    certificate === undefined || isUnknown(certificate)
      ? null
      : [
          certificate.publicIssuer ? 'ok' : 'trouble',
          words.clues.certificate(
            certificate.issuer,
            certificate.publicIssuer,
            day(certificate.validFrom),
            day(certificate.validTo),
          ),
        ],
  org: ({ org }, host) =>
    org === undefined
      ? null
      : org.kind === 'same'
        ? ['ok', words.clues.sameOrg(host)]
        : org.kind === 'another'
          ? ['trouble', words.clues.anotherOrg(host)]
          : ['trouble', unreachedWords(org)],
  clock: ({ clock }) => {
    if (clock === undefined || isUnknown(clock)) return null;
    const { aheadMs } = clock;
    return Math.abs(aheadMs) <= clockToleranceMs
      ? ['ok', words.clues.clockAgrees]
      : ['trouble', words.clues.clockOff(howLong(aheadMs), aheadMs > 0)];
  },
  again: ({ again }) =>
    again === undefined
      ? null
      : again.kind === 'accepted'
        ? ['ok', words.clues.yes]
        : again.retryAt !== null
          ? ['trouble', words.clues.waitingUntil(time(again.retryAt))]
          : ['trouble', words.clues.again(oktaWords.outcome[again.kind], again.status)],
  listed: ({ listed }) =>
    listed === undefined || isUnknown(listed)
      ? null
      : [listed.found ? 'ok' : 'trouble', words.clues.listed(listed.found, listed.by)],
  log: ({ log }) => {
    if (log === undefined || isUnknown(log)) return null;
    if (log.revoked !== null) {
      return ['trouble', words.clues.revoked(moment(log.revoked.at), log.revoked.actor)];
    }
    return log.outside === null
      ? ['ok', words.clues.nothingInLog(log.by)]
      : ['trouble', words.clues.refusedFrom(moment(log.outside.at), log.outside.address)];
  },
  owner: ({ owner }) =>
    owner === undefined || isUnknown(owner)
      ? null
      : [
          owner.status === 'ACTIVE' ? 'ok' : 'trouble',
          words.clues.ownerStatus(owner.login, owner.status, owner.by),
        ],
  roles: ({ roles }) =>
    roles === undefined || isUnknown(roles)
      ? null
      : roles.labels.length === 0
        ? ['trouble', words.clues.noRoles(roles.by)]
        : ['ok', words.clues.roles(series(roles.labels), roles.by)],
  zones: ({ zones }) => {
    if (zones === undefined || isUnknown(zones)) return null;
    const named = zones.names.length === 0 ? '' : ` (${series(zones.names)})`;
    const where = zones.address ?? words.clues.address;
    return {
      anywhere: ['ok', words.clues.anyAddress] as const,
      inside: ['ok', words.clues.inZonesNow(where, named)] as const,
      outside: ['trouble', words.clues.notInZones(where, named)] as const,
      'cannot-match': ['unknown', words.clues.addressNotKnown(named)] as const,
    }[zones.fit];
  },
  share: ({ share }) =>
    share === undefined || isUnknown(share)
      ? null
      : ['trouble', share.used === 'own' ? words.clues.ownLimit(share.by) : words.clues.orgLimit(share.by)],
};

function unreachedWords(org: NonNullable<Clues['org']>): string {
  if (!('status' in org)) return '';
  return asSentence(
    `${oktaWords.outcome[org.kind]}${org.status === null ? '' : words.clues.http(org.status)}`,
  );
}
