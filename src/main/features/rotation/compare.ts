import { clip, cut } from '../../../shared/clip.ts';
import type { Comparison, Confirmation, Difference, Probe, Side } from '../../../shared/contract/rotation.ts';
import type { Role, TestFacts } from '../../../shared/contract/testing.ts';
import { listed, series } from '../../../shared/listed.ts';
import { words } from './words.ts';

/** The standard role that may do everything. No other role is surely broader or narrower than another. */
const everything = 'SUPER_ADMIN';

const roleKey = (role: Role): string => `${role.type} ${role.type === 'CUSTOM' ? role.label : ''}`;
const roleWords = (roles: readonly Role[] | null): string =>
  roles === null
    ? words.compare.notKnown
    : roles.length === 0
      ? words.compare.noAdminRole
      : cut(series(roles.map(({ label }) => label)), 300);

/** Returns how the new roles differ from the old ones, as sets. More roles are broader, and fewer are narrower. */
export function compareRoles(old: readonly Role[] | null, fresh: readonly Role[] | null): Difference {
  if (old === null || fresh === null) return 'unknown';
  const before = new Set(old.map(roleKey));
  const after = new Set(fresh.map(roleKey));
  const more = [...after].filter((role) => !before.has(role));
  const fewer = [...before].filter((role) => !after.has(role));
  if (more.length === 0 && fewer.length === 0) return 'same';
  // A super admin may do everything, no matter which other roles it has.
  const wasAll = old.some(({ type }) => type === everything);
  const isAll = fresh.some(({ type }) => type === everything);
  if (wasAll !== isAll) return isAll ? 'broader' : 'narrower';
  if (wasAll) return 'same';
  if (fewer.length === 0) return 'broader';
  return more.length === 0 ? 'narrower' : 'changed';
}

type Network = TestFacts['network'];

/** Names of network zones by their ids, as far as Keyturn could read them. */
export type ZoneNames = ReadonlyMap<string, string>;

const networkWords = (network: Network, names: ZoneNames): string => {
  if (network === null) return words.compare.notKnown;
  if (network.connection === 'ANYWHERE') return words.compare.anyAddress;
  const list = (ids: readonly string[]) => series(ids.map((id) => names.get(id) ?? id));
  const parts = [
    network.include.length > 0 ? words.compare.only(list(network.include)) : '',
    network.exclude.length > 0 ? words.compare.not(list(network.exclude)) : '',
  ].filter(Boolean);
  return clip(words.compare.zones(parts), 300);
};

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));
const within = (inner: readonly string[], outer: readonly string[]): boolean =>
  inner.every((one) => outer.includes(one));

/** Returns how the new network restriction differs. Fewer zones or one more exclusion is narrower. */
export function compareNetworks(old: Network, fresh: Network): Difference {
  if (old === null || fresh === null) return 'unknown';
  const [wasAny, isAny] = [old.connection === 'ANYWHERE', fresh.connection === 'ANYWHERE'];
  if (wasAny && isAny) return 'same';
  if (wasAny !== isAny) return isAny ? 'broader' : 'narrower';
  if (sameSet(old.include, fresh.include) && sameSet(old.exclude, fresh.exclude)) return 'same';
  // An empty `include` beside an `exclude` means every address that is not excluded.
  const allows = (network: NonNullable<Network>) => (network.include.length === 0 ? null : network.include);
  const [was, is] = [allows(old), allows(fresh)];
  const fewerZones = is !== null && (was === null || within(is, was));
  const moreZones = was !== null && (is === null || within(was, is));
  const moreExcluded = within(old.exclude, fresh.exclude);
  const fewerExcluded = within(fresh.exclude, old.exclude);
  const sameZones = sameSet(was ?? [], is ?? []) && (was === null) === (is === null);
  if ((fewerZones || sameZones) && moreExcluded) return 'narrower';
  if ((moreZones || sameZones) && fewerExcluded) return 'broader';
  return 'changed';
}

const answerWords = {
  allowed: words.compare.allowed,
  denied: words.compare.notAllowed,
  unknown: words.compare.notKnown,
} as const;

function compareProbe(old: Probe | undefined, fresh: Probe | undefined): Difference {
  if (old === undefined || fresh === undefined || old.answer === 'unknown' || fresh.answer === 'unknown') {
    return 'unknown';
  }
  if (old.answer === fresh.answer) return 'same';
  return fresh.answer === 'allowed' ? 'broader' : 'narrower';
}

const probeWords = (one: Probe | undefined): string =>
  one === undefined
    ? words.compare.notAsked
    : one.answer === 'unknown'
      ? words.compare.notKnownWhy(one.why)
      : answerWords[one.answer];

/** The facts to compare. */
export interface Sides {
  /** The old token's side. It is null when the old token was revoked first and cannot be asked any more. */
  readonly old: Side | null;
  readonly fresh: Side;
  /** What an earlier test found about the old token. */
  readonly before: TestFacts | null;
  readonly orgHost: string;
  readonly at: number;
  readonly zones: ZoneNames;
}

/** Returns the old and the new token side by side, and what a person must confirm. Pure. */
export function compareSides({ old, fresh, before, orgHost, at, zones }: Sides): Comparison {
  const was = old?.test.facts.owner == null ? before : old.test.facts;
  const is = fresh.test.facts;
  const owner: Difference =
    was?.owner == null || is.owner === null ? 'unknown' : was.owner.id === is.owner.id ? 'same' : 'changed';
  const rows: Comparison['rows'] = [
    // Both values go only to the same origin, and Okta accepted the new value there.
    { name: words.compare.org, old: orgHost, new: orgHost, difference: 'same' },
    {
      name: words.compare.owner,
      old: was?.owner?.login ?? words.compare.notKnown,
      new: is.owner?.login ?? words.compare.notKnown,
      difference: owner,
    },
    {
      name: words.compare.roles,
      old: roleWords(was?.roles ?? null),
      new: roleWords(is.roles),
      difference: compareRoles(was?.roles ?? null, is.roles),
    },
    {
      name: words.compare.network,
      old: networkWords(was?.network ?? null, zones),
      new: networkWords(is.network, zones),
      difference: compareNetworks(was?.network ?? null, is.network),
    },
  ];
  for (const one of fresh.probes) {
    const other = old?.probes.find(({ family }) => family === one.family);
    rows.push({
      name: one.family,
      old: probeWords(other),
      new: probeWords(one),
      difference: compareProbe(other, one),
    });
  }

  const by = (difference: Difference) => rows.filter((row) => row.difference === difference);
  const confirm: { what: Confirmation; sentence: string }[] = [];
  const ask = (what: Confirmation, sentence: string) => confirm.push({ what, sentence: clip(sentence, 500) });
  if (owner === 'changed') {
    ask('other-owner', words.compare.otherOwner(is.owner?.login, was?.owner?.login));
  }
  const broader = by('broader');
  if (broader.length > 0) {
    ask('broader', words.compare.broader(listed(broader.map(({ name }) => name))));
  }
  const narrower = [
    ...by('narrower'),
    ...rows.filter((row) => row.difference === 'changed' && row.name !== words.compare.owner),
  ];
  if (narrower.length > 0) {
    const stops = narrower.filter(({ name }) => fresh.probes.some(({ family }) => family === name));
    ask(
      'narrower',
      stops.length > 0
        ? words.compare.cannotRead(listed(stops.map(({ name }) => name)))
        : words.compare.narrower(listed(narrower.map(({ name }) => name))),
    );
  }
  // A token that cannot read roles or zones usually never can. The probes then say what matters.
  const unknown = by('unknown').filter(
    ({ name }) => name !== words.compare.roles && name !== words.compare.network,
  );
  if (unknown.length > 0) {
    ask('unknown', words.compare.unknown(listed(unknown.map(({ name }) => name))));
  }
  if (old !== null && old.test.outcome.kind !== 'accepted') {
    ask('old-not-working', words.compare.oldNotWorking(old.test.outcome.word));
  }
  return { at, rows, confirm };
}
