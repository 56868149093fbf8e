import type { ComponentProps } from 'react';

interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` is the one step forward; `quiet` and `link` step back. */
  readonly kind?: 'plain' | 'primary' | 'quiet' | 'link' | 'danger';
  /** Keyboard shortcut shown in it. */
  readonly hint?: string;
}

export function Button({ kind = 'plain', hint, className = '', children, ...rest }: ButtonProps) {
  return (
    <button type="button" className={`button ${kind} ${className}`} {...rest}>
      {children}
      {hint !== undefined && (
        <span className="key" aria-hidden="true">
          {hint}
        </span>
      )}
    </button>
  );
}
