const shortLength = 12;
const shortOf = ({ id, at }: { id: string; at: number }): string => `${id.slice(0, shortLength)} ${at}`;

/** The most events whose ids are remembered. */
const most = 3_000;

/**
 * Remembers the last counted events, so that reading the log again from a time counts none of them twice. Its size is bounded. Forgetting
 * an event moves `from` forward. Reading again from `from` repeats only remembered events.
 */
export class SeenEvents {
  #entries: { id: string; at: number }[];
  #known: Set<string>;
  /** Entries of an earlier version, which kept only the first 12 hex digits. The key is these digits and the time. */
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

  /** Returns false when the event was seen already. */
  isNew(id: string, at: number): boolean {
    if (this.#known.has(id)) return false;
    const short = this.#short.get(shortOf({ id, at }));
    if (short !== undefined) {
      // A short entry is one event: the first one that returns. Another event with the same beginning was never counted.
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

  /** Returns the state to keep. */
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
