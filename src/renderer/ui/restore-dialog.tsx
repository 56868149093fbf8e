import type { FormEvent } from 'react';
import { bridge } from '../bridge.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { FailureNote } from './failure-note.tsx';
import { Field } from './field.tsx';
import { useCall } from './use-call.ts';

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
      `Restored: ${tokens === 1 ? '1 token' : `${tokens} tokens`}.${oldFile === null ? '' : ` What was here is kept as ${oldFile}.`}`,
    );
    onClose();
  };
  return (
    <Dialog name="Restore a backup" onClose={onClose}>
      <h1>Restore a backup</h1>
      <p className="muted">
        The tokens in the backup take the place of what is here now. That is not deleted: its file stays
        beside the new one under another name.
      </p>
      <form onSubmit={(event) => void restore(event)}>
        <Field
          label="Passphrase of the backup"
          name="passphrase"
          type="password"
          autoFocus
          hint="Then choose the backup file."
        />
        <FailureNote failure={failure} />
        <div className="dialog-foot">
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" type="submit" disabled={busy}>
            Choose the backup file
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
