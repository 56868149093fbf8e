import { clip } from '../../../shared/clip.ts';
import type { Comparison, Difference, Probe, Xray } from '../../../shared/contract/access.ts';
import { series } from '../../../shared/listed.ts';
import { families } from './mapping.ts';
import { manageReach } from './reach.ts';
import { words } from './words.ts';

const { states, changes, notKnown } = words.differences;

/** Returns one line for each role and for each permission of a custom role, without the permissions of the roles in `hidden`. */
function roleLines(xray: Xray, hidden: ReadonlySet<string> = new Set()): string[] {
  return [
    ...new Set(
      (xray.roles ?? []).flatMap(({ label, type, permissions }) => [
        type === 'CUSTOM' ? words.differences.customRole(label) : words.differences.role(label),
        ...(hidden.has(label) ? [] : (permissions ?? [])).map((permission) =>
          words.differences.permission(permission, label),
        ),
      ]),
    ),
  ];
}

const probeOf = (xray: Xray, id: string): Probe | undefined =>
  xray.probes.find(({ family }) => family === id);

/**
 * Returns what changed from one X-ray of a token to the next. An access that one of the X-rays does not know is not comparable. It never
 * counts as lost. Pure.
 */
export function differencesOf(before: Xray, after: Xray): Difference[] {
  const found: Difference[] = [];
  const say = (kind: Difference['kind'], sentence: string) =>
    found.push({ kind, sentence: clip(sentence, 300) });
  if (before.fingerprint !== after.fingerprint) say('changed', words.differences.anotherValue);
  if (before.owner !== null && after.owner !== null && before.owner.id !== after.owner.id) {
    say('changed', words.differences.anotherOwner(after.owner.login, before.owner.login));
  }
  for (const { id, label } of families) {
    const [one, two] = [probeOf(before, id), probeOf(after, id)];
    if (one === undefined || two === undefined || one.state === two.state) continue;
    if (one.state === 'unknown' || two.state === 'unknown') {
      say(
        'not-comparable',
        words.differences.notComparable(
          label,
          states[one.state],
          states[two.state],
          two.state === 'unknown' ? two.sentence : '',
        ),
      );
    } else if (two.state === 'allowed') say('gained', words.differences.mayRead(label));
    else say('lost', words.differences.mayNotRead(label));
  }
  if (before.roles !== null && after.roles !== null) {
    const unopened = (xray: Xray) =>
      xray.roles?.filter((role) => role.type === 'CUSTOM' && role.permissions === null) ?? [];
    const hidden = new Set([...unopened(before), ...unopened(after)].map(({ label }) => label));
    const [one, two] = [roleLines(before, hidden), roleLines(after, hidden)];
    for (const line of two.filter((each) => !one.includes(each)))
      say('gained', words.differences.isNew(line));
    for (const line of one.filter((each) => !two.includes(each))) say('lost', words.differences.isGone(line));
  } else if ((before.roles === null) !== (after.roles === null)) {
    say(
      'not-comparable',
      after.roles === null ? words.differences.rolesOnlyBefore : words.differences.rolesOnlyNow,
    );
  }
  if (
    before.network !== null &&
    after.network !== null &&
    restrictionWords(before.network) !== restrictionWords(after.network)
  ) {
    say(
      'changed',
      words.differences.restriction(restrictionWords(before.network), restrictionWords(after.network)),
    );
  }
  return found.slice(0, 60);
}

/** Returns a network restriction in words. Zones have their ids there unless `nameOf` knows their names. */
export function restrictionWords(
  network: Xray['network'],
  nameOf: (zoneId: string) => string = (zoneId) => zoneId,
): string {
  if (network === null) return notKnown;
  if (network.connection === 'ANYWHERE') return words.differences.anyAddress;
  const part = (say: (zones: string) => string, ids: readonly string[]) =>
    ids.length === 0 ? [] : [say(series(ids.map(nameOf).toSorted()))];
  const { only, not, zones } = words.differences;
  return series([...part(only, network.include), ...part(not, network.exclude)]) || zones;
}

interface Side {
  readonly tokenId: string;
  readonly label: string;
  readonly orgHost: string;
  readonly xray: Xray;
}

/** Returns the X-rays of two tokens side by side. Pure. */
export function comparisonOf(left: Side, right: Side): Comparison {
  const rows = families.flatMap(({ id, label, scope }) => {
    const [one, two] = [probeOf(left.xray, id), probeOf(right.xray, id)];
    const reads = row(
      words.differences.read(label),
      states[one?.state ?? 'unknown'],
      states[two?.state ?? 'unknown'],
    );
    if (scope.manage === null) return [reads];
    return [
      reads,
      row(
        words.differences.change(label),
        changes[manageReach(left.xray, id).is],
        changes[manageReach(right.xray, id).is],
      ),
    ];
  });
  rows.push(
    row(
      words.differences.networkRestriction,
      restrictionWords(left.xray.network),
      restrictionWords(right.xray.network),
    ),
  );
  rows.push(
    row(words.differences.owner, left.xray.owner?.login ?? notKnown, right.xray.owner?.login ?? notKnown),
  );
  const [leftRoles, rightRoles] = [roleLines(left.xray), roleLines(right.xray)];
  const access = rows.slice(0, -2);
  const apart = access.filter(({ same, comparable }) => comparable && !same).length;
  const unknown = access.filter(({ comparable }) => !comparable).length;
  const side = ({ tokenId, label, orgHost, xray }: Side) => ({ tokenId, label, orgHost, at: xray.at });
  return {
    left: side(left),
    right: side(right),
    sentence: words.differences.compared(apart, access.length, unknown),
    rows,
    onlyLeft: leftRoles.filter((line) => !rightRoles.includes(line)),
    onlyRight: rightRoles.filter((line) => !leftRoles.includes(line)),
  };
}

function row(label: string, left: string, right: string): Comparison['rows'][number] {
  const comparable = left !== notKnown && right !== notKnown;
  return {
    label,
    left: clip(left, 80),
    right: clip(right, 80),
    same: comparable && left === right,
    comparable,
  };
}
