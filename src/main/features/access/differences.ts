import { clip } from '../../../shared/clip.ts';
import type { Comparison, Difference, Probe, Xray } from '../../../shared/contract/access.ts';
import { families } from './mapping.ts';
import { manageReach } from './reach.ts';

const stateWords = { allowed: 'Allowed', denied: 'Denied', unknown: 'Not known' } as const;
const changeWords = { yes: 'Yes', no: 'No', unknown: 'Not known' } as const;

/** One line for each role and each permission of a custom one, so that two lists can be compared. */
function roleWords(xray: Xray): string[] {
  return [
    ...new Set(
      (xray.roles ?? []).flatMap(({ label, type, permissions }) => [
        type === 'CUSTOM' ? `Custom role ${label}` : `Role ${label}`,
        ...(permissions ?? []).map((permission) => `Permission ${permission} (${label})`),
      ]),
    ),
  ];
}

const probeOf = (xray: Xray, id: string): Probe | undefined =>
  xray.probes.find(({ family }) => family === id);

/** What changed from one X-ray of a token to the next. What either could not tell is said to be not comparable, never lost. Pure. */
export function differencesOf(before: Xray, after: Xray): Difference[] {
  const found: Difference[] = [];
  const say = (kind: Difference['kind'], sentence: string) =>
    found.push({ kind, sentence: clip(sentence, 300) });
  if (before.fingerprint !== after.fingerprint) say('changed', 'The value of the token is another one.');
  if (before.owner !== null && after.owner !== null && before.owner.id !== after.owner.id) {
    say('changed', `Its owner is ${after.owner.login}, not ${before.owner.login}.`);
  }
  for (const { id, label } of families) {
    const [one, two] = [probeOf(before, id), probeOf(after, id)];
    if (one === undefined || two === undefined || one.state === two.state) continue;
    if (one.state === 'unknown' || two.state === 'unknown') {
      say(
        'not-comparable',
        `${label}: ${stateWords[one.state]} before, ${stateWords[two.state]} now. ${two.state === 'unknown' ? two.sentence : ''}`.trim(),
      );
    } else if (two.state === 'allowed') say('gained', `It may now read ${label}.`);
    else say('lost', `It may no longer read ${label}.`);
  }
  if (before.roles !== null && after.roles !== null) {
    const unopened = (xray: Xray) =>
      xray.roles?.filter((role) => role.type === 'CUSTOM' && role.permissions === null) ?? [];
    const hidden = new Set([...unopened(before), ...unopened(after)].map(({ label }) => label));
    const [one, two] = [roleWords(before), roleWords(after)];
    const comparable = (word: string) =>
      !word.startsWith('Permission') || ![...hidden].some((label) => word.endsWith(`(${label})`));
    for (const word of two.filter((each) => !one.includes(each) && comparable(each)))
      say('gained', `${word} is new.`);
    for (const word of one.filter((each) => !two.includes(each) && comparable(each)))
      say('lost', `${word} is gone.`);
  } else if ((before.roles === null) !== (after.roles === null)) {
    say('not-comparable', `The owner's roles could be read only ${after.roles === null ? 'before' : 'now'}.`);
  }
  if (before.network !== null && after.network !== null && networkWords(before) !== networkWords(after)) {
    say('changed', `Network restriction: ${networkWords(before)} before, ${networkWords(after)} now.`);
  }
  return found.slice(0, 60);
}

function networkWords({ network }: Xray): string {
  if (network === null) return 'Not known';
  if (network.connection === 'ANYWHERE') return 'Any address';
  const part = (words: string, ids: readonly string[]) =>
    ids.length === 0 ? [] : [`${words} ${ids.toSorted().join(', ')}`];
  return [...part('only', network.include), ...part('not', network.exclude)].join(', ') || 'Zones';
}

interface Side {
  readonly tokenId: string;
  readonly label: string;
  readonly orgHost: string;
  readonly xray: Xray;
}

/** Two tokens' X-rays side by side. Pure. */
export function comparisonOf(left: Side, right: Side): Comparison {
  const rows = families.flatMap(({ id, label, scope }) => {
    const [one, two] = [probeOf(left.xray, id), probeOf(right.xray, id)];
    const reads = row(
      `Read ${label}`,
      stateWords[one?.state ?? 'unknown'],
      stateWords[two?.state ?? 'unknown'],
    );
    if (scope.manage === null) return [reads];
    return [
      reads,
      row(
        `Change ${label}`,
        changeWords[manageReach(left.xray, id).is],
        changeWords[manageReach(right.xray, id).is],
      ),
    ];
  });
  rows.push(row('Network restriction', networkWords(left.xray), networkWords(right.xray)));
  rows.push(row('Owner', left.xray.owner?.login ?? 'Not known', right.xray.owner?.login ?? 'Not known'));
  const [leftRoles, rightRoles] = [roleWords(left.xray), roleWords(right.xray)];
  const access = rows.slice(0, -2);
  const apart = access.filter(({ same, comparable }) => comparable && !same).length;
  const unknown = access.filter(({ comparable }) => !comparable).length;
  const side = ({ tokenId, label, orgHost, xray }: Side) => ({ tokenId, label, orgHost, at: xray.at });
  return {
    left: side(left),
    right: side(right),
    sentence:
      (apart === 0
        ? 'As far as both are known, they reach the same.'
        : `They differ in ${apart} of ${access.length} kinds of access.`) +
      (unknown === 0 ? '' : ` ${unknown} cannot be compared, because one of them is not known.`),
    rows,
    onlyLeft: leftRoles.filter((word) => !rightRoles.includes(word)),
    onlyRight: rightRoles.filter((word) => !leftRoles.includes(word)),
  };
}

function row(label: string, left: string, right: string): Comparison['rows'][number] {
  const comparable = left !== 'Not known' && right !== 'Not known';
  return {
    label,
    left: clip(left, 80),
    right: clip(right, 80),
    same: comparable && left === right,
    comparable,
  };
}
