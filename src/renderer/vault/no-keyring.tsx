import { useState } from 'react';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import layout from '../ui/layout.module.css';
import { NewPassphrase } from '../ui/new-passphrase.tsx';
import { RestoreDialog } from '../ui/restore-dialog.tsx';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { shared } from '../ui/words.ts';
import { words } from './words.ts';

/** Shows the choice where this computer has no keyring: a passphrase, or memory only. Keyturn never keeps tokens as plain text. */
export function NoKeyring({ doubt }: { readonly doubt: string }) {
  const { failure, busy, run } = useCall();
  const [restoring, setRestoring] = useState(false);
  return (
    <>
      <h1>{doubt === '' ? words.noKeyring.noKeyring : words.noKeyring.keyringNotKnown}</h1>
      <p>{doubt === '' ? words.noKeyring.whatNoKeyringMeans : words.noKeyring.whatDoubtMeans(doubt)}</p>
      <FailureNote failure={failure} />
      <NewPassphrase
        busy={busy}
        button={words.noKeyring.useAPassphrase}
        act={async (passphrase) => (await run(bridge.vault.choosePassphrase({ passphrase }))) !== null}
      />
      <hr />
      <div className={layout.stack}>
        <p className={`${typography.muted} ${typography.small}`}>{words.noKeyring.whatSessionMeans}</p>
        <div className={layout.actions}>
          <Button disabled={busy} onClick={() => void run(bridge.vault.keepForSession())}>
            {words.noKeyring.keepForSession}
          </Button>
          <Button disabled={busy} onClick={() => setRestoring(true)}>
            {shared.restoreBackup}
          </Button>
        </div>
        {restoring && <RestoreDialog onClose={() => setRestoring(false)} />}
        <p className={`${typography.muted} ${typography.small}`}>
          {words.noKeyring.howToGetKeyring((text) => (
            <Button kind="link" onClick={() => void bridge.app.openDoc({ doc: 'keyring-help' })}>
              {text}
            </Button>
          ))}
        </p>
      </div>
    </>
  );
}
