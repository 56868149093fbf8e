import { useState } from 'react';
import type { HandOver } from '../../shared/contract/hand-over.ts';
import type { ChecklistItem } from '../../shared/contract/rotation.ts';
import { handOverTemplates } from '../../shared/hand-over-templates.ts';
import { handOverWords } from '../../shared/rotation-words.ts';
import { bridge } from '../bridge.ts';
import buttons from '../ui/button.module.css';
import { Button } from '../ui/button.tsx';
import dialogs from '../ui/dialog.module.css';
import { Dialog } from '../ui/dialog.tsx';
import { Choice, Field, TextArea } from '../ui/field.tsx';
import layout from '../ui/layout.module.css';
import { pageShared } from '../ui/page-words.ts';
import typography from '../ui/typography.module.css';
import { shared } from '../ui/words.ts';
import styles from './rotation.module.css';
import { words } from './words.ts';

/** A consumer as the dialog has it. */
export interface ConsumerDraft {
  readonly id?: string;
  readonly name: string;
  readonly where: string;
  readonly note: string;
  readonly how: HandOver | null;
}

type Way = 'hand' | 'keep' | 'command' | 'env-file' | (string & {});

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
  const had = item?.how ?? null;
  const [way, setWay] = useState<Way>(
    had === null ? 'hand' : had.kind === 'env-file' ? 'env-file' : 'command',
  );
  const [path, setPath] = useState(had?.kind === 'env-file' ? had.path : '');
  const [how, setHow] = useState<HandOver | null>(had);
  const template = handOverTemplates.find(({ id }) => id === way);

  const read = (form: HTMLFormElement): HandOver | null => {
    const data = new FormData(form);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    if (template !== undefined) {
      const fields = Object.fromEntries(template.fields.map(({ name }) => [name, text(`field-${name}`)]));
      return Object.values(fields).every((value) => value !== '') ? template.build(fields) : null;
    }
    if (way === 'env-file') {
      return path === '' || text('key') === '' ? null : { kind: 'env-file', path, key: text('key') };
    }
    if (way === 'command') {
      const lines = (name: string) =>
        text(name)
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean);
      const argv = lines('argv');
      const env = text('env');
      const pipeTo = lines('pipeTo');
      if (argv.length === 0) return null;
      return {
        kind: 'command',
        argv,
        via: text('via') === 'env' && env !== '' ? { env } : { stdin: true },
        ...(pipeTo.length === 0 ? {} : { pipeTo }),
      };
    }
    return null;
  };
  const command = had?.kind === 'command' ? had : null;
  return (
    <Dialog
      name={item === null ? words.consumerDialog.addConsumer : words.consumerDialog.editConsumer}
      wide
      onClose={onCancel}
    >
      <h1>{item === null ? words.consumerDialog.whatUsesToken : words.consumerDialog.editConsumer}</h1>
      <form
        className={layout.stack}
        onChange={(event) => setHow(read(event.currentTarget))}
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          const text = (name: string, most: number) =>
            String(data.get(name) ?? '')
              .trim()
              .slice(0, most);
          onSave({
            name: text('name', 120),
            where: text('where', 200),
            note: text('note', 500),
            how: toApp ? had : way === 'hand' ? null : read(event.currentTarget),
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
        {!toApp && (
          <>
            <Choice
              label={words.consumerDialog.howItGetsToken}
              name="way"
              value={way}
              onChange={(event) => {
                setWay(event.target.value);
                setHow(null);
              }}
              options={[
                ['hand', words.consumerDialog.byHand],
                ...handOverTemplates.map(({ id, name }) => [id, name] as const),
                ['env-file', words.consumerDialog.file],
                ['command', words.consumerDialog.ownCommand],
              ]}
            />
            {template !== undefined && (
              <div className={layout.two}>
                {template.fields.map(({ name, label, example }) => (
                  <Field
                    key={`${way} ${name}`}
                    label={label}
                    name={`field-${name}`}
                    placeholder={example}
                    required
                    maxLength={300}
                  />
                ))}
              </div>
            )}
            {way === 'env-file' && (
              <>
                <div className={layout.row}>
                  <Button
                    onClick={() =>
                      void bridge.rotation.chooseEnvFile().then((chosen) => {
                        if (chosen.ok && chosen.value.path !== null) setPath(chosen.value.path);
                      })
                    }
                  >
                    {words.consumerDialog.chooseFile}
                  </Button>
                  <span className={`${typography.mono} ${typography.ellipsis}`}>
                    {path === '' ? words.consumerDialog.noFileChosen : path}
                  </span>
                </div>
                <Field
                  label={words.consumerDialog.key}
                  name="key"
                  placeholder="OKTA_API_TOKEN"
                  pattern="[A-Za-z_][A-Za-z0-9_.]{0,100}"
                  required
                  defaultValue={had?.kind === 'env-file' ? had.key : ''}
                  hint={words.consumerDialog.whatKeyDoes}
                />
              </>
            )}
            {way === 'command' && (
              <>
                <TextArea
                  label={words.consumerDialog.programArguments}
                  name="argv"
                  code
                  rows={4}
                  required
                  defaultValue={command?.argv.join('\n') ?? ''}
                  hint={words.consumerDialog.howItRuns}
                />
                <div className={layout.two}>
                  <Choice
                    label={words.consumerDialog.theTokenGoes}
                    name="via"
                    defaultValue={command !== null && 'env' in command.via ? 'env' : 'stdin'}
                    options={[
                      ['stdin', words.consumerDialog.toStandardInput],
                      ['env', words.consumerDialog.toEnvironment],
                    ]}
                  />
                  <Field
                    label={words.consumerDialog.variable}
                    name="env"
                    code
                    placeholder="OKTA_API_TOKEN"
                    pattern="[A-Za-z_][A-Za-z0-9_]{0,100}"
                    defaultValue={command !== null && 'env' in command.via ? command.via.env : ''}
                  />
                </div>
                <TextArea
                  label={words.consumerDialog.thenWithOutput}
                  name="pipeTo"
                  code
                  rows={2}
                  defaultValue={command?.pipeTo?.join('\n') ?? ''}
                  hint={words.consumerDialog.secondProgram}
                />
              </>
            )}
            {how !== null && way !== 'hand' && way !== 'env-file' && (
              <p className={typography.small}>
                {words.consumerDialog.whatWillRun(
                  <code className={`${typography.mono} ${styles.wrapped} ${typography.selectable}`}>
                    {handOverWords(how)}
                  </code>,
                )}
              </p>
            )}
          </>
        )}
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
