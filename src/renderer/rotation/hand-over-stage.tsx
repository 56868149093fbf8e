import { Check, Circle, Plus, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { ChecklistItem } from '../../shared/contract/rotation.ts';
import { series } from '../../shared/listed.ts';
import { handOverWords } from '../../shared/rotation-words.ts';
import { since } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import { withProof } from '../ui/proof-store.ts';
import { Stage } from '../ui/stage.tsx';
import typography from '../ui/typography.module.css';
import { ConsumerDialog, type ConsumerDraft } from './consumer-dialog.tsx';
import styles from './rotation.module.css';
import type { StageProps } from './stage-props.ts';
import { words } from './words.ts';

interface HandOverStageProps extends StageProps {
  readonly onCopy: () => void;
}

/** Shows the consumers. A person ticks each off, or its own command does. */
export function HandOverStage({ rotation, doing, now, run, onCopy }: HandOverStageProps) {
  const [edited, setEdited] = useState<ChecklistItem | 'new' | null>(null);
  const { checklist, id: rotationId, state } = rotation;
  const active = state === 'handing-over';
  const done = checklist.filter(({ doneAt }) => doneAt !== null).length;
  const toApp = rotation.mode === 'to-app';
  const back = state === 'rolled-back' && rotation.endedAt === null;
  const later = ['planned', 'captured', 'compared'].includes(state);
  const stageOf = () => {
    if (later) return 'later';
    if (done === (back ? 0 : checklist.length)) return 'done';
    return active || back ? 'now' : 'later';
  };
  const save = async (items: readonly ConsumerDraft[]) => {
    const saved = await run(bridge.rotation.editChecklist({ rotationId, items: [...items] }));
    if (saved !== null) setEdited(null);
  };
  const line =
    checklist.length === 0
      ? words.handOverStage.noConsumer
      : back
        ? done === 0
          ? words.handOverStage.allBack
          : words.handOverStage.back(done)
        : later
          ? words.handOverStage.toUpdate(checklist.length)
          : toApp
            ? words.handOverStage.changedToApp(done, checklist.length)
            : words.handOverStage.updated(done, checklist.length);
  return (
    <Stage
      state={stageOf()}
      busy={doing === 'running'}
      title={toApp ? words.handOverStage.changeToApp : words.handOverStage.handOver}
      line={line}
    >
      {checklist.length > 0 && (
        <ul className={`${cards.card} ${styles.consumers}`} aria-label={words.handOverStage.consumers}>
          {checklist.map((item) => (
            <Consumer
              key={item.id}
              item={item}
              toApp={toApp}
              active={active}
              back={back}
              busy={doing !== ''}
              now={now}
              onEdit={rotation.endedAt === null ? () => setEdited(item) : null}
              onRun={() => void run(withProof(() => bridge.rotation.run({ rotationId, itemId: item.id })))}
              onTick={(tick) => void run(bridge.rotation.tick({ rotationId, itemId: item.id, done: tick }))}
            />
          ))}
        </ul>
      )}
      {rotation.endedAt === null && (
        <div className={layout.actions}>
          <Button onClick={() => setEdited('new')}>
            <Icon of={Plus} />
            {words.handOverStage.addConsumer}
          </Button>
          {active && !toApp && (
            <Button kind="quiet" onClick={onCopy}>
              {words.handOverStage.copyNewValue}
            </Button>
          )}
        </div>
      )}
      {active && toApp && (
        <p className={`${typography.small} ${typography.muted}`}>{words.handOverStage.whereAppIs}</p>
      )}
      {edited !== null && (
        <ConsumerDialog
          toApp={toApp}
          item={edited === 'new' ? null : edited}
          onCancel={() => setEdited(null)}
          onSave={(draft) =>
            save(
              edited === 'new'
                ? [...checklist.map(asDraft), draft]
                : checklist.map((item) =>
                    item.id === edited.id ? { ...draft, id: item.id } : asDraft(item),
                  ),
            )
          }
          onRemove={
            edited === 'new'
              ? null
              : () => void save(checklist.filter(({ id }) => id !== edited.id).map(asDraft))
          }
        />
      )}
    </Stage>
  );
}

const asDraft = ({ id, name, where, note, how }: ChecklistItem): ConsumerDraft => ({
  id,
  name,
  where,
  note,
  how,
});

function Consumer({
  item,
  toApp,
  active,
  back,
  busy,
  now,
  onEdit,
  onRun,
  onTick,
}: {
  readonly item: ChecklistItem;
  /** Whether the consumer changes to an app, so that it gets no new token. */
  readonly toApp: boolean;
  readonly active: boolean;
  /** Whether the rotation was undone, so that the consumer needs the old token again. */
  readonly back: boolean;
  readonly busy: boolean;
  readonly now: number;
  /** Null when the rotation has ended. */
  readonly onEdit: (() => void) | null;
  readonly onRun: () => void;
  readonly onTick: (done: boolean) => void;
}) {
  const { name, where, note, doneAt, doneBy, run } = item;
  const how = toApp ? null : item.how;
  const failed = run !== null && !run.ok && (doneAt === null || back);
  const title = series([name, where]);
  const side =
    doneAt === null
      ? ''
      : doneBy === 'command' && run !== null
        ? series([run.exit === null ? run.sentence : words.handOverStage.exit(run.exit), since(doneAt, now)])
        : words.handOverStage.byHand(since(doneAt, now));
  return (
    <li>
      <Icon
        of={doneAt !== null ? Check : failed ? TriangleAlert : Circle}
        className={doneAt !== null ? typography.healthy : failed ? typography.attention : typography.muted}
      />
      <div className={layout.grow}>
        <div className={styles.consumerHead}>
          <span className={layout.grow}>
            <span className={typography.hidden}>
              {doneAt === null
                ? back
                  ? words.handOverStage.hasOldToken
                  : words.handOverStage.notYet
                : toApp
                  ? words.handOverStage.usesApp
                  : words.handOverStage.hasNewToken}{' '}
            </span>
            {title}
          </span>
          {side !== '' && <span className={`${typography.muted} ${typography.small}`}>{side}</span>}
          {active && doneAt === null && how !== null && (
            <Button
              kind="primary"
              disabled={busy}
              onClick={onRun}
              aria-label={words.handOverStage.runCommand(name)}
            >
              {words.handOverStage.run}
            </Button>
          )}
          {active && doneAt === null && (
            <Button
              disabled={busy}
              onClick={() => onTick(true)}
              aria-label={words.handOverStage.markNamedAsDone(name)}
            >
              {words.handOverStage.markAsDone}
            </Button>
          )}
          {back && doneAt !== null && how !== null && (
            <Button
              kind="primary"
              disabled={busy}
              onClick={onRun}
              aria-label={words.handOverStage.giveNamedBack(name)}
            >
              {words.handOverStage.giveBack}
            </Button>
          )}
          {back && doneAt !== null && (
            <Button
              disabled={busy}
              onClick={() => onTick(false)}
              aria-label={words.handOverStage.namedWentBack(name)}
            >
              {words.handOverStage.wentBack}
            </Button>
          )}
          {active && doneAt !== null && (
            <Button
              kind="link"
              onClick={() => onTick(false)}
              aria-label={words.handOverStage.markNamedAsNotDone(name)}
            >
              {words.handOverStage.markAsNotDone}
            </Button>
          )}
          {onEdit !== null && (
            <Button kind="link" onClick={onEdit} aria-label={words.handOverStage.editNamed(name)}>
              {words.handOverStage.edit}
            </Button>
          )}
        </div>
        {how !== null && (
          <code className={`${typography.mono} ${typography.muted} ${styles.wrapped}`}>
            {handOverWords(how)}
          </code>
        )}
        {note !== '' && <p className={`${typography.muted} ${typography.small}`}>{note}</p>}
        {failed && (
          <p className={`${typography.small} ${typography.attention}`} role="status">
            {run.sentence}
          </p>
        )}
        {run !== null && run.output !== '' && (
          <details className={typography.small}>
            <summary>{words.handOverStage.whatItPrinted}</summary>
            <pre className={`${typography.mono} ${typography.selectable}`}>{run.output}</pre>
          </details>
        )}
      </div>
    </li>
  );
}
