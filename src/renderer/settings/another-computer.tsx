import { type FormEvent, useState } from 'react';
import { newPassphrase, weaknessOf } from '../../shared/passphrase.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Field } from '../ui/field.tsx';
import { NewPassphrase } from '../ui/new-passphrase.tsx';
import { useCall } from '../ui/use-call.ts';
import { Setting } from './setting.tsx';

const count = (n: number): string => (n === 1 ? '1 token' : `${n} tokens`);

interface DialogProps {
  readonly onClose: () => void;
  /** Told in words what was done. */
  readonly onDone: (words: string) => void;
}

/** Carries tokens to another computer and takes them in there, by an age file. */
export function AnotherComputer({ onDone }: Pick<DialogProps, 'onDone'>) {
  const [open, setOpen] = useState<'export' | 'import' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Setting
        name="Another computer"
        words="An age file with a passphrase of its own. Keyturn takes it in beside what is there; the program age opens it too."
      >
        <div className="row-flex">
          <Button onClick={() => setOpen('export')}>Export tokens</Button>
          <Button onClick={() => setOpen('import')}>Import tokens</Button>
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
    const done = await run(bridge.vault.exportTokens({ passphrase }));
    if (done === null || done.path === null) return false;
    const { path, tokens, leftOut } = done;
    onDone(
      `Exported and opened again to prove it: ${count(tokens)} in ${path}.${leftOut === 0 ? '' : ` Left out: ${count(leftOut)}, revoked or unreadable.`}`,
    );
    onClose();
    return true;
  };
  return (
    <Dialog name="Export tokens" onClose={onClose}>
      <h1>Export tokens</h1>
      <p className="muted">
        Whoever has the file and the passphrase has every token. Send them by different ways, and delete the
        file once it was taken in.
      </p>
      <FailureNote failure={failure} />
      {made === null ? (
        <NewPassphrase busy={busy} button="Choose where to save it" act={save} weakness={weaknessOf}>
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button onClick={() => setMade(newPassphrase())}>Make a passphrase</Button>
        </NewPassphrase>
      ) : (
        <div className="stack">
          <p className="small">Write it down; it is shown only now.</p>
          <p className="recovery-key" data-testid="export-passphrase">
            {made}
          </p>
          <div className="actions">
            <Button kind="quiet" onClick={onClose}>
              Cancel
            </Button>
            <Button onClick={() => void bridge.app.copyText({ text: made, secret: true })}>
              Copy for 30 s
            </Button>
            <Button kind="primary" disabled={busy} onClick={() => void save(made)}>
              Choose where to save it
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

function ImportDialog({ onClose, onDone }: DialogProps) {
  const { failure, busy, run } = useCall();
  const take = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const passphrase = String(new FormData(event.currentTarget).get('passphrase') ?? '');
    if (passphrase === '') return;
    const done = await run(bridge.vault.importTokens({ passphrase }));
    if (done === null || done.added === null) return;
    const { added, alreadyHere } = done;
    onDone(
      `Imported: ${count(added)}.${alreadyHere === 0 ? '' : ` Already here and left as they are: ${count(alreadyHere)}.`}`,
    );
    onClose();
  };
  return (
    <Dialog name="Import tokens" onClose={onClose}>
      <h1>Import tokens</h1>
      <p className="muted">
        The tokens of the file come beside those that are here. One that is here already stays as it is.
      </p>
      <form onSubmit={(event) => void take(event)}>
        <Field
          label="Passphrase of the file"
          name="passphrase"
          type="password"
          autoFocus
          hint="Then choose the age file."
        />
        <FailureNote failure={failure} />
        <div className="dialog-foot">
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" type="submit" disabled={busy}>
            Choose the file
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
