const shortLength = 12;
const shortOf = ({ id, at }: { id: string; at: number }): string => `${id.slice(0, shortLength)} ${at}`;

/** How many of the latest events are remembered by name. */
const most = 3_000;

/**
 * The events last counted, so that none is counted twice when the log is read anew from a time. Bounded: what is forgotten moves `from`
 * on, the earliest time from which reading anew repeats nothing that is not remembered.
 */
export class SeenEvents {
  #entries: { id: string; at: number }[];
  #known: Set<string>;
  /** Entries from when only the first 12 hex digits were kept, by those and the time. */
  readonly #short: Map<string, { id: string; at: number }>;
  #from: number;

  constructor(entries: readonly (readonly [id: string, at: number])[], from: number) {
    this.#entries = entries.map(([id, at]) => ({ id, at }));
    this.#known = new Set(this.#entries.map(({ id }) => id));
    this.#short = new Map(
      this.#entries.filter(({ id }) => id.length === shortLength).map((entry) => [shortOf(entry), entry]),
    );
    this.#from = from;
  }

  /** False when it was seen already. */
  isNew(id: string, at: number): boolean {
    if (this.#known.has(id)) return false;
    const short = this.#short.get(shortOf({ id, at }));
    if (short !== undefined) {
      // It stands for one event, the first that comes again; another one that shares its beginning was never counted.
      this.#short.delete(shortOf(short));
      this.#known.delete(short.id);
      short.id = id;
      this.#known.add(id);
      return false;
    }
    if (this.#from === 0) this.#from = at;
    this.#known.add(id);
    this.#entries.push({ id, at });
    if (this.#entries.length >= 2 * most) this.#trim();
    return true;
  }

  /** What to keep. */
  state(): { seen: [string, number][]; seenFrom: number } {
    this.#trim();
    return { seen: this.#entries.map(({ id, at }) => [id, at]), seenFrom: this.#from };
  }

  #trim(): void {
    const forgotten = this.#entries.splice(0, Math.max(0, this.#entries.length - most));
    for (const { id, at } of forgotten) {
      this.#known.delete(id);
      this.#short.delete(shortOf({ id, at }));
      this.#from = Math.max(this.#from, at + 1);
    }
  }
}
