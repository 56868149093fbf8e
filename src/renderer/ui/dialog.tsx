import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { Button } from './button.tsx';
import styles from './dialog.module.css';

interface DialogProps {
  readonly name: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The class of a dialog with a size and padding of its own. */
  readonly className?: string | undefined;
  /** Whether it has the room for columns, or for three buttons in a row. */
  readonly wide?: boolean;
  readonly role?: 'dialog' | 'alertdialog';
}

/**
 * Shows a modal dialog. Focus stays in it and goes back after; Escape asks to close. By hand: the browser's own `<dialog>` makes the page under
 * it inert, which React Aria's Modal does by script.
 */
export function Dialog({ name, onClose, children, className, wide = false, role = 'dialog' }: DialogProps) {
  const look = className ?? (wide ? `${styles.plain} ${styles.wide}` : styles.plain);
  const dialog = useRef<HTMLDialogElement>(null);
  // Read while it renders, because a field of the dialog has the focus by the time the effect runs.
  const [before] = useState(() => document.activeElement);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Without this the first control of the dialog has the focus.
    shown?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      shown?.close();
      // The browser gives the focus back to the wrong element after such a field, and to none when the right one is gone.
      queueMicrotask(() => landFocus(before));
    };
  }, [before]);
  return (
    <dialog
      ref={dialog}
      className={`${styles.dialog} ${look}`}
      aria-label={name}
      role={role}
      // The browser would close it at the second Escape, whatever is answered to the first. So Escape is handled here.
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

/** Gives the focus of a closed dialog to the element that had it before, or else to the dialog below or the page. */
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
 * Puts the caret into the field that has the focus. Chromium gives the focus back while the page is still inert, and then the field has it
 * without the caret: what is typed goes nowhere.
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
