import type { FormEvent } from 'react';
import { bridge } from '../bridge.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { FailureNote } from './failure-note.tsx';
import { Field } from './field.tsx';
import { useCall } from './use-call.ts';
import { shared, words } from './words.ts';

/** Puts a backup in the place of what is here, on a new computer for example; what was here is kept beside it. */
export function RestoreDialog({
  onClose,
  onRestored = () => undefined,
}: {
  onClose: () => void;
  /** Told in words what is here now. */
  onRestored?: (words: string) => void;
}) {
  const { failure, busy, run } = useCall();
  const restore = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const passphrase = String(new FormData(event.currentTarget).get('passphrase') ?? '');
    if (passphrase === '') return;
    const done = await run(bridge.vault.restoreBackup({ passphrase }));
    if (done === null || done.tokens === null) return;
    const { tokens, oldFile } = done;
    onRestored(
      oldFile === null
        ? words.restoreDialog.restored(tokens)
        : words.restoreDialog.restoredAndKept(tokens, oldFile),
    );
    onClose();
  };
  return (
    <Dialog name={shared.restoreBackup} onClose={onClose}>
      <h1>{shared.restoreBackup}</h1>
      <p className="muted">{words.restoreDialog.whatRestoringDoes}</p>
      <form onSubmit={(event) => void restore(event)}>
        <Field
          label={words.restoreDialog.passphraseOfBackup}
          name="passphrase"
          type="password"
          autoFocus
          hint={words.restoreDialog.fileComesNext}
        />
        <FailureNote failure={failure} />
        <div className="dialog-foot">
          <Button kind="quiet" onClick={onClose}>
            {shared.cancel}
          </Button>
          <Button kind="primary" type="submit" disabled={busy}>
            {words.restoreDialog.chooseBackupFile}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
