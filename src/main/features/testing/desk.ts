import { randomUUID } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { clip, cut } from '../../../shared/clip.ts';
import type { Outcome } from '../../../shared/contract/outcome.ts';
import type { Check, TestRecord } from '../../../shared/contract/testing.ts';
import { Failed } from '../../base/failure.ts';
import { JoinedSignal } from '../../base/joined-signal.ts';
import type { Clock } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import type { Publisher } from '../../ipc/router.ts';
import type { OktaClient } from '../../okta/client.ts';
import { isConcurrency } from '../../okta/rate-limits.ts';
import { runTest, type TestOptions } from './checks.ts';
import { KeptTogether } from './kept-together.ts';
import { testAll } from './test-all.ts';
import { words } from './words.ts';

/** What a test needs from a kept token. The desk wipes the secret. */
export interface Testable {
  readonly origin: string;
  readonly secret: Secret;
  /** Returns what is known of this value. It is called while Okta answers. */
  readonly known: TestOptions['known'];
}

/** A kept token's value when its test begins. */
export interface KeptTestable extends Testable {
  readonly valueNo: number;
}

export interface TestNeeds {
  readonly client: OktaClient;
  readonly clock: Clock;
  readonly publish: Publisher['publish'];
  /** Returns what a test of the token needs. Throws Failed when the token is gone or cannot be decrypted. */
  readonly testable: (tokenId: string) => KeptTestable;
  /** Returns every token that can be tested, with the origin of its calls. */
  readonly all: () => { tokenId: string; origin: string }[];
  /** Returns the other credentials that Test all tests, with the origin of their calls. Each keeps its own result. */
  readonly others: () => { origin: string; run: (signal: AbortSignal) => Promise<unknown> }[];
  /** Returns whether this is still the token's value. A person may have pasted another value while Okta answered. */
  readonly isPresent: (tokenId: string, valueNo: number) => boolean;
  /** Runs `work` as one transaction. An inner call is a part that can fail alone. */
  readonly transaction: (work: () => void) => void;
  /** Keeps the result of a test of this value. It is called within a transaction. */
  readonly keep: (tokenId: string, record: TestRecord, valueNo: number) => void;
  /** Called when the result is on the disk. */
  readonly onKept?: (tokenId: string, record: TestRecord) => void;
  /** Called when there is no result, or when a result could not be kept. */
  readonly onTrouble: (error: unknown) => void;
}

/** One frame at 60 Hz. Nobody sees a change that is shorter. */
const frameMs = 16;

/** What a test is about: a kept token or a draft. */
interface Subject {
  readonly jobId: string;
  readonly tokenId: string | null;
  readonly draftId: string | null;
}

type JobKind = 'test' | 'test-all';
type JobState = 'running' | 'waiting' | 'done' | 'cancelled';

/** Runs tests as jobs. A method starts a job, events follow it, and a cancel, a lock or the result ends it. */
export class TestDesk {
  readonly #needs: TestNeeds;
  readonly #jobs = new Map<string, AbortController>();
  readonly #keeping: KeptTogether;

  constructor(needs: TestNeeds) {
    this.#needs = needs;
    this.#keeping = new KeptTogether(needs.transaction);
  }

  /** Tests one kept token. Throws Failed at once when the token cannot be read. */
  testToken(tokenId: string): string {
    const testable = this.#needs.testable(tokenId);
    return this.#start('test', 1, async (jobId, signal, report) => {
      if ((await this.#testKept(jobId, tokenId, testable, signal)) !== null) report(1);
    });
  }

  /**
   * Tests one kept token for another feature. Keeps the result and resolves with it. Rejects with Failed when the token cannot be read or
   * the test was cancelled, and with the signal's reason.
   */
  async tested(tokenId: string, signal: AbortSignal): Promise<TestRecord> {
    const testable = this.#needs.testable(tokenId);
    const record = await this.#within(signal, (jobId, own) => this.#testKept(jobId, tokenId, testable, own));
    signal.throwIfAborted();
    if (record === null) throw new Failed('cancelled', words.desk.testCancelled);
    return record;
  }

  /** Tests the value that the wizard captured. `onResult` gets the record before the window does. */
  testDraft(draftId: string, testable: Testable, onResult: (record: TestRecord) => void): string {
    return this.#start('test', 1, async (jobId, signal, report) => {
      const record = await this.#run({ jobId, tokenId: null, draftId }, testable, signal);
      if (signal.aborted) return;
      onResult(record);
      this.#needs.publish('testFinished', { jobId, tokenId: null, draftId, record });
      report(1);
    });
  }

  /**
   * Tests a value for another feature, which keeps the record and wipes the secret. With `shown`, the window sees the checks like those of
   * a draft. Rejects when aborted.
   */
  testValue(draftId: string, testable: Testable, signal: AbortSignal, shown: boolean): Promise<TestRecord> {
    const subject = { jobId: randomUUID(), tokenId: null, draftId };
    return this.#run(subject, testable, signal, shown);
  }

  /** Tests every readable token and the other credentials, with the orgs at the same time. */
  testAll(): string {
    const all = [
      ...this.#needs.all().map(({ tokenId, origin }) => ({
        origin,
        run: async (signal: AbortSignal, answered: () => void): Promise<boolean> =>
          (await this.#within(signal, (ownId, own) =>
            this.#testKept(ownId, tokenId, this.#needs.testable(tokenId), own, answered),
          )) !== null,
      })),
      ...this.#needs.others().map(({ origin, run }) => ({
        origin,
        run: (signal: AbortSignal): Promise<boolean> => run(signal).then(() => true),
      })),
    ];
    return this.#start('test-all', all.length, async (_jobId, signal, report) => {
      let finished = 0;
      const { client, clock } = this.#needs;
      const crowded = new Set<string>();
      const stopListening = client.onAnswer(({ origin, status, rateLimit }) => {
        if (status === 429 && isConcurrency(rateLimit)) crowded.add(origin);
      });
      // The first waits and troubles come at once, so this waits until the method has returned the id.
      await turn();
      await testAll({
        items: all,
        clock,
        signal,
        limitsOf: (origin) => client.rateLimitsOf(origin),
        isCrowded: (origin) => crowded.has(origin),
        run: ({ run }, answered) => run(signal, answered),
        onFinished: () => {
          finished += 1;
          report(finished);
        },
        onWait: (note) => report(finished, 'waiting', note),
        onTrouble: this.#needs.onTrouble,
      }).finally(stopListening);
    });
  }

  /** Ends a job. The results so far stay. The id of a single test ends only that test, also within Test all. */
  cancel(jobId: string): void {
    this.#jobs.get(jobId)?.abort(new Failed('cancelled', words.desk.cancelled));
  }

  /** Ends every job, and keeps what was tested. The vault may lock after it. */
  cancelAll(): void {
    for (const jobId of [...this.#jobs.keys()]) this.cancel(jobId);
    this.#keeping.flush();
  }

  #start(
    kind: JobKind,
    total: number,
    work: (
      jobId: string,
      signal: AbortSignal,
      report: (finished: number, state?: JobState, note?: string) => void,
    ) => Promise<void>,
  ): string {
    const jobId = randomUUID();
    const controller = new AbortController();
    this.#jobs.set(jobId, controller);
    let last = 0;
    let trouble = '';
    const report = (finished: number, state: JobState = 'running', note = ''): void => {
      last = finished;
      this.#needs.publish('jobChanged', { jobId, kind, state, finished, total, note: clip(note, 300) });
    };
    const run = async (): Promise<void> => {
      try {
        // The call to Okta starts first. Sending it takes a turn of its own, in which the window gets the message.
        const working = work(jobId, controller.signal, report);
        working.catch(() => undefined);
        await turn();
        report(last);
        await working;
      } catch (error) {
        if (!controller.signal.aborted) {
          trouble = troubleWords(error);
          this.#needs.onTrouble(error);
        }
      } finally {
        this.#jobs.delete(jobId);
        // A cancel that comes when all results are on their way to the disk ends nothing.
        report(last, controller.signal.aborted && last < total ? 'cancelled' : 'done', trouble);
      }
    };
    // All events come in a later turn. The method returns the id before, so that the window knows which job the events belong to.
    void run();
    return jobId;
  }

  /** Runs one test within Test all as a job of its own, so that a cancel leaves the others running. Returns null when it was cancelled. */
  async #within(
    all: AbortSignal,
    work: (jobId: string, signal: AbortSignal) => Promise<TestRecord | null>,
  ): Promise<TestRecord | null> {
    const jobId = randomUUID();
    const controller = new AbortController();
    using end = new JoinedSignal(all, controller.signal);
    this.#jobs.set(jobId, controller);
    let note = '';
    let record: TestRecord | null = null;
    try {
      record = await work(jobId, end.signal);
      return record;
    } catch (error) {
      if (controller.signal.aborted) return null;
      if (!all.aborted) note = troubleWords(error);
      throw error;
    } finally {
      this.#jobs.delete(jobId);
      // A result that was kept is no cancelled test, even if the cancel came before the disk had written it.
      const cancelled = record === null && (all.aborted || controller.signal.aborted);
      this.#needs.publish('jobChanged', {
        jobId,
        kind: 'test',
        state: cancelled ? 'cancelled' : 'done',
        finished: cancelled || note !== '' ? 0 : 1,
        total: 1,
        note,
      });
    }
  }

  async #testKept(
    jobId: string,
    tokenId: string,
    testable: KeptTestable,
    signal: AbortSignal,
    answered: (() => void) | null = null,
  ): Promise<TestRecord | null> {
    const { valueNo } = testable;
    const record = await this.#runAndWipe({ jobId, tokenId, draftId: null }, testable, signal);
    if (signal.aborted) return null;
    // The result is shown first, so that the window draws it while the disk writes.
    if (this.#needs.isPresent(tokenId, valueNo)) {
      this.#needs.publish('testFinished', { jobId, tokenId, draftId: null, record });
    }
    const onDisk = this.#keeping.add(() => this.#needs.keep(tokenId, record, valueNo));
    if (answered === null) this.#keeping.flush();
    else answered();
    await onDisk;
    this.#needs.onKept?.(tokenId, record);
    return record;
  }

  async #runAndWipe(subject: Subject, testable: Testable, signal: AbortSignal): Promise<TestRecord> {
    using _secret = testable.secret;
    return await this.#run(subject, testable, signal);
  }

  #run(subject: Subject, testable: Testable, signal: AbortSignal, shown = true): Promise<TestRecord> {
    // Checks that end at the same moment go to the window as one message. Checks that the record will contain anyway are not sent. Roles
    // and the token's own data usually arrive together. They wait for each other, because drawing one of them would only delay the record.
    const unsaid = new Map<Check['id'], Check>();
    let answer: Outcome | null = null;
    let told: Outcome | null = null;
    let telling: (() => void) | null = null;
    const tell = (): void => {
      telling = null;
      told = answer;
      this.#needs.publish('testProgress', { ...subject, checks: [...unsaid.values()], answer });
      unsaid.clear();
    };
    return runTest({
      client: this.#needs.client,
      clock: this.#needs.clock,
      origin: testable.origin,
      secret: testable.secret,
      known: testable.known,
      signal,
      onCheck: (check) => {
        if (!shown) return;
        unsaid.set(check.id, check);
        telling ??= told === null ? soon(tell) : withinAFrame(tell);
      },
      onAnswer: (said) => {
        answer = said;
      },
    }).finally(() => {
      telling?.();
    });
  }
}

/** Both functions run `work` later. The returned function cancels it. */
function soon(work: () => void): () => void {
  const due = setImmediate(work);
  return () => clearImmediate(due);
}
function withinAFrame(work: () => void): () => void {
  const due = setTimeout(work, frameMs);
  return () => clearTimeout(due);
}

/**
 * Returns why a test has no result or was not kept, in a sentence or two. For an error that is not a Failed, it is a general sentence, and
 * the details are in the log.
 */
function troubleWords(error: unknown): string {
  if (!(error instanceof Failed)) return words.desk.wentWrong;
  const { sentence, remedy } = error.failure;
  return cut(`${sentence} ${remedy}`.trim(), 300);
}
