import type { Rotation } from '../../../shared/contract/rotation.ts';
import type { RotationNeeds } from './needs.ts';
import type { RotationStore } from './store.ts';

/** What every step of a rotation needs. */
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

  /**
   * Makes the next record of a rotation from the record on disk, and writes it in one transaction. Then tells the window. Each new line
   * also goes into the record of activity.
   */
  step(id: string, make: (now: Rotation) => Rotation): Rotation {
    const rotation = this.store.transaction(() => {
      const now = this.store.get(id);
      const next = make(now);
      this.store.put(next);
      for (const step of next.steps) {
        if (!now.steps.includes(step)) this.needs.noteStep(next, step.at, step.sentence);
      }
      return next;
    });
    this.needs.onChanged(rotation);
    return rotation;
  }
}
