import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from './button.tsx';

interface DialogProps {
  readonly name: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly className?: string;
  readonly role?: 'dialog' | 'alertdialog';
}

/** A modal dialog: focus stays in it and goes back after; Escape asks to close. */
export function Dialog({ name, onClose, children, className = 'plain', role = 'dialog' }: DialogProps) {
  return (
    <ModalOverlay
      className={`veil ${className}-veil`}
      isOpen
      isDismissable={false}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal>
        <AriaDialog className={`dialog ${className}`} aria-label={name} role={role}>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
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
