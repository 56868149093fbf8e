import { useState } from 'react';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { NewPassphrase } from '../ui/new-passphrase.tsx';
import { RestoreDialog } from '../ui/restore-dialog.tsx';
import { useCall } from '../ui/use-call.ts';

/** This computer has no keyring: a passphrase, or memory only; a plain-text store does not exist. */
export function NoKeyring({ doubt }: { readonly doubt: string }) {
  const { failure, busy, run } = useCall();
  const [restoring, setRestoring] = useState(false);
  return (
    <>
      <h1>{doubt === '' ? 'This computer has no keyring' : 'The keyring of this computer is not known'}</h1>
      <p>
        {doubt === ''
          ? "Keyturn keeps tokens under the system's own encryption. None is running here, so Keyturn writes no token to disk."
          : `${doubt} Keyturn writes no token to disk under it.`}{' '}
        Choose a passphrase instead, or keep tokens for this session only.
      </p>
      <FailureNote failure={failure} />
      <NewPassphrase
        busy={busy}
        button="Use a passphrase"
        act={async (passphrase) => (await run(bridge.vault.choosePassphrase({ passphrase }))) !== null}
      />
      <hr />
      <div className="stack">
        <p className="muted small">
          For this session only: tokens stay in memory and are gone when Keyturn quits.
        </p>
        <div className="actions">
          <Button disabled={busy} onClick={() => void run(bridge.vault.keepForSession())}>
            Keep for this session only
          </Button>
          <Button disabled={busy} onClick={() => setRestoring(true)}>
            Restore a backup
          </Button>
        </div>
        {restoring && <RestoreDialog onClose={() => setRestoring(false)} />}
        <p className="muted small">
          To have a keyring, install and start GNOME Keyring or KWallet, then start Keyturn again.{' '}
          <Button
            kind="link"
            className="small"
            onClick={() => void bridge.app.openDoc({ doc: 'keyring-help' })}
          >
            How to set up GNOME Keyring
          </Button>
        </p>
      </div>
    </>
  );
}
