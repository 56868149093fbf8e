/** An item's requests for its place (Electron, docs/api/menu-item.md; docs/api/menu.md, "Menu item position"). */
export interface Placed {
  readonly type?: string;
  readonly id?: string;
  readonly visible?: boolean;
  readonly before?: readonly string[];
  readonly after?: readonly string[];
  readonly beforeGroupContaining?: readonly string[];
  readonly afterGroupContaining?: readonly string[];
}

const separates = (item: Placed): boolean =>
  item.type === 'separator' &&
  [item.before, item.after, item.beforeGroupContaining, item.afterGroupContaining].every(
    (ids) => ids === undefined,
  );

const groupWith = (groups: readonly Placed[][], id: string, besides: readonly Placed[]): number =>
  groups.findIndex((group) => group !== besides && group.some((item) => item.id === id));

/** Returns 0 to `count - 1`, each after those in its `firsts`, otherwise in the old order. Breaks a circle where it meets it. */
function arranged(count: number, firsts: (n: number) => readonly number[]): number[] {
  const order = new Set<number>();
  const met = new Set<number>();
  const place = (n: number) => {
    if (met.has(n)) return;
    met.add(n);
    for (const first of firsts(n)) place(first);
    order.add(n);
  };
  for (let n = 0; n < count; n++) place(n);
  return [...order];
}

/** Orders the items within a group by their requests. */
function inOrder<T extends Placed>(group: readonly T[]): T[] {
  const at = new Map(group.map((item, n) => [item.id, n]));
  const firsts = group.map((): number[] => []);
  for (const [n, item] of group.entries()) {
    for (const id of item.before ?? []) {
      const other = at.get(id);
      if (other !== undefined) firsts[other]?.push(n);
    }
    for (const id of item.after ?? []) {
      const other = at.get(id);
      if (other !== undefined) firsts[n]?.push(other);
    }
  }
  return arranged(group.length, (n) => firsts[n] ?? []).flatMap((n) => group[n] ?? []);
}

/** Moves a group to the end of another one, when an item asks for a place beside an item there. */
function mergeOne(groups: Placed[][]): boolean {
  for (const [n, group] of groups.entries()) {
    const wanted = group.flatMap(({ before = [], after = [] }) => [...before, ...after]);
    const other = wanted.map((id) => groupWith(groups, id, group)).find((at) => at >= 0);
    if (other === undefined) continue;
    groups[other]?.push(...group);
    groups.splice(n, 1);
    return true;
  }
  return false;
}

/** Returns the items of a template in the requested order: groups between separators, each in order, then the groups. */
export function inMenuOrder<T extends Placed>(items: readonly T[]): T[] {
  const separators = items.filter(separates);
  const groups: T[][] = [[]];
  for (const item of items) {
    if (separates(item)) groups.push([]);
    else groups.at(-1)?.push(item);
  }
  const filled = groups.filter((group) => group.length > 0);
  while (mergeOne(filled));
  const sorted = filled.map(inOrder);
  const firsts = sorted.map((): number[] => []);
  for (const [n, group] of sorted.entries()) {
    // The first request that can be met decides the group's place.
    for (const { beforeGroupContaining = [], afterGroupContaining = [] } of group) {
      const before = beforeGroupContaining.map((id) => groupWith(sorted, id, group)).find((at) => at >= 0);
      const after = afterGroupContaining.map((id) => groupWith(sorted, id, group)).find((at) => at >= 0);
      if (before !== undefined) firsts[before]?.push(n);
      else if (after !== undefined) firsts[n]?.push(after);
      else continue;
      break;
    }
  }
  return arranged(sorted.length, (n) => firsts[n] ?? []).flatMap((n, place) => [
    ...(place === 0 ? [] : [separators[place - 1] ?? ({ type: 'separator' } as T)]),
    ...(sorted[n] ?? []),
  ]);
}

/** Removes separators that separate nothing: beside another one, and at the ends. A hidden one stays. */
export function withoutSpareSeparators<T extends Placed>(items: readonly T[]): T[] {
  const shows = (item: T | undefined) => item?.type === 'separator' && item.visible !== false;
  const single = items.filter((item, n) => !shows(item) || items[n - 1]?.type !== 'separator');
  return single.filter((item, n) => !shows(item) || (n > 0 && n < single.length - 1));
}
