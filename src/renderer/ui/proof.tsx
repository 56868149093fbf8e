import { type FormEvent, useState } from 'react';
import type { VaultStatus } from '../../shared/contract/vault-status.ts';
import { bridge } from '../bridge.ts';
import { Button } from './button.tsx';
import dialogs from './dialog.module.css';
import { Dialog } from './dialog.tsx';
import { FailureNote } from './failure-note.tsx';
import { Field } from './field.tsx';
import layout from './layout.module.css';
import { type Asked, useAsked } from './proof-store.ts';
import typography from './typography.module.css';
import { useCall } from './use-call.ts';
import { useSecondsUntil, WaitNote } from './wait-note.tsx';
import { shared, words } from './words.ts';

/** Asks for a proof while a call waits for it. The person types a secret, or answers the system's own question. The window has it once. */
export function ProofDialog({ status }: { readonly status: VaultStatus | null }) {
  const asked = useAsked((state) => state.asked);
  return asked === null || status === null ? null : <AskProof asked={asked} status={status} />;
}

const typed = {
  passcode: [words.proof.giveYourPasscode, shared.passcode, words.proof.typeYourPasscode],
  passphrase: [words.proof.giveYourPassphrase, shared.passphrase, words.proof.typeYourPassphrase],
} as const;

function AskProof({ asked, status }: { readonly asked: Asked; readonly status: VaultStatus }) {
  const { keptIn, lock } = status;
  const asks =
    keptIn?.kind === 'passphrase'
      ? typed.passphrase
      : lock.passcode !== 'none' || lock.systemProof === null
        ? typed.passcode
        : null;
  const name = asks?.[0] ?? words.proof.proveIt;
  const { failure, busy, run } = useCall();
  const [empty, setEmpty] = useState(false);
  const seconds = useSecondsUntil(lock.waitsUntil);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const passcode = String(new FormData(event.currentTarget).get('passcode') ?? '');
    setEmpty(passcode === '');
    if (passcode !== '' && (await run(bridge.vault.prove({ passcode }))) !== null) asked.answer(true);
  };
  const askSystem = async () => {
    setEmpty(false);
    if ((await run(bridge.vault.proveBySystem())) !== null) asked.answer(true);
  };
  return (
    <Dialog name={name} onClose={() => asked.answer(false)}>
      <h1>{name}</h1>
      <p className={typography.muted}>{asked.sentence}</p>
      <form className={layout.stack} onSubmit={(event) => void submit(event)}>
        {asks !== null && <Field label={asks[1]} name="passcode" type="password" autoFocus />}
        {empty && asks !== null && (
          <p className={typography.failing} role="alert">
            {asks[2]}
          </p>
        )}
        {seconds === 0 ? <FailureNote failure={failure} /> : <WaitNote seconds={seconds} />}
        <div className={dialogs.foot}>
          <Button kind="quiet" onClick={() => asked.answer(false)}>
            {shared.cancel}
          </Button>
          {lock.systemProof !== null && (
            <Button
              kind={asks === null ? 'primary' : 'plain'}
              autoFocus={asks === null}
              disabled={busy}
              onClick={() => void askSystem()}
            >
              {words.proof.bySystem[lock.systemProof]}
            </Button>
          )}
          {asks !== null && (
            <Button kind="primary" type="submit" disabled={busy || seconds > 0}>
              {words.proof.continue}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
