import { bridge } from '../bridge.ts';
import { FilePassphraseDialog } from './file-passphrase-dialog.tsx';
import { useCall } from './use-call.ts';
import { shared, words } from './words.ts';

/** Restores a backup, for example on a new computer. Keyturn keeps the earlier vault beside it. */
export function RestoreDialog({
  onClose,
  onRestored = () => undefined,
}: {
  onClose: () => void;
  /** Called with a sentence about the restored backup. */
  onRestored?: (words: string) => void;
}) {
  const { failure, busy, run } = useCall();
  const restore = async (passphrase: string) => {
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
    <FilePassphraseDialog
      name={shared.restoreBackup}
      lead={words.restoreDialog.whatRestoringDoes}
      label={words.restoreDialog.passphraseOfBackup}
      hint={words.restoreDialog.fileComesNext}
      button={words.restoreDialog.chooseBackupFile}
      failure={failure}
      busy={busy}
      open={restore}
      onClose={onClose}
    />
  );
}
