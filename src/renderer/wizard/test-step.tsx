import { LoaderCircle } from 'lucide-react';
import { type ReactNode, useCallback, useEffect } from 'react';
import type { TestRecord } from '../../shared/contract/testing.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { ChecksList } from '../ui/checks-list.tsx';
import { Icon } from '../ui/icons.tsx';
import { ResultBanner } from '../ui/result-banner.tsx';
import { useNow } from '../ui/use-now.ts';
import { noTest, useDraftTest } from './draft-test.ts';
import { StepFrame } from './step-frame.tsx';
import { goTo, useWizard } from './wizard-store.ts';

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
    useDraftTest.setState(noTest);
    useWizard.setState({ tested: useWizard.getState().capture?.fingerprint ?? null, failure: null });
    const started = await bridge.wizard.test({ draftId });
    if (started.ok) useDraftTest.setState({ jobId: started.value.jobId });
    else useWizard.setState({ failure: started.error });
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
      heading="Test"
      lead={`Asking ${org?.host ?? 'the org'} who this token is. Read-only, nothing is changed.`}
      onCancel={onCancel}
      onBack={() => goTo('Capture')}
      onSubmit={() => goTo('Save')}
      forward={
        <>
          {(failure !== null || (record !== null && !worked)) && (
            <Button onClick={() => void run()}>Test again</Button>
          )}
          <Button kind="primary" type="submit" disabled={record === null}>
            Continue
          </Button>
        </>
      }
    >
      {outcome !== null ? (
        <ResultBanner outcome={outcome} measured={record} now={now} explained />
      ) : failure !== null ? null : (
        // As high as the result will be, so that nothing moves when it comes.
        <div className="banner tone-quiet awaiting">
          <Icon of={LoaderCircle} className="spin" />
          <p className="grow">Testing. This takes a second or two.</p>
        </div>
      )}
      {record !== null && !worked && draftId !== null && diagnose(draftId, record, onCancel)}
      <ChecksList checks={test.checks} />
      {capture !== null && (
        <p className="small muted">
          Captured {capture.from === 'clipboard' ? 'from the clipboard' : 'by hand'}, fingerprint{' '}
          <span className="mono">{capture.fingerprint}</span>.
          {capture.clipboardCleared &&
            " The clipboard has been cleared; the value never left the app's main process."}
          {capture.notes.map((note) => ` ${note}`)}
        </p>
      )}
    </StepFrame>
  );
}
