import type { ClueId, ClueLine } from '../../../shared/contract/diagnosis.ts';
import { words as oktaWords } from '../../okta/words.ts';
import { type Clues, isUnknown, questions } from './clues.ts';
import { clockToleranceMs } from './common-causes.ts';
import { day, howLong, moment, time } from './words.ts';

type Said = readonly [state: ClueLine['state'], detail: string];

/** The line of a check that has begun. */
export const running = (id: ClueId): ClueLine => ({ id, state: 'running', title: questions[id], detail: '' });

/** The line of a check that is done, in words. */
export function lineOf(id: ClueId, clues: Clues, host: string): ClueLine {
  const clue = clues[id];
  const [state, detail]: Said =
    typeof clue === 'object' && clue !== null && isUnknown(clue)
      ? ['unknown', `Not known: ${clue.why}.`]
      : (say[id](clues, host) ?? ['unknown', 'Not looked at.']);
  return { id, state, title: questions[id], detail: detail.slice(0, 400) };
}

const say: Readonly<Record<ClueId, (clues: Clues, host: string) => Said | null>> = {
  shape: ({ shape }) =>
    shape === undefined
      ? null
      : shape.kind === 'token'
        ? ['ok', 'Yes: 42 characters beginning with 00.']
        : [
            'trouble',
            `No: it has ${shape.length} characters${shape.kind === 'other' ? ' and does not begin as one' : ', a token has 42'}.`,
          ],
  connected: ({ connected }) =>
    connected === undefined ? null : connected ? ['ok', 'Yes.'] : ['trouble', 'No adapter has an address.'],
  name: ({ name }) =>
    name === undefined
      ? null
      : name === 'not-found'
        ? ['trouble', 'No address was found.']
        : ['ok', name === 'found' ? 'Yes.' : 'The proxy does that.'],
  proxy: ({ proxy }) =>
    proxy === undefined ? null : ['ok', proxy === null ? 'No, they go straight.' : `Yes, through ${proxy}.`],
  certificate: ({ certificate }) =>
    certificate === undefined || isUnknown(certificate)
      ? null
      : [
          certificate.publicIssuer ? 'ok' : 'trouble',
          `${certificate.issuer}, ${certificate.publicIssuer ? 'a' : 'no'} public authority; good from ${day(certificate.validFrom)} to ${day(certificate.validTo)}.`,
        ],
  org: ({ org }, host) =>
    org === undefined
      ? null
      : org.kind === 'same'
        ? ['ok', `${host} answers, and is the same org.`]
        : org.kind === 'another'
          ? ['trouble', `${host} answers as another org than before.`]
          : ['trouble', unreachedWords(org)],
  clock: ({ clock }) => {
    if (clock === undefined || isUnknown(clock)) return null;
    const { aheadMs } = clock;
    return Math.abs(aheadMs) <= clockToleranceMs
      ? ['ok', 'Yes, within two minutes.']
      : ['trouble', `No: it is ${howLong(aheadMs)} ${aheadMs > 0 ? 'ahead' : 'behind'}.`];
  },
  again: ({ again }) =>
    again === undefined
      ? null
      : again.kind === 'accepted'
        ? ['ok', 'Yes.']
        : again.retryAt !== null
          ? ['trouble', `Not before ${time(again.retryAt)}, so it was not made.`]
          : [
              'trouble',
              `No: ${oktaWords.outcome[again.kind]}${again.status === null ? '' : `, the account is ${again.status}`}.`,
            ],
  listed: ({ listed }) =>
    listed === undefined || isUnknown(listed)
      ? null
      : [listed.found ? 'ok' : 'trouble', `${listed.found ? 'Yes' : 'No'}; read with "${listed.by}".`],
  log: ({ log }) => {
    if (log === undefined || isUnknown(log)) return null;
    if (log.revoked !== null) {
      const by = log.revoked.actor === '' ? '' : ` by ${log.revoked.actor}`;
      return ['trouble', `Revoked on ${moment(log.revoked.at)}${by}.`];
    }
    return log.outside === null
      ? ['ok', `Nothing that would explain it; read with "${log.by}".`]
      : ['trouble', `Refused on ${moment(log.outside.at)}, from ${log.outside.address}.`];
  },
  owner: ({ owner }) =>
    owner === undefined || isUnknown(owner)
      ? null
      : [
          owner.status === 'ACTIVE' ? 'ok' : 'trouble',
          `${owner.login} is ${owner.status}; read with "${owner.by}".`,
        ],
  roles: ({ roles }) =>
    roles === undefined || isUnknown(roles)
      ? null
      : roles.labels.length === 0
        ? ['trouble', `None; read with "${roles.by}".`]
        : ['ok', `${roles.labels.join(', ')}; read with "${roles.by}".`],
  zones: ({ zones }) => {
    if (zones === undefined || isUnknown(zones)) return null;
    const named = zones.names.length === 0 ? '' : ` (${zones.names.join(', ')})`;
    const where = zones.address ?? 'This address';
    return {
      anywhere: ['ok', 'It may be used from any address.'] as const,
      inside: ['ok', `${where} is in them${named} by now.`] as const,
      outside: ['trouble', `No: ${where} is not in them${named}.`] as const,
      'cannot-match': [
        'unknown',
        `It is restricted to zones${named}; which address Okta sees is not known here.`,
      ] as const,
    }[zones.fit];
  },
  share: ({ share }) =>
    share === undefined || isUnknown(share)
      ? null
      : [
          'trouble',
          share.used === 'own'
            ? `This token's own; "${share.by}" is let in.`
            : `The org's; "${share.by}" is refused, too.`,
        ],
};

function unreachedWords(org: NonNullable<Clues['org']>): string {
  if (!('status' in org)) return '';
  return `${oktaWords.outcome[org.kind]}${org.status === null ? '' : `, HTTP ${org.status}`}.`;
}
