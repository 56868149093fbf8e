/** One result on its way to the disk. */
interface Due {
  readonly keep: () => void;
  readonly kept: () => void;
  readonly failed: (error: unknown) => void;
}

/** The shortest time between two transactions. A commit waits for the disk, and main does nothing else meanwhile. */
const leastMs = 50;

/**
 * Keeps results that come shortly after one another in one transaction, because the disk takes as long for one as for twenty. A result that
 * comes alone is kept in the next turn. One that cannot be kept does not stop the others.
 */
export class KeptTogether {
  readonly #transaction: (work: () => void) => void;
  #due: Due[] = [];
  #cancel: (() => void) | null = null;
  #last = Number.NEGATIVE_INFINITY;

  /** `transaction` runs its work as one transaction; an inner call is a part that can fail alone. */
  constructor(transaction: (work: () => void) => void) {
    this.#transaction = transaction;
  }

  /** Keeps what `keep` writes. Resolves when it is on the disk. Rejects with the reason when it could not be kept. */
  add(keep: () => void): Promise<void> {
    return new Promise((kept, failed) => {
      this.#due.push({ keep, kept, failed });
      this.#cancel ??= later(this.#last + leastMs - performance.now(), () => this.flush());
    });
  }

  /** Keeps at once what is due, for example before a lock. */
  flush(): void {
    this.#cancel?.();
    this.#cancel = null;
    const due = this.#due;
    this.#due = [];
    if (due.length === 0) return;
    const errors = new Map<Due, unknown>();
    try {
      this.#transaction(() => {
        for (const one of due) {
          try {
            this.#transaction(one.keep);
          } catch (error) {
            errors.set(one, error);
          }
        }
      });
    } catch (error) {
      for (const one of due) errors.set(one, errors.get(one) ?? error);
    }
    this.#last = performance.now();
    // Nothing counts as kept before the whole transaction is on the disk.
    for (const one of due) {
      if (errors.has(one)) one.failed(errors.get(one));
      else one.kept();
    }
  }
}

function later(ms: number, work: () => void): () => void {
  if (ms <= 0) {
    const due = setImmediate(work);
    return () => clearImmediate(due);
  }
  const due = setTimeout(work, ms);
  return () => clearTimeout(due);
}
