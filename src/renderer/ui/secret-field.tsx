import { type Ref, useId } from 'react';
import fields from './field.module.css';
import layout from './layout.module.css';
import { words } from './page-words.ts';

/**
 * Shows the field for a token's value. React does not hold the value. Only the field has it. The owner of the field reads the value once
 * and clears the field.
 */
export function SecretField({ field, hint }: { field: Ref<HTMLInputElement>; hint?: string }) {
  const id = useId();
  return (
    <div className={`${fields.field} ${layout.grow}`}>
      <label htmlFor={id}>{words.secretField.apiToken}</label>
      <input
        id={id}
        ref={field}
        className={`${fields.input} ${fields.mono}`}
        type="password"
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={4096}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
      {hint !== undefined && (
        <span className={fields.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}
