import { KeyRound } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { EventPayload } from '../../shared/contract/bridge.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Field } from '../ui/field.tsx';
import layout from '../ui/layout.module.css';
import { RestoreDialog } from '../ui/restore-dialog.tsx';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { useSecondsUntil, WaitNote } from '../ui/wait-note.tsx';
import { shared } from '../ui/words.ts';
import { NoKeyring } from './no-keyring.tsx';
import { RecoveryForm } from './recovery-form.tsx';
import styles from './vault.module.css';
import { VaultProblem } from './vault-problem.tsx';
import { words } from './words.ts';

type Status = EventPayload<'vaultChanged'>;

/** Shows the vault while it is not open: locked, without a keyring, or damaged. */
export function VaultScreen({ status }: { status: Status }) {
  return (
    <main className={styles.screen}>
      <div className={styles.card}>
        <div className={styles.mark} aria-hidden="true">
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
    status.keptIn?.kind === 'passphrase'
      ? shared.passphrase
      : status.lock.passcode === 'none'
        ? null
        : shared.passcode;
  const { systemProof } = status.lock;
  const seconds = useSecondsUntil(status.lock.waitsUntil);
  const unlock = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const field = event.currentTarget.elements.namedItem('passphrase');
    const passphrase = field instanceof HTMLInputElement ? field.value : '';
    if (asks !== null && passphrase === '') return;
    await run(bridge.vault.unlock(asks === null ? {} : { passphrase }));
    if (field instanceof HTMLInputElement) field.select();
  };
  const link = (to: 'recovery-key' | 'restore-backup') => (text: string) => (
    <Button kind="link" onClick={() => setWay(to)}>
      {text}
    </Button>
  );
  const toRecoveryKey = link('recovery-key');
  const toBackup = link('restore-backup');
  return (
    <>
      <h1>{words.vaultScreen.keyturnLocked}</h1>
      <p className={typography.muted}>
        {asks === shared.passphrase
          ? words.vaultScreen.byPassphrase
          : status.keptIn === null
            ? words.vaultScreen.byKeyring
            : asks === null
              ? words.vaultScreen.keptIn(status.keptIn.sentence)
              : words.vaultScreen.keyringAndPasscode(status.keptIn.sentence)}
      </p>
      {systemProof !== null && (
        <p className={`${typography.muted} ${typography.small}`}>
          {(asks === null ? words.vaultScreen.bySystem : words.vaultScreen.notBySystem)[systemProof]}
        </p>
      )}
      {asks === null && systemProof === null && (
        <p className={`${typography.muted} ${typography.small}`}>{shared.curtain}</p>
      )}
      {way === 'recovery-key' ? (
        <RecoveryForm onCancel={() => setWay(null)} />
      ) : (
        <>
          <form onSubmit={(event) => void unlock(event)}>
            {asks !== null && <Field label={asks} name="passphrase" type="password" autoFocus />}
            {seconds === 0 ? <FailureNote failure={failure} /> : <WaitNote seconds={seconds} />}
            <div className={layout.actions}>
              <Button kind="primary" type="submit" disabled={busy || seconds > 0} autoFocus={asks === null}>
                {words.vaultScreen.unlock}
              </Button>
            </div>
          </form>
          {(asks !== null || systemProof !== null) && (
            <p className={`${typography.muted} ${typography.small}`}>
              {status.recoveryKey === 'made'
                ? (asks === null ? words.vaultScreen.systemFails : words.vaultScreen.forgottenWithKey)(
                    toRecoveryKey,
                    toBackup,
                  )
                : words.vaultScreen.forgotten(toBackup)}
            </p>
          )}
        </>
      )}
      {way === 'restore-backup' && <RestoreDialog onClose={() => setWay(null)} />}
    </>
  );
}
