import { create } from 'zustand';
import type { EventPayload } from '../../shared/contract/bridge.ts';
import type { ClueLine, Diagnosis, DiagnosisSubject } from '../../shared/contract/diagnosis.ts';
import type { TokenTest } from '../../shared/contract/testing.ts';
import { bridge, type Failure } from '../bridge.ts';

/** A diagnosis as it runs. */
export interface Looking {
  /** The failed test it is about. */
  readonly testId: string;
  readonly jobId: string | null;
  /** The job before this one. Its late events are ignored. */
  readonly before: string | null;
  readonly state: 'running' | 'done' | 'stopped';
  readonly checks: readonly ClueLine[];
  readonly diagnosis: Diagnosis | null;
  readonly failure: Failure | null;
}

interface DiagnosisState {
  /** By the id of the token or draft. */
  readonly of: Readonly<Record<string, Looking>>;
  /** The tests that wait for a rate limit to reset, by the id of their token. */
  readonly waiting: Readonly<Record<string, { readonly at: number; readonly stop: () => void }>>;
}

/** Holds the diagnoses as they run. Main's events change it. */
export const useDiagnosis = create<DiagnosisState>(() => ({ of: {}, waiting: {} }));

/** Returns the id of the token or draft. */
export const subjectId = (subject: DiagnosisSubject): string =>
  'tokenId' in subject ? subject.tokenId : subject.draftId;

const put = (id: string, change: (was: Looking | undefined) => Looking | undefined) =>
  useDiagnosis.setState(({ of }) => {
    const next = change(of[id]);
    return next === undefined ? {} : { of: { ...of, [id]: next } };
  });

/**
 * How long a failure counts as fresh, in milliseconds. The diagnosis of a fresh failure starts by itself. An older failure waits for the
 * button.
 */
const freshMs = 600_000;

/** Returns whether the diagnosis of a failed test starts by itself. `now` is in milliseconds since 1970. */
export const runsByItself = (record: TokenTest, now: number): boolean => now - record.at < freshMs;

/** Begins to find out why `record` failed. */
export async function findOutWhy(subject: DiagnosisSubject, record: TokenTest): Promise<void> {
  const id = subjectId(subject);
  const began: Looking = {
    testId: record.id,
    jobId: null,
    before: useDiagnosis.getState().of[id]?.jobId ?? null,
    state: 'running',
    checks: [],
    diagnosis: null,
    failure: null,
  };
  put(id, () => began);
  const started = await bridge.diagnosis.start({ subject });
  put(id, (was) => {
    if (was?.testId !== record.id) return undefined;
    if (!started.ok) return { ...was, state: 'stopped', failure: started.error };
    // Its first checks may have arrived before the method's answer.
    return was.jobId === null ? { ...was, jobId: started.value.jobId } : undefined;
  });
}

/** Stops the diagnosis of a token or draft. */
export async function stopLooking(subject: DiagnosisSubject): Promise<void> {
  const jobId = useDiagnosis.getState().of[subjectId(subject)]?.jobId;
  if (jobId != null) await bridge.diagnosis.cancel({ jobId });
}

const isOurs = ({ jobId, before }: Looking, told: string): boolean =>
  jobId === null ? told !== before : told === jobId;

/** Takes a check that began or ended. */
export function looked({ jobId, tokenId, draftId, check }: EventPayload<'diagnosisProgress'>): void {
  put(tokenId ?? draftId ?? '', (was) => {
    if (was === undefined || !isOurs(was, jobId)) return undefined;
    const at = was.checks.findIndex(({ id }) => id === check.id);
    return { ...was, jobId, checks: at < 0 ? [...was.checks, check] : was.checks.with(at, check) };
  });
}

/** Takes the end of a diagnosis: its result, or that it was stopped. */
export function diagnosed({ jobId, tokenId, draftId, diagnosis }: EventPayload<'diagnosisFinished'>): void {
  put(tokenId ?? draftId ?? '', (was) => {
    if (was === undefined || !isOurs(was, jobId)) return undefined;
    if (diagnosis === null) return { ...was, jobId, state: 'stopped' };
    // The token was tested again meanwhile. This diagnosis explains another test than the one on screen.
    if (diagnosis.testId !== was.testId) return { ...was, jobId, state: 'stopped' };
    return { ...was, jobId, state: 'done', checks: diagnosis.checks, diagnosis };
  });
}

/** Runs `act` at `at` (milliseconds since 1970), unless it is stopped before. It continues when the panel is closed. */
export function waitFor(id: string, at: number, act: () => void): void {
  useDiagnosis.getState().waiting[id]?.stop();
  const forget = () => useDiagnosis.setState(({ waiting: { [id]: _gone, ...rest } }) => ({ waiting: rest }));
  const timer = setTimeout(
    () => {
      forget();
      act();
    },
    Math.max(0, at - Date.now()),
  );
  const stop = () => {
    clearTimeout(timer);
    forget();
  };
  useDiagnosis.setState(({ waiting }) => ({ waiting: { ...waiting, [id]: { at, stop } } }));
}
