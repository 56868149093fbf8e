import { useEffect, useRef, useState } from 'react';
import type { Rotation } from '../../shared/contract/rotation.ts';
import type { Check } from '../../shared/contract/testing.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import layout from '../ui/layout.module.css';
import pages from '../ui/page.module.css';
import stageStyles from '../ui/stage.module.css';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { useNow } from '../ui/use-now.ts';
import { CaptureStage } from './capture-stage.tsx';
import { CompareStage } from './compare-stage.tsx';
import { HandOverStage } from './hand-over-stage.tsx';
import { QuietStage } from './quiet-stage.tsx';
import { RevokeStage } from './revoke-stage.tsx';
import styles from './rotation.module.css';
import { NewTokenDialog, RevokeDialog } from './rotation-dialogs.tsx';
import { lineOf, titleOf } from './rotation-lines.ts';
import { words } from './words.ts';

interface RotationPageProps {
  readonly rotation: Rotation;
  /** Whether the app of a rotation to an app still does the job. */
  readonly appWorks: boolean;
  /** What main does for the rotation now. Empty when it does nothing. */
  readonly doing: string;
  readonly checks: readonly Check[];
  readonly onTokenPage: () => void;
  readonly onCopy: () => void;
}

type Asking = 'revoke' | 'end' | 'put-aside' | 'give-up' | null;

/** Shows a rotation from top to bottom: the stages that are done, the present one, and those to come. */
export function RotationPage({ rotation, appWorks, doing, checks, onTokenPage, onCopy }: RotationPageProps) {
  const now = useNow(5_000);
  const { failure, run } = useCall();
  const [asking, setAsking] = useState<Asking>(null);
  const { id: rotationId, state, mode, endedAt } = rotation;
  const list = useRef<HTMLOListElement>(null);
  const tries = rotation.attempts.length;
  // After each step the next stage comes into view, or the proof.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what happens
  useEffect(() => {
    const shown = list.current;
    const next =
      shown?.querySelector('[data-stage="now"], [data-stage="failed"]') ??
      (tries > 0 ? shown?.lastElementChild : null);
    next?.scrollIntoView({ block: 'nearest' });
  }, [state, tries]);
  const stage = { rotation, doing, run, now };
  const held = ['captured', 'compared', 'rolled-back'].includes(state) && endedAt === null;
  const end = () => (held ? setAsking('end') : void run(bridge.rotation.end({ rotationId })));
  const handOver = <HandOverStage key="hand-over" {...stage} onCopy={onCopy} />;
  const stages = [
    <CaptureStage key="capture" {...stage} checks={checks} onPutAside={() => setAsking('put-aside')} />,
    <CompareStage key="compare" {...stage} onPutAside={() => setAsking('put-aside')} />,
    handOver,
  ];
  return (
    <main className={pages.page} aria-label={words.rotationPage.rotationOf(rotation.label)}>
      <header className={`${pages.top} ${styles.rotationTop}`}>
        <div className={layout.grow}>
          <h1 className={`${pages.title} ${typography.selectable}`}>{titleOf(rotation)}</h1>
          <p className={typography.muted} role="status">
            {lineOf(rotation)}
          </p>
        </div>
        <div className={layout.actions}>
          <Button kind="quiet" onClick={onTokenPage}>
            {words.rotationPage.tokenPage}
          </Button>
          {endedAt === null &&
            (state === 'planned' || held || (mode === 'to-app' && state === 'handing-over')) && (
              <Button onClick={end} disabled={doing !== ''}>
                {mode === 'leaked'
                  ? words.rotationPage.endWithoutReplacement
                  : words.rotationPage.endRotation}
              </Button>
            )}
          {state === 'rolled-back' && endedAt === null && (
            <Button
              kind="primary"
              disabled={doing !== ''}
              onClick={() => void run(bridge.rotation.resume({ rotationId }))}
            >
              {words.rotationPage.resumeRotation}
            </Button>
          )}
          {mode !== 'usual' && state === 'revoking' && (
            <Button onClick={() => setAsking('give-up')} disabled={doing !== ''}>
              {words.rotationPage.giveUp}
            </Button>
          )}
          {mode === 'usual' && state === 'handing-over' && (
            <Button
              disabled={doing === 'revoking'}
              onClick={() => void run(bridge.rotation.undo({ rotationId }))}
            >
              {words.rotationPage.undoRotation}
            </Button>
          )}
          {mode !== 'leaked' && state === 'handing-over' && (
            <Button kind="primary" disabled={doing !== ''} onClick={() => setAsking('revoke')}>
              {mode === 'to-app' ? words.rotationPage.revokeToken : words.rotationPage.revokeOldToken}
            </Button>
          )}
          {mode === 'leaked' && state === 'handing-over' && (
            <Button
              kind="primary"
              disabled={doing !== ''}
              onClick={() => void run(bridge.rotation.finish({ rotationId }))}
            >
              {words.rotationPage.finish}
            </Button>
          )}
        </div>
      </header>
      <div className={pages.body}>
        <FailureNote failure={failure} />
        <ol className={stageStyles.stages} ref={list}>
          {mode === 'leaked' ? (
            <>
              <RevokeStage {...stage} />
              {stages}
            </>
          ) : (
            <>
              {mode === 'to-app' ? handOver : stages}
              <QuietStage {...stage} />
              <RevokeStage {...stage} />
            </>
          )}
        </ol>
      </div>
      {asking === 'revoke' && (
        <RevokeDialog
          rotation={rotation}
          appWorks={appWorks}
          onKeep={() => setAsking(null)}
          onRevoke={(insist) => {
            setAsking(null);
            void run(bridge.rotation.revoke({ rotationId, ...(insist === undefined ? {} : { insist }) }));
          }}
        />
      )}
      {(asking === 'end' || asking === 'put-aside') && (
        <NewTokenDialog
          name={asking === 'end' ? words.rotationPage.askEndRotation : words.rotationPage.useAnotherValue}
          act={words.rotationPage.revokeNewToken}
          onKeep={() => setAsking(null)}
          onForget={() => {
            setAsking(null);
            void run(dealWithNew(asking, rotationId, 'forget'));
          }}
          onRevoke={() => {
            setAsking(null);
            void run(dealWithNew(asking, rotationId, 'revoke'));
          }}
        />
      )}
      {asking === 'give-up' && (
        <Confirm
          name={words.rotationPage.askGiveUp}
          act={words.rotationPage.giveUp}
          keep={words.rotationPage.keepTrying}
          onKeep={() => setAsking(null)}
          onAct={() => {
            setAsking(null);
            void run(bridge.rotation.end({ rotationId }));
          }}
        >
          <p>{words.rotationPage.notProven}</p>
        </Confirm>
      )}
    </main>
  );
}

const dealWithNew = (why: 'end' | 'put-aside', rotationId: string, newToken: 'revoke' | 'forget') =>
  why === 'end'
    ? bridge.rotation.end({ rotationId, newToken })
    : bridge.rotation.putAside({ rotationId, newToken });
