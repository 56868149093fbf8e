import type { ComponentProps } from 'react';
import styles from './button.module.css';
import typography from './typography.module.css';

/** The class of each kind. A plain button has no class of its own. */
const kinds = {
  plain: '',
  primary: styles.primary,
  quiet: styles.quiet,
  link: styles.link,
  danger: styles.danger,
} as const;

interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` is the one next step. `quiet` and `link` are less visible. */
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
      // React focuses the button before its dialog opens, which has no effect. So the dialog looks for this attribute.
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
