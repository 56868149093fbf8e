import { useState } from 'react';
import { bridge, type Failure } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { NewPassphrase } from '../ui/new-passphrase.tsx';

export function BackupDialog({
  onClose,
  onSaved,
}: {
  onClose: () => void;
  onSaved: (words: string) => void;
}) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async (passphrase: string): Promise<boolean> => {
    setBusy(true);
    setFailure(null);
    const answer = await bridge.vault.saveBackup({ passphrase });
    setBusy(false);
    if (!answer.ok) {
      setFailure(answer.error);
      return false;
    }
    const { path, tokens } = answer.value;
    if (path === null) return false;
    onSaved(
      `Saved and opened again to prove it: ${tokens === 1 ? '1 token' : `${tokens} tokens`} in ${path}.`,
    );
    return true;
  };
  return (
    <Dialog name="Save a backup" onClose={onClose}>
      <h1>Save a backup</h1>
      <p className="muted">
        The file holds all your tokens, encrypted with a passphrase of its own. Keep both apart from each
        other.
      </p>
      <FailureNote failure={failure} />
      <NewPassphrase busy={busy} button="Choose where to save it" act={save}>
        <Button kind="quiet" onClick={onClose}>
          Cancel
        </Button>
      </NewPassphrase>
    </Dialog>
  );
}
