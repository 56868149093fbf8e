import { useState } from 'react';
import { newPassphrase } from '../../shared/passphrase.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { FilePassphraseDialog } from '../ui/file-passphrase-dialog.tsx';
import layout from '../ui/layout.module.css';
import { NewPassphrase } from '../ui/new-passphrase.tsx';
import { withProof } from '../ui/proof-store.ts';
import toWriteDown from '../ui/to-write-down.module.css';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { shared } from '../ui/words.ts';
import { Setting } from './setting.tsx';
import { words } from './words.ts';

interface DialogProps {
  readonly onClose: () => void;
  /** Called with a sentence about the result. */
  readonly onDone: (words: string) => void;
}

/** Exports tokens for another computer as an age file, and imports such a file. */
export function AnotherComputer({ onDone }: Pick<DialogProps, 'onDone'>) {
  const [open, setOpen] = useState<'export' | 'import' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Setting name={words.anotherComputer.anotherComputer} words={words.anotherComputer.ageFile}>
        <div className={layout.actions}>
          <Button onClick={() => setOpen('export')}>{words.anotherComputer.exportTokens}</Button>
          <Button onClick={() => setOpen('import')}>{words.anotherComputer.importTokens}</Button>
        </div>
      </Setting>
      {open === 'export' && <ExportDialog onClose={close} onDone={onDone} />}
      {open === 'import' && <ImportDialog onClose={close} onDone={onDone} />}
    </>
  );
}

function ExportDialog({ onClose, onDone }: DialogProps) {
  const { failure, busy, run } = useCall();
  const [made, setMade] = useState<string | null>(null);
  const save = async (passphrase: string): Promise<boolean> => {
    const done = await run(withProof(() => bridge.vault.exportTokens({ passphrase })));
    if (done === null || done.path === null) return false;
    const { path, leftOut } = done;
    onDone(
      leftOut === 0
        ? words.anotherComputer.exported(done, path)
        : words.anotherComputer.exportedSome(done, path, leftOut),
    );
    onClose();
    return true;
  };
  return (
    <Dialog name={words.anotherComputer.exportTokens} wide onClose={onClose}>
      <h1>{words.anotherComputer.exportTokens}</h1>
      <p className={typography.muted}>{words.anotherComputer.whoeverHas}</p>
      <FailureNote failure={failure} />
      {made === null ? (
        <NewPassphrase busy={busy} button={words.anotherComputer.chooseWhere} act={save}>
          <Button kind="quiet" onClick={onClose}>
            {shared.cancel}
          </Button>
          <Button onClick={() => setMade(newPassphrase())}>{words.anotherComputer.makePassphrase}</Button>
        </NewPassphrase>
      ) : (
        <div className={layout.stack}>
          <p className={typography.small}>{words.anotherComputer.writeDown}</p>
          <p className={toWriteDown.value} data-testid="export-passphrase">
            {made}
          </p>
          <div className={layout.actions}>
            <Button kind="quiet" onClick={onClose}>
              {shared.cancel}
            </Button>
            <Button onClick={() => void bridge.app.copyText({ text: made, secret: true })}>
              {shared.copyFor30s}
            </Button>
            <Button kind="primary" disabled={busy} onClick={() => void save(made)}>
              {words.anotherComputer.chooseWhere}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

function ImportDialog({ onClose, onDone }: DialogProps) {
  const { failure, busy, run } = useCall();
  const take = async (passphrase: string) => {
    const done = await run(bridge.vault.importTokens({ passphrase }));
    if (done === null || done.added === null) return;
    const { added, alreadyHere } = done;
    onDone(
      alreadyHere.tokens + alreadyHere.apps === 0
        ? words.anotherComputer.imported(added)
        : words.anotherComputer.importedSome(added, alreadyHere),
    );
    onClose();
  };
  return (
    <FilePassphraseDialog
      name={words.anotherComputer.importTokens}
      lead={words.anotherComputer.besideThose}
      label={words.anotherComputer.passphraseOfFile}
      hint={words.anotherComputer.thenChoose}
      button={words.anotherComputer.chooseFile}
      failure={failure}
      busy={busy}
      open={take}
      onClose={onClose}
    />
  );
}
