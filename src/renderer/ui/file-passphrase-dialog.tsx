import type { FormEvent } from 'react';
import type { Failure } from '../bridge.ts';
import { Button } from './button.tsx';
import dialogs from './dialog.module.css';
import { Dialog } from './dialog.tsx';
import { FailureNote } from './failure-note.tsx';
import { Field } from './field.tsx';
import typography from './typography.module.css';
import { shared } from './words.ts';

/** Asks for the passphrase of a file. Main then asks for the file. */
export function FilePassphraseDialog({
  name,
  lead,
  label,
  hint,
  button,
  failure,
  busy,
  open,
  onClose,
}: {
  /** The dialog's name and heading. */
  readonly name: string;
  readonly lead: string;
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly failure: Failure | null;
  readonly busy: boolean;
  /** Lets main ask for the file. The passphrase is never empty. */
  readonly open: (passphrase: string) => Promise<void>;
  readonly onClose: () => void;
}) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const passphrase = String(new FormData(event.currentTarget).get('passphrase') ?? '');
    if (passphrase !== '') void open(passphrase);
  };
  return (
    <Dialog name={name} onClose={onClose}>
      <h1>{name}</h1>
      <p className={typography.muted}>{lead}</p>
      <form onSubmit={submit}>
        <Field label={label} name="passphrase" type="password" autoFocus hint={hint} />
        <FailureNote failure={failure} />
        <div className={dialogs.foot}>
          <Button kind="quiet" onClick={onClose}>
            {shared.cancel}
          </Button>
          <Button kind="primary" type="submit" disabled={busy}>
            {button}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
