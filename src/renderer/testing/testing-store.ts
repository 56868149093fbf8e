import { create } from 'zustand';
import type { EventPayload } from '../../shared/contract/bridge.ts';
import type { Outcome } from '../../shared/contract/outcome.ts';
import type { Check, TestRecord } from '../../shared/contract/testing.ts';

/** A test as it runs, and after it has ended. */
export interface RunningTest {
  readonly jobId: string;
  readonly checks: readonly Check[];
  /** The outcome, as soon as Okta has answered. */
  readonly answer: Outcome | null;
  /** Null while it runs. */
  readonly record: TestRecord | null;
}

interface TestingState {
  /** By the id of the token or draft. */
  readonly tests: Readonly<Record<string, RunningTest>>;
  /** The latest Test all, or null when there was none, or its end was seen. */
  readonly all: EventPayload<'jobChanged'> | null;
}

/** Holds the tests of tokens and drafts as they run. Main's events change it. */
export const useTesting = create<TestingState>(() => ({ tests: {}, all: null }));

/** Takes a test of `subject` that was started as `jobId`. */
export function began(subject: string, jobId: string): void {
  useTesting.setState(({ tests }) => ({
    // Its first checks may have come before the method's answer.
    tests:
      tests[subject]?.jobId === jobId
        ? tests
        : { ...tests, [subject]: { jobId, checks: [], answer: null, record: null } },
  }));
}

/** Takes the checks of a test that began or ended. */
export function progressed(event: EventPayload<'testProgress'>): void {
  const { jobId, tokenId, draftId, checks: told, answer } = event;
  const subject = tokenId ?? draftId ?? '';
  useTesting.setState(({ tests }) => {
    const known = tests[subject];
    const before = known?.jobId === jobId && known.record === null ? known.checks : [];
    const checks = withChecks(before, told);
    return { tests: { ...tests, [subject]: { jobId, checks, answer, record: null } } };
  });
}

/** Takes the result of a test. */
export function finished({ jobId, tokenId, draftId, record }: EventPayload<'testFinished'>): void {
  useTesting.setState(({ tests }) => ({
    tests: {
      ...tests,
      [tokenId ?? draftId ?? '']: { jobId, checks: record.checks, answer: record.outcome, record },
    },
  }));
}

/** Takes the progress or the end of a job. */
export function jobChanged(job: EventPayload<'jobChanged'>): void {
  if (job.kind === 'test-all') useTesting.setState({ all: job });
  if (job.state !== 'cancelled' && job.state !== 'done') return;
  // A test of this job that has no result is over, too: it was cancelled, or it failed.
  const { tests } = useTesting.getState();
  const left = Object.entries(tests).filter(([, test]) => test.jobId !== job.jobId || test.record !== null);
  if (left.length < Object.keys(tests).length) useTesting.setState({ tests: Object.fromEntries(left) });
}

/** Forgets the test of a token or draft whose value is another one now. */
export const forgotten = (subject: string) =>
  useTesting.setState(({ tests: { [subject]: _, ...tests } }) => ({ tests }));

/** Returns the token or draft that a job tests, or null when no test of it is known. */
export function subjectOf(jobId: string): string | null {
  const running = Object.entries(useTesting.getState().tests).find(([, test]) => test.jobId === jobId);
  return running?.[0] ?? null;
}

/** Returns the ids of the tokens and drafts that are being tested. */
export const runningTests = ({ tests }: TestingState): string[] =>
  Object.keys(tests).filter((subject) => tests[subject]?.record === null);

/** Returns the known checks with the reported ones in their place, or at the end. */
function withChecks(known: readonly Check[], told: readonly Check[]): Check[] {
  const checks = [...known];
  for (const check of told) {
    const at = checks.findIndex(({ id }) => id === check.id);
    if (at < 0) checks.push(check);
    else checks[at] = check;
  }
  return checks;
}

/** Closes the bar of a Test all that has ended. */
export const dismissAll = () => useTesting.setState({ all: null });
