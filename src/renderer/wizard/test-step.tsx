import { LoaderCircle } from 'lucide-react';
import { type ReactNode, useCallback, useEffect } from 'react';
import type { Outcome } from '../../shared/contract/outcome.ts';
import type { Check, TestRecord } from '../../shared/contract/testing.ts';
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
import { StepFrame } from './step-frame.tsx';
import styles from './wizard.module.css';
import { goTo, useWizard } from './wizard-store.ts';
import { words } from './words.ts';

/** The test of the draft, as far as it has come. */
export interface DraftTest {
  readonly checks: readonly Check[];
  /** The outcome, as soon as Okta has answered. */
  readonly answer: Outcome | null;
  /** Null while it runs. */
  readonly record: TestRecord | null;
}

const noChecks: readonly Check[] = [];

interface TestStepProps {
  readonly test: DraftTest | null;
  readonly onTest: (draftId: string) => Promise<void>;
  readonly onCancel: () => void;
  readonly diagnose: (draftId: string, record: TestRecord, leave: () => void) => ReactNode;
}

const capturedFrom = {
  clipboard: words.testStep.capturedFromClipboard,
  hand: words.testStep.capturedByHand,
  file: words.testStep.capturedFromFile,
} as const;

/** The fourth step: tests the captured value by itself, and shows each check as it ends. */
export function TestStep({ test: newest, onTest, onCancel, diagnose }: TestStepProps) {
  const { draftId, org, capture, tested, failure } = useWizard();
  // A result belongs to the value that it was made with.
  const test = tested === capture?.fingerprint ? newest : null;
  const now = useNow(5_000);

  const run = useCallback(async () => {
    if (draftId !== null) await onTest(draftId);
  }, [draftId, onTest]);

  // It runs by itself, once for each value: going back and forth does not ask Okta again.
  useEffect(() => {
    if (capture !== null && tested !== capture.fingerprint) void run();
  }, [capture, tested, run]);

  const record = test?.record ?? null;
  const outcome = record?.outcome ?? test?.answer ?? null;
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
          {/* After a failed test, the next step is the one that the diagnosis offers. */}
          <Button
            kind={record === null || worked ? 'primary' : 'plain'}
            type="submit"
            disabled={record === null}
          >
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
      <ChecksList checks={test?.checks ?? noChecks} />
      {capture !== null && (
        <p className={`${typography.small} ${typography.muted}`}>
          {capturedFrom[capture.from](<span className={typography.mono}>{capture.fingerprint}</span>)}
          {capture.clipboardCleared && ' '}
          {capture.clipboardCleared && words.testStep.clipboardCleared}
          {capture.notes.map((note) => ` ${note}`)}
        </p>
      )}
    </StepFrame>
  );
}
