import { useEffect, useRef, useState } from 'react';
import type { Rotation } from '../../shared/contract/rotation.ts';
import type { Check } from '../../shared/contract/testing.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { useCall } from '../ui/use-call.ts';
import { useNow } from '../ui/use-now.ts';
import { CaptureStage } from './capture-stage.tsx';
import { CompareStage } from './compare-stage.tsx';
import { HandOverStage } from './hand-over-stage.tsx';
import { QuietStage } from './quiet-stage.tsx';
import { RevokeStage } from './revoke-stage.tsx';
import { NewTokenDialog, RevokeDialog } from './rotation-dialogs.tsx';

interface RotationPageProps {
  readonly rotation: Rotation;
  /** What main is doing for it now; empty when nothing. */
  readonly doing: string;
  readonly checks: readonly Check[];
  readonly onTokenPage: () => void;
  readonly onCopy: () => void;
}

type Asking = 'revoke' | 'end' | 'put-aside' | 'give-up' | null;

/** A rotation from top to bottom: what is done, what is to do now, what is still to come. */
export function RotationPage({ rotation, doing, checks, onTokenPage, onCopy }: RotationPageProps) {
  const now = useNow(5_000);
  const { failure, run } = useCall();
  const [asking, setAsking] = useState<Asking>(null);
  const { id: rotationId, state, mode, endedAt } = rotation;
  const list = useRef<HTMLOListElement>(null);
  const tries = rotation.attempts.length;
  // What is to do next, or the proof, comes into view when something has happened.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what happens
  useEffect(() => {
    const shown = list.current;
    const next =
      shown?.querySelector('.stage.now, .stage.failed') ?? (tries > 0 ? shown?.lastElementChild : null);
    next?.scrollIntoView({ block: 'nearest' });
  }, [state, tries]);
  const stage = { rotation, doing, run, now };
  const held = ['captured', 'compared', 'rolled-back'].includes(state) && endedAt === null;
  const end = () => (held ? setAsking('end') : void run(bridge.rotation.end({ rotationId })));
  const stages = [
    <CaptureStage key="capture" {...stage} checks={checks} onPutAside={() => setAsking('put-aside')} />,
    <CompareStage key="compare" {...stage} onPutAside={() => setAsking('put-aside')} />,
    <HandOverStage key="hand-over" {...stage} onCopy={onCopy} />,
  ];
  return (
    <main className="page" aria-label={`Rotation of ${rotation.label}`}>
      <header className="page-top">
        <div className="grow">
          <h1 className="title selectable">{titleOf(rotation)}</h1>
          <p className="muted" role="status">
            {lineOf(rotation)}
          </p>
        </div>
        <Button kind="quiet" onClick={onTokenPage}>
          Token page
        </Button>
        {endedAt === null && (state === 'planned' || held) && (
          <Button onClick={end} disabled={doing !== ''}>
            {mode === 'leaked' ? 'End without a replacement' : 'End rotation'}
          </Button>
        )}
        {state === 'rolled-back' && endedAt === null && (
          <Button
            kind="primary"
            disabled={doing !== ''}
            onClick={() => void run(bridge.rotation.resume({ rotationId }))}
          >
            Resume rotation
          </Button>
        )}
        {mode === 'leaked' && state === 'revoking' && (
          <Button onClick={() => setAsking('give-up')} disabled={doing !== ''}>
            Give up
          </Button>
        )}
        {mode === 'usual' && state === 'handing-over' && (
          <>
            <Button
              disabled={doing === 'revoking'}
              onClick={() => void run(bridge.rotation.undo({ rotationId }))}
            >
              Undo rotation
            </Button>
            <Button kind="primary" disabled={doing !== ''} onClick={() => setAsking('revoke')}>
              Revoke old token
            </Button>
          </>
        )}
        {mode === 'leaked' && state === 'handing-over' && (
          <Button
            kind="primary"
            disabled={doing !== ''}
            onClick={() => void run(bridge.rotation.finish({ rotationId }))}
          >
            Finish
          </Button>
        )}
      </header>
      <div className="tab-body">
        <FailureNote failure={failure} />
        <ol className="stages" ref={list}>
          {mode === 'leaked' ? (
            <>
              <RevokeStage {...stage} />
              {stages}
            </>
          ) : (
            <>
              {stages}
              <QuietStage {...stage} />
              <RevokeStage {...stage} />
            </>
          )}
        </ol>
      </div>
      {asking === 'revoke' && (
        <RevokeDialog
          rotation={rotation}
          onKeep={() => setAsking(null)}
          onRevoke={(insist) => {
            setAsking(null);
            void run(bridge.rotation.revoke({ rotationId, ...(insist === undefined ? {} : { insist }) }));
          }}
        />
      )}
      {(asking === 'end' || asking === 'put-aside') && (
        <NewTokenDialog
          name={asking === 'end' ? 'End the rotation?' : 'Use another value?'}
          act="Revoke the new token"
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
          name="Give up the revoke?"
          act="Give up"
          keep="Keep trying"
          onKeep={() => setAsking(null)}
          onAct={() => {
            setAsking(null);
            void run(bridge.rotation.end({ rotationId }));
          }}
        >
          <p>
            The token's end in Okta is not proven: it may still work. Its value stays here, and the rotation
            ends. Revoke it in the Admin Console.
          </p>
        </Confirm>
      )}
    </main>
  );
}

const dealWithNew = (why: 'end' | 'put-aside', rotationId: string, newToken: 'revoke' | 'forget') =>
  why === 'end'
    ? bridge.rotation.end({ rotationId, newToken })
    : bridge.rotation.putAside({ rotationId, newToken });

function titleOf({ label, mode, state, endedAt }: Rotation): string {
  if (state === 'done') return `Rotated ${label}`;
  if (endedAt !== null) return `Rotation of ${label}, ended`;
  return mode === 'leaked' ? `Replacing ${label}` : `Rotating ${label}`;
}

function lineOf({ mode, state, endedAt, proof, steps }: Rotation): string {
  if (endedAt !== null) {
    return state === 'done'
      ? mode === 'usual'
        ? 'The new token is in use. The old one is revoked, with proof; its value is not kept any more.'
        : 'The leaked token is revoked, with proof, and its replacement is in use.'
      : (steps.at(-1)?.sentence ?? 'Ended.');
  }
  if (mode === 'leaked') {
    return proof === null
      ? 'The token is being revoked first. Nothing else happens before that.'
      : 'The leaked token is revoked. What used it does not work until the new one is handed over.';
  }
  switch (state) {
    case 'planned':
      return 'Nothing has changed. Both tokens will work until you revoke the old one.';
    case 'captured':
    case 'compared':
      return 'The old token is still the one in use. Nothing is lost if you stop here.';
    case 'rolled-back':
      return 'Undone. The old token is in use again; the new one is kept until you say what becomes of it.';
    case 'revoking':
      return 'The revoke was asked for and is not proven yet. Both values are kept.';
    default:
      return 'Both tokens work until you revoke the old one.';
  }
}
