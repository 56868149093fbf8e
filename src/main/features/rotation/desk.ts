import type { Confirmation, ListedToken, Rotation } from '../../../shared/contract/rotation.ts';
import { Failed } from '../../base/failure.ts';
import type { Choices } from '../../capture/choices.ts';
import { addRotation } from './begin.ts';
import { beginToApp } from './begin-to-app.ts';
import { type Captured, capture, choose } from './capture-step.ts';
import { compare } from './compare-step.ts';
import { RotationContext } from './context.ts';
import { handOver, resume, undo } from './hand-over-step.ts';
import { type Change, moved, noted } from './machine.ts';
import type { RotationNeeds } from './needs.ts';
import { candidates, checkQuiet } from './quiet-step.ts';
import { end, putAside, revoke } from './revoke-step.ts';
import { runItem } from './run-step.ts';
import type { RotationStore } from './store.ts';
import { words } from './words.ts';

/**
 * Takes rotations from step to step, one step of a rotation at a time. Each step is one transaction of the vault, together with its proof.
 * Calls to Okta happen before or between transactions. A value that a later step needs stays on disk until its end is proven. So a kill at
 * any moment loses nothing. All methods throw Failed.
 */
export class RotationDesk {
  readonly #context: RotationContext;
  /** A second click waits for the first, and then finds that the step is no longer possible. */
  readonly #turns = new Map<string, Promise<unknown>>();
  readonly #running = new Set<AbortController>();
  /** Several captured values of a rotation, until the person chooses one. */
  readonly #choices = new Map<string, Choices>();

  constructor(store: RotationStore, needs: RotationNeeds) {
    this.#context = new RotationContext(store, needs);
  }

  list(): Rotation[] {
    return this.#context.store.list();
  }

  get(id: string): Rotation {
    return this.#context.store.get(id);
  }

  /** Returns whether a step of a rotation is working now. */
  get works(): boolean {
    return this.#running.size > 0;
  }

  /** Ends the running work that can end, and wipes the values that wait for a choice. Undoes nothing that is on disk. */
  cancelAll(): void {
    for (const id of [...this.#choices.keys()]) this.#hold(id, null);
    for (const controller of this.#running) controller.abort(new Failed('cancelled', words.desk.cancelled));
  }

  begin(tokenId: string): Rotation {
    return this.#context.store.transaction(() =>
      addRotation(this.#context, tokenId, { mode: 'usual', state: 'planned' }, words.desk.planned),
    );
  }

  /** Plans the revoke of a token whose job an OAuth service app took over. */
  beginToApp(tokenId: string): Promise<Rotation> {
    return beginToApp(this.#context, tokenId);
  }

  /** Revokes a leaked token at once, and continues with its replacement. The intent is on disk before the call to Okta. */
  async replaceNow(tokenId: string): Promise<Rotation> {
    const begun = this.#context.store.transaction(() =>
      addRotation(this.#context, tokenId, { mode: 'leaked', state: 'revoking' }, words.desk.replaceNow),
    );
    return this.revoke(begun.id);
  }

  capture(id: string, typed: string | null): Promise<Captured> {
    return this.#inTurn(id, 'capturing', async () => {
      const held: { choices: Choices | null } = { choices: null };
      const done = await capture(this.#context, id, typed, (choices) => {
        held.choices = choices;
      });
      this.#hold(id, held.choices);
      return done;
    });
  }

  /** Keeps one of several captured values. Throws Failed `not-found`. */
  choose(id: string, fingerprint: string): Promise<Captured> {
    return this.#inTurn(id, 'capturing', async () => {
      const done = await choose(this.#context, id, this.#choices.get(id) ?? null, fingerprint);
      this.#hold(id, null);
      return done;
    });
  }

  compare(id: string): Promise<Rotation> {
    return this.#inTurn(id, 'comparing', (signal) => compare(this.#context, id, signal));
  }

  handOver(id: string, confirm: readonly Confirmation[]): Promise<Rotation> {
    return this.#inTurn(id, words.desk.handingOver, () => handOver(this.#context, id, confirm));
  }

  runItem(id: string, itemId: string): Promise<Rotation> {
    return this.#inTurn(id, 'running', () => runItem(this.#context, id, itemId));
  }

  checkQuiet(id: string): Promise<Rotation> {
    return this.#inTurn(id, 'checking', () => checkQuiet(this.#context, id));
  }

  candidates(id: string): Promise<ListedToken[]> {
    return candidates(this.#context, id);
  }

  revoke(id: string, insist?: string): Promise<Rotation> {
    return this.#inTurn(id, 'revoking', () => revoke(this.#context, id, insist));
  }

  undo(id: string): Promise<Rotation> {
    return this.#inTurn(id, '', async () => undo(this.#context, id));
  }

  resume(id: string): Promise<Rotation> {
    return this.#inTurn(id, '', async () => resume(this.#context, id));
  }

  end(id: string, newToken: 'revoke' | 'forget' | undefined): Promise<Rotation> {
    return this.#inTurn(id, 'ending', () => end(this.#context, id, newToken));
  }

  putAside(id: string, newToken: 'revoke' | 'forget'): Promise<Rotation> {
    return this.#inTurn(id, 'ending', () => putAside(this.#context, id, newToken));
  }

  /** Finishes the handover of a leaked token's replacement. */
  finish(id: string): Promise<Rotation> {
    return this.#inTurn(id, '', async () => {
      const at = this.#context.now();
      return this.#context.step(id, (now) => moved(now, 'finish', at, words.desk.replaced, { endedAt: at }));
    });
  }

  /** Changes an open rotation without a step. A sentence adds a line to its record. */
  note(id: string, sentence: string, change: (rotation: Rotation) => Change): Rotation {
    return this.#context.step(id, (now) => {
      if (now.endedAt !== null) throw new Failed('rotation', words.desk.ended);
      const made = change(now);
      return sentence === '' ? { ...now, ...made } : noted(now, this.#context.now(), sentence, made);
    });
  }

  #hold(id: string, choices: Choices | null): void {
    this.#choices.get(id)?.wipe();
    if (choices === null) this.#choices.delete(id);
    else this.#choices.set(id, choices);
  }

  #inTurn<T>(id: string, doing: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    const { onBusy } = this.#context.needs;
    const mine = (this.#turns.get(id) ?? Promise.resolve()).then(async () => {
      this.#running.add(controller);
      if (doing !== '') onBusy(id, doing);
      try {
        return await work(controller.signal);
      } finally {
        this.#running.delete(controller);
        if (doing !== '') onBusy(id, '');
      }
    });
    this.#turns.set(
      id,
      mine.catch(() => undefined),
    );
    return mine;
  }
}
