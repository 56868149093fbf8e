import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { Button } from './button.tsx';
import styles from './dialog.module.css';

interface DialogProps {
  readonly name: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The class of a dialog with a size and padding of its own. */
  readonly className?: string | undefined;
  /** Whether it has space for columns, or for three buttons in a row. */
  readonly wide?: boolean;
  readonly role?: 'dialog' | 'alertdialog';
}

/**
 * Shows a modal dialog. Focus stays in the dialog and returns afterwards. Escape asks to close. It is our own code, because the browser's
 * `<dialog>` makes the page under it inert, which React Aria's Modal does with a script.
 */
export function Dialog({ name, onClose, children, className, wide = false, role = 'dialog' }: DialogProps) {
  const look = className ?? (wide ? `${styles.plain} ${styles.wide}` : styles.plain);
  const dialog = useRef<HTMLDialogElement>(null);
  // This is read during the render, because a field of the dialog has the focus when the effect runs.
  const [before] = useState(() => document.activeElement);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Without this, the first control of the dialog has the focus.
    shown?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      shown?.close();
      // After such a field, the browser returns the focus to the wrong element, or to none when the right element is gone.
      queueMicrotask(() => landFocus(before));
    };
  }, [before]);
  return (
    <dialog
      ref={dialog}
      className={`${styles.dialog} ${look}`}
      aria-label={name}
      role={role}
      // The browser would close the dialog at the second Escape, regardless of the answer to the first. So this code handles Escape.
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {children}
    </dialog>
  );
}

/** Returns the focus after a dialog closes: to the element that had it before, or else to the dialog below or the page. */
function landFocus(before: Element | null): void {
  const isLost = () => document.activeElement === null || document.activeElement === document.body;
  if (isLost() && before instanceof HTMLElement && before.isConnected) before.focus();
  if (!isLost()) {
    putCaret();
    return;
  }
  const place = [...document.querySelectorAll<HTMLElement>('dialog[open], main')].at(-1);
  if (place === undefined) return;
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

/**
 * Puts the caret into the field that has the focus. Chromium returns the focus while the page is still inert. The field then has the focus
 * without the caret, and typed text is lost.
 */
function putCaret(): void {
  const field = document.activeElement;
  if (
    field instanceof HTMLTextAreaElement ||
    (field instanceof HTMLInputElement && field.selectionStart !== null)
  ) {
    field.setSelectionRange(field.selectionStart, field.selectionEnd);
  }
}

/** Asks before something that cannot be undone. The safe answer has the focus. */
export function Confirm({
  name,
  children,
  act,
  keep,
  onAct,
  onKeep,
}: {
  readonly name: string;
  readonly children: ReactNode;
  readonly act: string;
  readonly keep: string;
  readonly onAct: () => void;
  readonly onKeep: () => void;
}) {
  return (
    <Dialog name={name} onClose={onKeep} role="alertdialog">
      <h1>{name}</h1>
      {children}
      <div className={styles.foot}>
        <Button onClick={onKeep} autoFocus>
          {keep}
        </Button>
        <Button kind="danger" onClick={onAct}>
          {act}
        </Button>
      </div>
    </Dialog>
  );
}
