import { LoaderCircle } from 'lucide-react';
import { type ReactNode, useCallback, useEffect } from 'react';
import type { TestRecord } from '../../shared/contract/testing.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { ChecksList } from '../ui/checks-list.tsx';
import { Icon } from '../ui/icons.tsx';
import { pageShared } from '../ui/page-words.ts';
import { ResultBanner } from '../ui/result-banner.tsx';
import { useNow } from '../ui/use-now.ts';
import { draftTestStarted, resetDraftTest, useDraftTest } from './draft-test.ts';
import { StepFrame } from './step-frame.tsx';
import styles from './wizard.module.css';
import { failed, goTo, testBegan, useWizard } from './wizard-store.ts';
import { words } from './words.ts';

interface TestStepProps {
  readonly onCancel: () => void;
  readonly diagnose: (draftId: string, record: TestRecord, leave: () => void) => ReactNode;
}

const capturedFrom = {
  clipboard: words.testStep.capturedFromClipboard,
  hand: words.testStep.capturedByHand,
  file: words.testStep.capturedFromFile,
} as const;

export function TestStep({ onCancel, diagnose }: TestStepProps) {
  const { draftId, org, capture, tested, failure } = useWizard();
  const test = useDraftTest();
  const now = useNow(5_000);

  const run = useCallback(async () => {
    if (draftId === null) return;
    resetDraftTest();
    testBegan();
    const started = await bridge.wizard.test({ draftId });
    if (started.ok) draftTestStarted(started.value.jobId);
    else failed(started.error);
  }, [draftId]);

  // It runs by itself, once for each value: going back and forth does not ask Okta again.
  useEffect(() => {
    if (capture !== null && tested !== capture.fingerprint) void run();
  }, [capture, tested, run]);

  const { record } = test;
  const outcome = record?.outcome ?? test.answer;
  const worked = record?.outcome.kind === 'accepted';
  return (
    <StepFrame
      heading={words.steps.test}
      lead={org === null ? words.testStep.askingTheOrg : words.testStep.asking(org.host)}
      onCancel={onCancel}
      onBack={() => goTo('capture')}
      onSubmit={() => goTo('save')}
      forward={
        <>
          {(failure !== null || (record !== null && !worked)) && (
            <Button onClick={() => void run()}>{pageShared.testAgain}</Button>
          )}
          <Button kind="primary" type="submit" disabled={record === null}>
            {pageShared.continue}
          </Button>
        </>
      }
    >
      {outcome !== null ? (
        <ResultBanner outcome={outcome} measured={record} now={now} explained />
      ) : failure !== null ? null : (
        // As high as the result will be, so that nothing moves when it comes.
        <div className={`banner tone-quiet ${styles.awaiting}`}>
          <Icon of={LoaderCircle} className="spin" />
          <p className="grow">{words.testStep.testing}</p>
        </div>
      )}
      {record !== null && !worked && draftId !== null && diagnose(draftId, record, onCancel)}
      <ChecksList checks={test.checks} />
      {capture !== null && (
        <p className="small muted">
          {capturedFrom[capture.from](<span className="mono">{capture.fingerprint}</span>)}
          {capture.clipboardCleared && ' '}
          {capture.clipboardCleared && words.testStep.clipboardCleared}
          {capture.notes.map((note) => ` ${note}`)}
        </p>
      )}
    </StepFrame>
  );
}
