import { useState } from 'react';
import type { HandOver } from '../../shared/contract/hand-over.ts';
import { handOverTemplates } from '../../shared/hand-over-templates.ts';
import { handOverWords } from '../../shared/rotation-words.ts';
import { isVariableName, variableName } from '../../shared/variable-name.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Choice, Field, TextArea } from '../ui/field.tsx';
import layout from '../ui/layout.module.css';
import typography from '../ui/typography.module.css';
import type { HandOverForm } from './hand-over-form.ts';
import styles from './rotation.module.css';
import { words } from './words.ts';

/** Asks how a consumer gets the new token, and shows the command that would run. */
export function HandOverFields({ form }: { readonly form: HandOverForm }) {
  const { way, template, how } = form;
  return (
    <>
      <Choice
        label={words.consumerDialog.howItGetsToken}
        name="way"
        value={way}
        onChange={(event) => {
          // The fields of the earlier way are still in the form, so the form must not read them as those of the new way.
          event.stopPropagation();
          form.chooseWay(event.target.value);
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
      {way === 'env-file' && <EnvFileFields form={form} />}
      {way === 'command' && <CommandFields had={form.had} />}
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
  );
}

/** Says in a field why its text is no name of a variable. People also paste a whole line; `variableName` takes the name out of it. */
function check(field: HTMLInputElement, inFile: boolean): void {
  const fits = field.value === '' || isVariableName(variableName(field.value), inFile);
  field.setCustomValidity(fits ? '' : inFile ? words.consumerDialog.noKey : words.consumerDialog.noVariable);
}

function EnvFileFields({ form: { had, path, choosePath } }: { readonly form: HandOverForm }) {
  return (
    <>
      <div className={layout.row}>
        <Button
          onClick={() =>
            void bridge.rotation.chooseEnvFile().then((chosen) => {
              if (chosen.ok && chosen.value.path !== null) choosePath(chosen.value.path);
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
        onChange={(event) => check(event.target, true)}
        required
        defaultValue={had?.kind === 'env-file' ? had.key : ''}
        hint={words.consumerDialog.whatKeyDoes}
      />
    </>
  );
}

function CommandFields({ had }: { readonly had: HandOver | null }) {
  const command = had?.kind === 'command' ? had : null;
  const variable = command !== null && 'env' in command.via ? command.via.env : null;
  const [inVariable, setInVariable] = useState(variable !== null);
  return (
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
          defaultValue={variable === null ? 'stdin' : 'env'}
          onChange={({ target }) => setInVariable(target.value === 'env')}
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
          required={inVariable}
          onChange={(event) => check(event.target, false)}
          defaultValue={variable ?? ''}
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
  );
}
