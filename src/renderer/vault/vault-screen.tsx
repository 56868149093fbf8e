import { KeyRound } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { EventPayload } from '../../shared/contract/bridge.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Field } from '../ui/field.tsx';
import { RestoreDialog } from '../ui/restore-dialog.tsx';
import { useCall } from '../ui/use-call.ts';
import { useSecondsUntil, WaitNote } from '../ui/wait-note.tsx';
import { NoKeyring } from './no-keyring.tsx';
import { RecoveryForm } from './recovery-form.tsx';
import { VaultProblem } from './vault-problem.tsx';

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
  const asks =
    status.keptIn?.kind === 'passphrase' ? 'Passphrase' : status.lock.passcode === 'none' ? null : 'Passcode';
  const seconds = useSecondsUntil(status.lock.waitsUntil);
  const unlock = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const field = event.currentTarget.elements.namedItem('passphrase');
    const passphrase = field instanceof HTMLInputElement ? field.value : '';
    if (asks !== null && passphrase === '') return;
    await run(bridge.vault.unlock(asks === null ? {} : { passphrase }));
    if (field instanceof HTMLInputElement) field.select();
  };
  return (
    <>
      <h1>Keyturn is locked</h1>
      <p className="muted">
        {asks === 'Passphrase'
          ? 'Your tokens are encrypted with your passphrase.'
          : asks === 'Passcode'
            ? `Your tokens are ${status.keptIn?.sentence ?? 'encrypted'}. The keyring and your passcode together open them.`
            : `Your tokens are ${status.keptIn?.sentence ?? 'encrypted'}. Unlocking asks the keyring for the key.`}
      </p>
      {asks === null && (
        <p className="muted small">
          This lock is a curtain: anybody at this computer opens it with one click. Choose a passcode in
          Settings, and it asks for that.
        </p>
      )}
      {way === 'recovery-key' ? (
        <RecoveryForm onCancel={() => setWay(null)} />
      ) : (
        <>
          <form onSubmit={(event) => void unlock(event)}>
            {asks !== null && <Field label={asks} name="passphrase" type="password" autoFocus />}
            {seconds === 0 ? <FailureNote failure={failure} /> : <WaitNote seconds={seconds} />}
            <div className="actions">
              <Button kind="primary" type="submit" disabled={busy || seconds > 0} autoFocus={asks === null}>
                Unlock
              </Button>
            </div>
          </form>
          {asks !== null && (
            <p className="muted small">
              Forgotten?{' '}
              {status.recoveryKey === 'made' && (
                <>
                  <Button kind="link" className="small" onClick={() => setWay('recovery-key')}>
                    Use the recovery key
                  </Button>{' '}
                  or{' '}
                </>
              )}
              <Button kind="link" className="small" onClick={() => setWay('restore-backup')}>
                Restore a backup
              </Button>
            </p>
          )}
        </>
      )}
      {way === 'restore-backup' && <RestoreDialog onClose={() => setWay(null)} />}
    </>
  );
}
