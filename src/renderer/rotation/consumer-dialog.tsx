import { cut } from '../../shared/clip.ts';
import type { HandOver } from '../../shared/contract/hand-over.ts';
import type { ChecklistItem } from '../../shared/contract/rotation.ts';
import buttons from '../ui/button.module.css';
import { Button } from '../ui/button.tsx';
import dialogs from '../ui/dialog.module.css';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextArea } from '../ui/field.tsx';
import layout from '../ui/layout.module.css';
import { pageShared } from '../ui/page-words.ts';
import { shared } from '../ui/words.ts';
import { HandOverFields } from './hand-over-fields.tsx';
import { useHandOverForm } from './hand-over-form.ts';
import { words } from './words.ts';

/** A consumer as the dialog has it. */
export interface ConsumerDraft {
  readonly id?: string;
  readonly name: string;
  readonly where: string;
  readonly note: string;
  readonly how: HandOver | null;
}

/** Asks about one consumer: its name, its place, and how it gets a new value. */
export function ConsumerDialog({
  item,
  toApp,
  onSave,
  onCancel,
  onRemove,
}: {
  readonly item: ChecklistItem | null;
  /** Whether an app takes over, so that the consumer gets no new token. How it gets one stays as it is. */
  readonly toApp: boolean;
  readonly onSave: (draft: ConsumerDraft) => void;
  readonly onCancel: () => void;
  readonly onRemove: (() => void) | null;
}) {
  const handOver = useHandOverForm(item?.how ?? null);
  return (
    <Dialog
      name={item === null ? words.consumerDialog.addConsumer : words.consumerDialog.editConsumer}
      wide
      onClose={onCancel}
    >
      <h1>{item === null ? words.consumerDialog.whatUsesToken : words.consumerDialog.editConsumer}</h1>
      <form
        className={layout.stack}
        onChange={(event) => handOver.keep(event.currentTarget)}
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          const text = (name: string, most: number) => cut(String(data.get(name) ?? '').trim(), most);
          onSave({
            name: text('name', 120),
            where: text('where', 200),
            note: text('note', 500),
            how: toApp ? handOver.had : handOver.read(event.currentTarget),
          });
        }}
      >
        <div className={layout.two}>
          <Field
            label={words.consumerDialog.name}
            name="name"
            required
            maxLength={120}
            defaultValue={item?.name ?? ''}
            autoFocus
          />
          <Field
            label={words.consumerDialog.where}
            name="where"
            maxLength={200}
            defaultValue={item?.where ?? ''}
          />
        </div>
        {!toApp && <HandOverFields form={handOver} />}
        <TextArea
          label={words.consumerDialog.note}
          name="note"
          rows={2}
          maxLength={500}
          defaultValue={item?.note ?? ''}
        />
        <div className={dialogs.foot}>
          {onRemove !== null && (
            <Button kind="danger" className={buttons.toLeft} onClick={onRemove}>
              {pageShared.remove}
            </Button>
          )}
          <Button onClick={onCancel}>{shared.cancel}</Button>
          <Button kind="primary" type="submit">
            {words.consumerDialog.saveConsumer}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
