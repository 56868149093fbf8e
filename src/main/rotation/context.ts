import type { Rotation } from '../../shared/contract/rotation.ts';
import type { RotationNeeds } from './needs.ts';
import type { RotationStore } from './rotation-store.ts';

/** What every step of a rotation works with. */
export class RotationContext {
  readonly store: RotationStore;
  readonly needs: RotationNeeds;

  constructor(store: RotationStore, needs: RotationNeeds) {
    this.store = store;
    this.needs = needs;
  }

  now(): number {
    return this.needs.clock.now();
  }

  /** Writes the record and tells the window. */
  put(rotation: Rotation): Rotation {
    return this.step(() => rotation);
  }

  /** Makes and writes a rotation's next record in one transaction, then tells the window. */
  step(make: () => Rotation): Rotation {
    const rotation = this.store.transaction(() => {
      const next = make();
      const known = this.store.get(next.id).steps.length;
      this.store.put(next);
      for (const { at, sentence } of next.steps.slice(known)) this.needs.noteStep(next, at, sentence);
      return next;
    });
    this.needs.onChanged(rotation);
    return rotation;
  }
}
