import { KeyRound } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { EventPayload } from '../../shared/contract/bridge.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Field } from '../ui/field.tsx';
import { RestoreDialog } from '../ui/restore-dialog.tsx';
import { useCall } from '../ui/use-call.ts';
import { shared } from '../ui/words.ts';
import { NoKeyring } from './no-keyring.tsx';
import { RecoveryForm } from './recovery-form.tsx';
import { VaultProblem } from './vault-problem.tsx';
import { words } from './words.ts';

type Status = EventPayload<'vaultChanged'>;

/** The screen while the vault is not open: locked, without a keyring, or in trouble. */
export function VaultScreen({ status }: { status: Status }) {
  return (
    <main className="vault-screen">
      <div className="vault-card">
        <div className="mark" aria-hidden="true">
          <KeyRound />
        </div>
        {status.phase === 'locked' && <Locked status={status} />}
        {status.phase === 'no-keyring' && <NoKeyring doubt={status.keyringDoubt ?? ''} />}
        {status.phase === 'problem' && status.problem !== null && <VaultProblem problem={status.problem} />}
      </div>
    </main>
  );
}

function Locked({ status }: { status: Status }) {
  const { failure, busy, run } = useCall();
  const [way, setWay] = useState<'recovery-key' | 'restore-backup' | null>(null);
  const withPassphrase = status.keptIn?.kind === 'passphrase';
  const unlock = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const field = event.currentTarget.elements.namedItem('passphrase');
    const passphrase = field instanceof HTMLInputElement ? field.value : '';
    if (withPassphrase && passphrase === '') return;
    await run(bridge.vault.unlock(withPassphrase ? { passphrase } : {}));
    if (field instanceof HTMLInputElement) field.select();
  };
  return (
    <>
      <h1>{words.vaultScreen.keyturnLocked}</h1>
      <p className="muted">
        {withPassphrase
          ? words.vaultScreen.byPassphrase
          : status.keptIn === null
            ? words.vaultScreen.byKeyring
            : words.vaultScreen.keptIn(status.keptIn.sentence)}
      </p>
      {way === 'recovery-key' ? (
        <RecoveryForm onCancel={() => setWay(null)} />
      ) : (
        <>
          <form onSubmit={(event) => void unlock(event)}>
            {withPassphrase && (
              <Field label={shared.passphrase} name="passphrase" type="password" autoFocus />
            )}
            <FailureNote failure={failure} />
            <div className="actions">
              <Button kind="primary" type="submit" disabled={busy} autoFocus={!withPassphrase}>
                {words.vaultScreen.unlock}
              </Button>
            </div>
          </form>
          {withPassphrase && (
            <p className="muted small">
              {status.recoveryKey === 'made'
                ? words.vaultScreen.forgottenWithKey(
                    (text) => (
                      <Button kind="link" className="small" onClick={() => setWay('recovery-key')}>
                        {text}
                      </Button>
                    ),
                    (text) => (
                      <Button kind="link" className="small" onClick={() => setWay('restore-backup')}>
                        {text}
                      </Button>
                    ),
                  )
                : words.vaultScreen.forgotten((text) => (
                    <Button kind="link" className="small" onClick={() => setWay('restore-backup')}>
                      {text}
                    </Button>
                  ))}
            </p>
          )}
        </>
      )}
      {way === 'restore-backup' && <RestoreDialog onClose={() => setWay(null)} />}
    </>
  );
}
