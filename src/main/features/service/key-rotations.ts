import type { KeyRotation, ServiceApp } from '../../../shared/contract/service.ts';
import { Failed } from '../../base/failure.ts';
import { makeAppKey, openAppKey } from './app-key.ts';
import { type AppTestNeeds, type TestedApp, testApp } from './app-test.ts';
import { canMove, moved, needMove, noted } from './key-machine.ts';
import type { KeyRotationStore } from './key-rotation-store.ts';
import { answerTo, isKeyRefusal, judged } from './old-key-check.ts';
import type { ServiceStore } from './store.ts';
import { words } from './words.ts';

export interface KeyRotationNeeds extends AppTestNeeds {
  readonly store: ServiceStore;
  readonly keyRotations: KeyRotationStore;
  readonly transaction: <T>(work: () => T) => T;
  /** Returns an app with its own key, ready for a test. Throws Failed while a step is missing, or when the key does not open. */
  readonly tested: (appId: string) => TestedApp;
  /** Wipes the access tokens of an app. */
  readonly dropAccess: (appId: string) => void;
  /** The signal that a lock aborts. */
  readonly ending: () => AbortSignal;
  /** Writes a step into the record of activity. */
  readonly note: (appId: string, state: string, sentence: string, requestId: string | null) => void;
  /** Tells the window, and returns the app. */
  readonly changed: (appId: string) => ServiceApp;
}

/**
 * Replaces the key of an app without a moment in which the app has no key that works. Each step is one transaction, and the calls to Okta are
 * between the transactions. The app's own key stays in use until the switch. So a kill at any moment loses nothing. All methods throw Failed.
 */
export class KeyRotations {
  readonly #needs: KeyRotationNeeds;

  constructor(needs: KeyRotationNeeds) {
    this.#needs = needs;
  }

  /** Throws Failed `rotation` while the key of an app is being rotated. */
  refuseOpen(appId: string): void {
    if (this.#needs.keyRotations.openOf(appId) !== null) {
      throw new Failed('rotation', words.keyRotation.isRotated, words.keyRotation.finishOrEnd);
    }
  }

  /** Makes a second key pair and keeps it beside the app's own key. */
  async begin(appId: string): Promise<ServiceApp> {
    const { store, keyRotations, clock, transaction } = this.#needs;
    this.#needs.tested(appId);
    this.refuseOpen(appId);
    const { secret: made, publicKey } = await makeAppKey();
    using secret = made;
    const at = clock.now();
    transaction(() => {
      this.refuseOpen(appId);
      const oldKid = store.get(appId).facts?.kid ?? '';
      const sentence = words.keyRotation.made(publicKey.kid);
      const rotation: KeyRotation = {
        state: 'made',
        startedAt: at,
        endedAt: null,
        steps: [{ state: 'made', at, sentence }],
        oldKid,
        newKid: publicKey.kid,
        newJwk: publicKey.jwk,
        test: null,
        check: null,
      };
      keyRotations.add(appId, rotation, secret);
      this.#needs.note(appId, 'made', sentence, null);
    });
    return this.#needs.changed(appId);
  }

  /** Tests the app with its new key, while everything else goes on with the old one. Every answer from Okta is a result. */
  async test(appId: string): Promise<ServiceApp> {
    const before = needMove(this.#needs.keyRotations.openOf(appId), 'accept');
    const app = this.#needs.tested(appId);
    using secret = this.#needs.keyRotations.held(appId);
    const subject = { ...app, kid: before.newKid, key: openAppKey(secret) };
    const test = await testApp(this.#needs, subject, this.#needs.ending());
    const { outcome } = test;
    // Okta gave an access token if the test knows whether the app requires proofs. What the app may read is another question.
    const accepted = test.dpop !== null;
    return this.#step(appId, before, outcome.requestId, (now, at) => {
      if (accepted) return moved(now, 'accept', at, words.keyRotation.accepted(now.newKid), { test });
      const sentence = words.keyRotation.notAccepted(outcome.sentence);
      // An answer that is not about the key leaves what an earlier test found.
      return isKeyRefusal(outcome)
        ? moved(now, 'refuse', at, sentence, { test })
        : noted(now, at, sentence, { test });
    });
  }

  /** Tests the new key once more, and makes it the app's own. The old one is kept for the proof. */
  async switch(appId: string): Promise<ServiceApp> {
    const { store, keyRotations } = this.#needs;
    needMove(keyRotations.openOf(appId), 'switch');
    const { keyRotation } = await this.test(appId);
    const test = keyRotation?.test ?? null;
    if (test !== null && test.dpop === null) {
      throw new Failed('okta', words.keyRotation.notSwitched(test.outcome.sentence), test.outcome.remedy);
    }
    const before = needMove(keyRotations.openOf(appId), 'switch');
    const changed = this.#step(appId, before, null, (now, at) => {
      const next = moved(now, 'switch', at, words.keyRotation.switched(now.newKid));
      const { facts } = store.get(appId);
      using old = store.key(appId);
      using fresh = keyRotations.held(appId);
      if (facts === null || facts.kid !== now.oldKid) return needMove(null, 'switch');
      keyRotations.hold(appId, old);
      const key = { kid: now.newKid, jwk: now.newJwk, madeAt: now.startedAt, lastTest: now.test };
      store.replaceKey(appId, { ...facts, ...key }, fresh);
      return next;
    });
    this.#needs.dropAccess(appId);
    return changed;
  }

  /**
   * Asks Okta with the old key, and then with the new one. Destroys the old key when the two answers prove that Okta refuses it. Every answer
   * from Okta is a result.
   */
  async check(appId: string): Promise<ServiceApp> {
    const { client, clock, keyRotations } = this.#needs;
    const before = needMove(keyRotations.openOf(appId), 'prove');
    const signal = this.#needs.ending();
    const { origin, clientId, kid, key, job } = this.#needs.tested(appId);
    // One time for both assertions: a clock that is set right between the two answers must not look like a removed key.
    const now = clock.now();
    const ask = { client, clock: { now: () => now }, origin, clientId, scopes: job.scopes, signal };
    using secret = keyRotations.held(appId);
    const old = await answerTo({ ...ask, kid: before.oldKid, key: openAppKey(secret) });
    const fresh = isKeyRefusal(old) ? await answerTo({ ...ask, kid, key }) : null;
    return this.#step(appId, before, old.requestId, (now, at) => {
      const check = judged(new URL(origin).host, now.oldKid, old, fresh, at);
      if (!check.proven) return noted(now, at, check.sentence, { check });
      keyRotations.letGo(appId);
      return moved(now, 'prove', at, check.sentence, { check, endedAt: at });
    });
  }

  /** Undoes a key rotation before the switch. After the switch it ends the rotation without a proof. Destroys the second key. */
  end(appId: string): ServiceApp {
    const { keyRotations } = this.#needs;
    const open = keyRotations.openOf(appId);
    const move = open !== null && canMove(open, 'undo') ? 'undo' : 'give-up';
    const before = needMove(open, move);
    return this.#step(appId, before, null, (now, at) => {
      const sentence =
        move === 'undo' ? words.keyRotation.undone(now.newKid) : words.keyRotation.unproven(now.oldKid);
      keyRotations.letGo(appId);
      return moved(now, move, at, sentence, { endedAt: at });
    });
  }

  /** Makes the next record from the record on disk, and writes it in one transaction with its entry in the record of activity. */
  #step(
    appId: string,
    before: KeyRotation,
    requestId: string | null,
    make: (now: KeyRotation, at: number) => KeyRotation,
  ): ServiceApp {
    const { keyRotations, transaction, clock } = this.#needs;
    transaction(() => {
      const now = keyRotations.openOf(appId);
      // Another rotation may have begun while Okta answered.
      if (now?.newKid !== before.newKid) return needMove(null, 'accept');
      const next = make(now, clock.now());
      keyRotations.put(appId, next);
      const step = next.steps.at(-1);
      this.#needs.note(appId, next.state, step?.sentence ?? '', requestId);
      return next;
    });
    return this.#needs.changed(appId);
  }
}
