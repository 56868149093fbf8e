import { LoaderCircle } from 'lucide-react';
import { type ReactNode, useCallback, useEffect } from 'react';
import type { TestRecord } from '../../shared/contract/testing.ts';
import { bridge } from '../bridge.ts';
import banners from '../ui/banner.module.css';
import { Button } from '../ui/button.tsx';
import { ChecksList } from '../ui/checks-list.tsx';
import icons from '../ui/icons.module.css';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import { pageShared } from '../ui/page-words.ts';
import { ResultBanner } from '../ui/result-banner.tsx';
import { tones } from '../ui/tones.ts';
import typography from '../ui/typography.module.css';
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
      {(outcome !== null || failure === null) && (
        // What waits for the result is as high as the result, so that nothing moves when it comes.
        <div className={styles.answer}>
          {outcome !== null ? (
            <ResultBanner outcome={outcome} measured={record} now={now} explained />
          ) : (
            <div className={`${banners.banner} ${tones.quiet} ${styles.awaiting}`}>
              <Icon of={LoaderCircle} className={icons.spin} />
              <p className={layout.grow}>{words.testStep.testing}</p>
            </div>
          )}
        </div>
      )}
      {record !== null && !worked && draftId !== null && diagnose(draftId, record, onCancel)}
      <ChecksList checks={test.checks} />
      {capture !== null && (
        <p className={`${typography.small} ${typography.muted}`}>
          {capture.from === 'clipboard'
            ? words.testStep.capturedFromClipboard(
                <span className={typography.mono}>{capture.fingerprint}</span>,
              )
            : words.testStep.capturedByHand(<span className={typography.mono}>{capture.fingerprint}</span>)}
          {capture.clipboardCleared && ' '}
          {capture.clipboardCleared && words.testStep.clipboardCleared}
          {capture.notes.map((note) => ` ${note}`)}
        </p>
      )}
    </StepFrame>
  );
}
