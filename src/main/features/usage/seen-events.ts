/** How many of the latest events are remembered by name. */
const most = 3_000;

/**
 * The events last counted, so that none is counted twice when the log is read anew from a time. Bounded: what is forgotten moves `from`
 * on, the earliest time from which reading anew repeats nothing that is not remembered.
 */
export class SeenEvents {
  #entries: { id: string; at: number }[];
  #known: Set<string>;
  #from: number;

  constructor(entries: readonly (readonly [id: string, at: number])[], from: number) {
    this.#entries = entries.map(([id, at]) => ({ id, at }));
    this.#known = new Set(this.#entries.map(({ id }) => id));
    this.#from = from;
  }

  /** False when it was seen already. */
  isNew(id: string, at: number): boolean {
    if (this.#known.has(id)) return false;
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
      this.#from = Math.max(this.#from, at + 1);
    }
  }
}
