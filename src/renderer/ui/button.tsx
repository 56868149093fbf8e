import type { ComponentProps } from 'react';
import styles from './button.module.css';
import typography from './typography.module.css';

/** The class of each kind; a plain button has none of its own. */
const kinds = {
  plain: '',
  primary: styles.primary,
  quiet: styles.quiet,
  link: styles.link,
  danger: styles.danger,
} as const;

interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` is the one step forward; `quiet` and `link` step back. */
  readonly kind?: keyof typeof kinds;
  /** The key that the button shows. */
  readonly hint?: string;
  /** The key for a screen reader, as aria-keyshortcuts writes it. */
  readonly shortcut?: string;
}

/** Shows a button. It submits no form unless its type says so. */
export function Button({ kind = 'plain', hint, shortcut, className = '', children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={`${styles.button} ${kinds[kind]} ${className}`}
      aria-keyshortcuts={shortcut}
      // React focuses it before its dialog is shown, and that does nothing. The dialog looks for this attribute.
      data-autofocus={rest.autoFocus === true ? '' : undefined}
      {...rest}
    >
      {children}
      {hint !== undefined && (
        <span className={typography.key} aria-hidden="true">
          {hint}
        </span>
      )}
    </button>
  );
}
