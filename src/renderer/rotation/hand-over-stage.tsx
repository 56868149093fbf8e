import { Check, Circle, Plus, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { ChecklistItem } from '../../shared/contract/rotation.ts';
import { handOverWords } from '../../shared/rotation-words.ts';
import { since } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import { ConsumerDialog, type ConsumerDraft } from './consumer-dialog.tsx';
import { Stage, type StageProps } from './stage.tsx';

interface HandOverStageProps extends StageProps {
  readonly onCopy: () => void;
}

/** What uses the token, ticked off by hand or by its own command. */
export function HandOverStage({ rotation, doing, now, run, onCopy }: HandOverStageProps) {
  const [edited, setEdited] = useState<ChecklistItem | 'new' | null>(null);
  const { checklist, id: rotationId, state } = rotation;
  const active = state === 'handing-over';
  const done = checklist.filter(({ doneAt }) => doneAt !== null).length;
  const later = ['planned', 'captured', 'compared'].includes(state);
  const save = async (items: readonly ConsumerDraft[]) => {
    const saved = await run(bridge.rotation.editChecklist({ rotationId, items: [...items] }));
    if (saved !== null) setEdited(null);
  };
  const line =
    checklist.length === 0
      ? 'No consumer is noted. Add what uses this token, so that nothing is forgotten.'
      : later
        ? `${checklist.length} ${checklist.length === 1 ? 'consumer' : 'consumers'} to be updated`
        : `${done} of ${checklist.length} ${checklist.length === 1 ? 'consumer has' : 'consumers have'} the new token`;
  return (
    <Stage
      state={later ? 'later' : done === checklist.length ? 'done' : active ? 'now' : 'later'}
      busy={doing === 'running'}
      title="Hand over"
      line={line}
    >
      {checklist.length > 0 && (
        <ul className="card consumers" aria-label="Consumers">
          {checklist.map((item) => (
            <Consumer
              key={item.id}
              item={item}
              active={active}
              busy={doing !== ''}
              now={now}
              onEdit={rotation.endedAt === null ? () => setEdited(item) : null}
              onRun={() => void run(bridge.rotation.run({ rotationId, itemId: item.id }))}
              onTick={(tick) => void run(bridge.rotation.tick({ rotationId, itemId: item.id, done: tick }))}
            />
          ))}
        </ul>
      )}
      {rotation.endedAt === null && (
        <div className="row-flex">
          <Button onClick={() => setEdited('new')}>
            <Icon of={Plus} />
            Add consumer
          </Button>
          {active && (
            <Button kind="quiet" onClick={onCopy}>
              Copy the new value
            </Button>
          )}
        </div>
      )}
      {edited !== null && (
        <ConsumerDialog
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
  active,
  busy,
  now,
  onEdit,
  onRun,
  onTick,
}: {
  readonly item: ChecklistItem;
  readonly active: boolean;
  readonly busy: boolean;
  readonly now: number;
  /** Null when nothing can be changed any more. */
  readonly onEdit: (() => void) | null;
  readonly onRun: () => void;
  readonly onTick: (done: boolean) => void;
}) {
  const { name, where, note, how, doneAt, doneBy, run } = item;
  const failed = run !== null && !run.ok && doneAt === null;
  const title = where === '' ? name : `${name}, ${where}`;
  const side =
    doneAt === null
      ? ''
      : doneBy === 'command' && run !== null
        ? `${run.exit === null ? run.sentence : `exit ${run.exit}`}, ${since(doneAt, now)}`
        : `by hand, ${since(doneAt, now)}`;
  return (
    <li>
      <Icon
        of={doneAt !== null ? Check : failed ? TriangleAlert : Circle}
        className={doneAt !== null ? 'ink-healthy' : failed ? 'ink-attention' : 'muted'}
      />
      <div className="grow">
        <div className="consumer-head">
          <span className="grow">
            <span className="hidden">{doneAt !== null ? 'Has the new token: ' : 'Not yet: '}</span>
            {title}
          </span>
          {side !== '' && <span className="muted small">{side}</span>}
          {active && doneAt === null && how !== null && (
            <Button kind="primary" disabled={busy} onClick={onRun} aria-label={`Run the command for ${name}`}>
              Run
            </Button>
          )}
          {active && doneAt === null && (
            <Button disabled={busy} onClick={() => onTick(true)} aria-label={`Mark ${name} as done`}>
              Mark as done
            </Button>
          )}
          {active && doneAt !== null && (
            <Button
              kind="link"
              className="small"
              onClick={() => onTick(false)}
              aria-label={`${name} does not have it yet`}
            >
              Not yet
            </Button>
          )}
          {onEdit !== null && (
            <Button kind="link" className="small" onClick={onEdit} aria-label={`Edit ${name}`}>
              Edit
            </Button>
          )}
        </div>
        {how !== null && <code className="mono muted wrapped">{handOverWords(how)}</code>}
        {note !== '' && <p className="muted small">{note}</p>}
        {failed && (
          <p className="small ink-attention" role="status">
            {run.sentence}
          </p>
        )}
        {run !== null && run.output !== '' && (
          <details className="small">
            <summary>What it printed</summary>
            <pre className="mono selectable">{run.output}</pre>
          </details>
        )}
      </div>
    </li>
  );
}
