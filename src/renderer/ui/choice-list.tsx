import type { ReactNode } from 'react';
import styles from './choice-list.module.css';

interface Choice {
  readonly id: string;
  /** The content of its line. */
  readonly shown: ReactNode;
}

interface ChoiceListProps {
  readonly choices: readonly Choice[];
  readonly disabled?: boolean;
  readonly onChoose: (id: string) => void;
}

/** Shows a few choices, one line each. A click picks one. It is our own code, because the choices are buttons and none stays selected. */
export function ChoiceList({ choices, disabled = false, onChoose }: ChoiceListProps) {
  return (
    <div className={styles.list}>
      {choices.map(({ id, shown }) => (
        <button
          key={id}
          type="button"
          className={styles.choice}
          disabled={disabled}
          onClick={() => onChoose(id)}
        >
          {shown}
        </button>
      ))}
    </div>
  );
}

/** Groups a list of choices under the question that it answers. */
export function ChoiceGroup({
  question,
  children,
}: {
  readonly question: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <fieldset className={styles.group}>
      <legend>{question}</legend>
      {children}
    </fieldset>
  );
}
