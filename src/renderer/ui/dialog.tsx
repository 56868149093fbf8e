import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { Button } from './button.tsx';

interface DialogProps {
  readonly name: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly className?: string;
  readonly role?: 'dialog' | 'alertdialog';
}

/** A modal dialog, the browser's own: focus stays in it and goes back after; Escape asks to close. */
export function Dialog({ name, onClose, children, className = 'plain', role = 'dialog' }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      aria-label={name}
      role={role}
      // The browser would close it at the second Escape, whatever is answered to the first; whether it closes is decided here.
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

/** Asks before something that cannot be undone; the safe answer has the focus. */
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
      <div className="dialog-foot">
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
