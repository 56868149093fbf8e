import { useState } from 'react';
import type { KeyRotation, ServiceApp } from '../../shared/contract/service.ts';
import { fullDate } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import { Confirm } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import layout from '../ui/layout.module.css';
import stageStyles from '../ui/stage.module.css';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { AddKeyStage, OldKeyStage, SwitchStage, TestKeyStage } from './key-stages.tsx';
import { words } from './words.ts';

/** Shows the newest rotation of an app's key: where it stands, its stages, and its end. */
export function KeyRotationCard({
  app,
  rotation,
}: {
  readonly app: ServiceApp;
  readonly rotation: KeyRotation;
}) {
  const [asking, setAsking] = useState(false);
  const { failure, busy, run } = useCall();
  const { state, endedAt } = rotation;
  const its = { appId: app.id };
  const stage = { app, rotation, busy, run };
  const switched = state === 'switched';
  return (
    <section className={`${cards.card} ${layout.stack}`}>
      <div className={cards.head}>
        <h2>{words.keyRotationCard.title[state]}</h2>
        {endedAt === null ? (
          <Button onClick={() => setAsking(true)} disabled={busy}>
            {switched ? words.keyRotationCard.endWithoutProof : words.keyRotationCard.undo}
          </Button>
        ) : (
          <span className={`${typography.small} ${typography.muted}`}>{fullDate(endedAt)}</span>
        )}
      </div>
      <p className={typography.muted} role="status">
        {state === 'undone' || state === 'unproven'
          ? (rotation.steps.at(-1)?.sentence ?? '')
          : words.keyRotationCard.line[state]}
      </p>
      <FailureNote failure={failure} />
      {state !== 'undone' && (
        <ol className={stageStyles.stages}>
          <AddKeyStage {...stage} />
          <TestKeyStage {...stage} />
          <SwitchStage {...stage} />
          <OldKeyStage {...stage} />
        </ol>
      )}
      {asking && (
        <Confirm
          name={switched ? words.keyRotationCard.askEnd : words.keyRotationCard.askUndo}
          act={switched ? words.keyRotationCard.endWithoutProof : words.keyRotationCard.undo}
          keep={words.keyRotationCard.goOn}
          onKeep={() => setAsking(false)}
          onAct={() => {
            setAsking(false);
            void run(bridge.service.endKeyRotation(its));
          }}
        >
          <p>{switched ? words.keyRotationCard.whatEndDoes : words.keyRotationCard.whatUndoDoes}</p>
        </Confirm>
      )}
    </section>
  );
}
