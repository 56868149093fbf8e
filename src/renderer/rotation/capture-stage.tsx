import { ClipboardPaste, ExternalLink } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Check } from '../../shared/contract/testing.ts';
import type { CaptureChoice } from '../../shared/contract/wizard.ts';
import { inSentence } from '../../shared/in-sentence.ts';
import { asSentence } from '../../shared/listed.ts';
import { dateAndTime } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { CaptureChoices } from '../ui/capture-choices.tsx';
import { ChecksList } from '../ui/checks-list.tsx';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import { pageShared } from '../ui/page-words.ts';
import { ResultBanner } from '../ui/result-banner.tsx';
import { SecretField } from '../ui/secret-field.tsx';
import { Stage } from '../ui/stage.tsx';
import typography from '../ui/typography.module.css';
import styles from './rotation.module.css';
import type { StageProps } from './stage-props.ts';
import { words } from './words.ts';

interface CaptureStageProps extends StageProps {
  /** The checks of the test that runs now. */
  readonly checks: readonly Check[];
  readonly onPutAside: () => void;
}

/** Shows how the new token is made in Okta, captured and tested. */
export function CaptureStage({ rotation, doing, checks, now, run, onPutAside }: CaptureStageProps) {
  const { id: rotationId, state } = rotation;
  const comparing = doing === 'comparing';
  const started = useRef<string | null>(null);
  // Each value is tested once by itself, also after a restart.
  useEffect(() => {
    if (state !== 'captured' || rotation.new !== null || started.current === rotation.newFingerprint) return;
    started.current = rotation.newFingerprint;
    void run(bridge.rotation.compare({ rotationId }));
  }, [state, rotation.new, rotation.newFingerprint, rotationId, run]);

  if (state === 'planned') {
    return (
      <Stage state="now" title={words.captureStage.newToken} line={words.captureStage.howToMake}>
        <NewToken rotation={rotation} run={run} />
      </Stage>
    );
  }
  if (state === 'captured') {
    const failed = rotation.new !== null && !comparing;
    return (
      <Stage
        state={failed ? 'failed' : 'now'}
        busy={comparing}
        title={failed ? words.captureStage.notWorking : words.captureStage.testing}
        line={words.captureStage.keptBeside(
          <span className={typography.mono}>{rotation.newFingerprint}</span>,
        )}
      >
        {failed && rotation.new !== null ? (
          <ResultBanner outcome={rotation.new.test.outcome} measured={rotation.new.test} now={now} />
        ) : (
          <ChecksList checks={checks} />
        )}
        <div className={layout.actions}>
          <Button
            kind="primary"
            disabled={comparing}
            onClick={() => void run(bridge.rotation.compare({ rotationId }))}
          >
            {rotation.new === null ? words.captureStage.testCompare : pageShared.testAgain}
          </Button>
          <Button disabled={comparing} onClick={onPutAside}>
            {pageShared.useAnotherValue}
          </Button>
        </div>
      </Stage>
    );
  }
  const test = rotation.new?.test;
  const captured = rotation.steps.findLast((step) => step.state === 'captured');
  return (
    <Stage
      state={rotation.new === null ? 'later' : 'done'}
      title={words.captureStage.capturedAndTested}
      line={
        test === undefined ? (
          words.captureStage.testComesFirst
        ) : (
          <>
            {captured !== undefined && asSentence(dateAndTime(captured.at))}{' '}
            {words.captureStage.testedAs(
              <span className={typography.mono}>{rotation.newFingerprint}</span>,
              inSentence(test.outcome.word),
              test.tookMs,
            )}
          </>
        )
      }
    />
  );
}

function NewToken({ rotation, run }: Pick<StageProps, 'rotation' | 'run'>) {
  const { id: rotationId, mode } = rotation;
  const [byHand, setByHand] = useState(false);
  const [choices, setChoices] = useState<readonly CaptureChoice[]>([]);
  const field = useRef<HTMLInputElement>(null);
  const take = async (call: ReturnType<typeof bridge.rotation.captureFromClipboard>) => {
    const done = await run(call);
    setChoices(done?.choices ?? []);
    return done;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const value = field.current?.value ?? '';
    if (value === '' || field.current === null) return;
    const done = await take(bridge.rotation.captureTyped({ rotationId, value }));
    if (done !== null && field.current !== null) field.current.value = '';
  };
  return (
    <>
      <div className={layout.actions}>
        <Button onClick={() => void run(bridge.rotation.openAdminConsole({ rotationId }))}>
          <Icon of={ExternalLink} />
          {pageShared.openAdminConsole}
        </Button>
        <Button
          kind="primary"
          onClick={() => void take(bridge.rotation.captureFromClipboard({ rotationId }))}
        >
          <Icon of={ClipboardPaste} />
          {pageShared.pasteFromClipboard}
        </Button>
        {!byHand && (
          <Button kind="link" onClick={() => setByHand(true)}>
            {pageShared.enterByHand}
          </Button>
        )}
      </div>
      <p className={`${typography.small} ${typography.muted}`}>
        {words.captureStage.whatPastingDoes(mode === 'leaked')}
      </p>
      <CaptureChoices
        choices={choices}
        onChoose={(fingerprint) => void take(bridge.rotation.chooseCaptured({ rotationId, fingerprint }))}
      />
      {byHand && (
        <form className={layout.actions} onSubmit={(event) => void submit(event)}>
          <SecretField field={field} />
          <Button type="submit" kind="primary" className={styles.atEnd}>
            {pageShared.keepIt}
          </Button>
        </form>
      )}
    </>
  );
}
