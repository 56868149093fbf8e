import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { NewPassphrase } from '../ui/new-passphrase.tsx';
import { withProof } from '../ui/proof.tsx';
import { useCall } from '../ui/use-call.ts';

export function BackupDialog({
  onClose,
  onSaved,
}: {
  onClose: () => void;
  onSaved: (words: string) => void;
}) {
  const { failure, busy, run } = useCall();
  const save = async (passphrase: string): Promise<boolean> => {
    const done = await run(withProof(() => bridge.vault.saveBackup({ passphrase })));
    if (done === null || done.path === null) return false;
    const { path, tokens } = done;
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
