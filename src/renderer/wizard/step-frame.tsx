import { type ReactNode, useEffect, useRef } from 'react';
import buttons from '../ui/button.module.css';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import typography from '../ui/typography.module.css';
import { shared } from '../ui/words.ts';
import styles from './wizard.module.css';
import { useWizard } from './wizard-store.ts';
import { words } from './words.ts';

interface StepFrameProps {
  readonly heading: string;
  readonly lead: ReactNode;
  readonly children: ReactNode;
  readonly onCancel: () => void;
  readonly onBack?: ((form: HTMLFormElement) => void) | undefined;
  /** The buttons that lead forward, at the right. */
  readonly forward: ReactNode;
  readonly onSubmit?: (form: HTMLFormElement) => void;
}

/** Shows one step: its heading, its body, and its buttons at the foot. The heading takes the focus, so that a screen reader says it. */
export function StepFrame({ heading, lead, children, onCancel, onBack, forward, onSubmit }: StepFrameProps) {
  const failure = useWizard((state) => state.failure);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A field of the step may have taken the focus already.
    if (!title.current?.closest('form')?.contains(document.activeElement)) title.current?.focus();
  }, []);
  return (
    <form
      className={styles.wizardForm}
      // Each step says in its own words what is wrong with a field.
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit?.(event.currentTarget);
      }}
    >
      <div className={styles.wizardBody}>
        <h1 ref={title} tabIndex={-1}>
          {heading}
        </h1>
        <p className={typography.muted}>{lead}</p>
        {children}
        <FailureNote failure={failure} />
      </div>
      <div className={styles.wizardFoot}>
        <Button kind="quiet" className={buttons.toLeft} onClick={onCancel}>
          {shared.cancel}
        </Button>
        {onBack !== undefined && (
          <Button
            onClick={(event) => {
              if (event.currentTarget.form !== null) onBack(event.currentTarget.form);
            }}
          >
            {words.stepFrame.back}
          </Button>
        )}
        {forward}
      </div>
    </form>
  );
}
