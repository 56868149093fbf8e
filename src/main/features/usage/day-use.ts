import { z } from 'zod';
import { isDenied, type UseEvent } from './log-event.ts';

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** Returns the number of days since 1970, UTC. */
export const dayOf = (at: number): number => Math.floor(at / dayMs);

type Counts = Map<string, number>;

/** One token's use on one UTC day. */
export interface DayUse {
  readonly day: number;
  total: number;
  denied: number;
  /** The first and the last event, ms since 1970. */
  first: number;
  last: number;
  /** Calls by UTC hour, with 24 entries. */
  readonly hours: number[];
  readonly types: Counts;
  readonly addresses: Counts;
  readonly countries: Counts;
  readonly networks: Counts;
  readonly programs: Counts;
  readonly outcomes: Counts;
}

/** The most names in each list of a day. Further names are counted together, so that a day's row stays small. */
const mostNames = 64;
const otherName = 'others';

/** Returns a day without a call. `day` counts days since 1970 in UTC. */
export const emptyDay = (day: number): DayUse => ({
  day,
  total: 0,
  denied: 0,
  first: Number.MAX_SAFE_INTEGER,
  last: 0,
  hours: new Array<number>(24).fill(0),
  types: new Map(),
  addresses: new Map(),
  countries: new Map(),
  networks: new Map(),
  programs: new Map(),
  outcomes: new Map(),
});

/** Adds `calls` to the count of `name`. */
function add(counts: Counts, name: string, calls = 1, most = mostNames): void {
  const known = counts.get(name);
  if (known !== undefined) counts.set(name, known + calls);
  else if (counts.size < most) counts.set(name, calls);
  else counts.set(otherName, (counts.get(otherName) ?? 0) + calls);
}

/** Counts one event of the day. */
export function count(use: DayUse, event: UseEvent): void {
  const hour = Math.floor((event.at % dayMs) / hourMs);
  use.total++;
  if (isDenied(event.result)) use.denied++;
  use.first = Math.min(use.first, event.at);
  use.last = Math.max(use.last, event.at);
  use.hours[hour] = (use.hours[hour] ?? 0) + 1;
  add(use.types, event.type);
  add(use.addresses, event.address);
  add(use.countries, event.country);
  add(use.networks, event.network);
  add(use.programs, event.program);
  add(use.outcomes, event.result);
}

const pairs = z.array(z.tuple([z.string(), z.number()]));

/** A sealed day. It has short names and pairs, because there is a row for each token and day. */
/** Returns a day in the short form that the vault keeps. */
export const packedDay = z.object({
  d: z.number(),
  n: z.number(),
  x: z.number(),
  f: z.number(),
  l: z.number(),
  h: z.array(z.number()).length(24),
  t: pairs,
  a: pairs,
  c: pairs,
  s: pairs,
  p: pairs,
  o: pairs,
});
export type PackedDay = z.infer<typeof packedDay>;

/** Returns a day's use in its short form for the vault. */
export const pack = (use: DayUse): PackedDay => ({
  d: use.day,
  n: use.total,
  x: use.denied,
  f: use.first,
  l: use.last,
  h: use.hours,
  t: [...use.types],
  a: [...use.addresses],
  c: [...use.countries],
  s: [...use.networks],
  p: [...use.programs],
  o: [...use.outcomes],
});

/** Returns a day from the short form that the vault keeps. */
export const unpack = (packed: PackedDay): DayUse => ({
  day: packed.d,
  total: packed.n,
  denied: packed.x,
  first: packed.f,
  last: packed.l,
  hours: packed.h,
  types: new Map(packed.t),
  addresses: new Map(packed.a),
  countries: new Map(packed.c),
  networks: new Map(packed.s),
  programs: new Map(packed.p),
  outcomes: new Map(packed.o),
});
