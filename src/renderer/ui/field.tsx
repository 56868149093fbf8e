import { type ComponentProps, type ReactNode, useId } from 'react';
import styles from './field.module.css';

interface FieldProps {
  readonly label: string;
  /** Whether its text is code: a command, a path, a key. */
  readonly code?: boolean;
  readonly hint?: ReactNode;
}

type InputProps = FieldProps & Omit<ComponentProps<'input'>, 'id' | 'className'>;

/**
 * Shows a labelled text field. A screen reader reads its hint after the label. The fields of this file are our own code, because React
 * Aria's TextField keeps the typed text in React's state. A passphrase must be in the field only.
 */
export function Field({ label, hint, code = false, ...rest }: InputProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={code ? `${styles.input} ${styles.mono}` : styles.input}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        spellCheck={false}
        autoComplete="off"
        {...rest}
      />
      {hint !== undefined && (
        <span className={styles.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}

/** Shows a labelled field of several lines. */
export function TextArea({
  label,
  hint,
  code = false,
  ...rest
}: FieldProps & Omit<ComponentProps<'textarea'>, 'id' | 'className'>) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className={code ? `${styles.input} ${styles.mono}` : styles.input}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        {...rest}
      />
      {hint !== undefined && (
        <span className={styles.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}

/** Shows a labelled choice of a few options, with the system's own list. */
export function Choice({
  label,
  hint,
  options,
  ...rest
}: FieldProps &
  Omit<ComponentProps<'select'>, 'id'> & {
    readonly options: readonly (readonly [value: string, words: string])[];
  }) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={styles.input}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        {...rest}
      >
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      {hint !== undefined && (
        <span className={styles.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}
