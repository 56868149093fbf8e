import { freezeWhole } from '../base/frozen.ts';
import type { VaultContents } from './vault-contents.ts';

interface Kept<R, V> {
  readonly row: R;
  readonly view: V;
}

/**
 * Keeps what a store made of each row, so that an unchanged row is not decrypted again. To open one sealed value takes about 20 µs, so a
 * list of 10,000 tokens took a second. The views are let go when the vault locks.
 */
export class RowViews<R extends { id: string }, V> {
  readonly #vault: VaultContents;
  readonly #byOpening = new WeakMap<object, Map<string, Kept<R, V>>>();

  constructor(vault: VaultContents) {
    this.#vault = vault;
  }

  /** Returns the view of a row. It calls `make` when the row is new or a column of it changed. The view is frozen. */
  of(row: R, make: (row: R) => V): V {
    const opening = this.#vault.opening();
    const kept = this.#byOpening.get(opening) ?? new Map<string, Kept<R, V>>();
    this.#byOpening.set(opening, kept);
    const known = kept.get(row.id);
    if (known !== undefined && areSame(known.row, row)) return known.view;
    const view = freezeWhole(make(row));
    kept.set(row.id, { row, view });
    return view;
  }

  /** Lets go of the views of rows that are not among `ids`. */
  keepOnly(ids: ReadonlySet<string>): void {
    const kept = this.#byOpening.get(this.#vault.opening());
    if (kept === undefined || kept.size === ids.size) return;
    for (const id of kept.keys()) if (!ids.has(id)) kept.delete(id);
  }
}

/** Returns whether two rows of one query have the same values. */
function areSame<R extends object>(a: R, b: R): boolean {
  for (const column in a) {
    const [one, other] = [a[column], b[column]];
    const same =
      one instanceof Uint8Array && other instanceof Uint8Array
        ? Buffer.compare(one, other) === 0
        : Object.is(one, other);
    if (!same) return false;
  }
  return true;
}
