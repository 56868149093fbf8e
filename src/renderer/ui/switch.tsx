import styles from './switch.module.css';

interface SwitchProps {
  /** The id that the label points to. */
  readonly id: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  /** The id of the words that say why it is disabled. */
  readonly describedBy?: string | undefined;
  readonly set: (on: boolean) => void;
}

/**
 * Shows whether something is on, and turns it on or off. It is our own code, because React Aria's Switch hides its checkbox under a label.
 * The browser's checkbox is the visible element, and a screen reader or a test clicks the same element.
 */
export function Switch({ id, on, disabled = false, describedBy, set }: SwitchProps) {
  return (
    <input
      id={id}
      type="checkbox"
      role="switch"
      aria-checked={on}
      className={styles.switch}
      checked={on}
      disabled={disabled}
      aria-describedby={describedBy}
      onChange={(event) => set(event.target.checked)}
    />
  );
}
