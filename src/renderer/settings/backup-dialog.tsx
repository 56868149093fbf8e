import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { NewPassphrase } from '../ui/new-passphrase.tsx';
import { withProof } from '../ui/proof-store.ts';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { shared } from '../ui/words.ts';
import { words } from './words.ts';

/** Asks for a passphrase and saves a backup under it. */
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
    onSaved(words.backupDialog.saved(tokens, path));
    return true;
  };
  return (
    <Dialog name={words.backupDialog.saveABackup} onClose={onClose}>
      <h1>{words.backupDialog.saveABackup}</h1>
      <p className={typography.muted}>{words.backupDialog.whatFileHolds}</p>
      <FailureNote failure={failure} />
      <NewPassphrase busy={busy} button={words.backupDialog.chooseWhere} act={save}>
        <Button kind="quiet" onClick={onClose}>
          {shared.cancel}
        </Button>
      </NewPassphrase>
    </Dialog>
  );
}
