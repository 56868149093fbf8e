import type { ComponentProps } from 'react';

interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` is the one step forward; `quiet` and `link` step back. */
  readonly kind?: 'plain' | 'primary' | 'quiet' | 'link' | 'danger';
  /** Keyboard shortcut shown in it. */
  readonly hint?: string;
  /** Keyboard shortcut for those who cannot see it, as aria-keyshortcuts writes it. */
  readonly shortcut?: string;
}

export function Button({ kind = 'plain', hint, shortcut, className = '', children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={`button ${kind} ${className}`}
      aria-keyshortcuts={shortcut}
      // React focuses it before its dialog shows, which does nothing; the dialog looks for this.
      data-autofocus={rest.autoFocus === true ? '' : undefined}
      {...rest}
    >
      {children}
      {hint !== undefined && (
        <span className="key" aria-hidden="true">
          {hint}
        </span>
      )}
    </button>
  );
}
