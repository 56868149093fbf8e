import { create } from 'zustand';
import type { Outcome } from '../../shared/contract/outcome.ts';
import type { Check, TestRecord } from '../../shared/contract/testing.ts';
import { bridge } from '../bridge.ts';
import { withChecks } from '../ui/with-checks.ts';
import { failed, useWizard } from './wizard-store.ts';

interface DraftTest {
  readonly jobId: string | null;
  readonly checks: readonly Check[];
  /** What it comes to, as soon as Okta has said so. */
  readonly answer: Outcome | null;
  readonly record: TestRecord | null;
}

const noTest: DraftTest = { jobId: null, checks: [], answer: null, record: null };

/** The test of the wizard's draft as main tells it. */
export const useDraftTest = create<DraftTest>(() => noTest);

/** No test was begun for this draft, or for its new value. */
export const resetDraftTest = () => useDraftTest.setState(noTest);

/** The draft's test runs as `jobId`. */
export const draftTestStarted = (jobId: string) => useDraftTest.setState({ jobId });

const isOurs = (draftId: string | null): boolean =>
  draftId !== null && draftId === useWizard.getState().draftId;

bridge.events.testProgress(({ draftId, checks: told, answer }) => {
  if (!isOurs(draftId)) return;
  useDraftTest.setState(({ checks }) => ({ checks: withChecks(checks, told), answer }));
});
bridge.events.jobChanged(({ jobId, state, note }) => {
  if (state !== 'done' || note === '' || jobId !== useDraftTest.getState().jobId) return;
  failed({ code: 'unexpected', sentence: note, remedy: '', smallPrint: '' });
});
bridge.events.testFinished(({ draftId, record }) => {
  if (isOurs(draftId)) useDraftTest.setState({ checks: record.checks, record });
});
