import { type FormEvent, useState } from 'react';
import type { VaultStatus } from '../../shared/contract/vault.ts';
import { bridge } from '../bridge.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { FailureNote } from './failure-note.tsx';
import { Field } from './field.tsx';
import { type Asked, useAsked } from './proof-store.ts';
import { useCall } from './use-call.ts';
import { useSecondsUntil, WaitNote } from './wait-note.tsx';
import { shared, words } from './words.ts';

/** Asks for the passcode or the passphrase while a call waits for it. It stands once in the window. */
export function ProofDialog({ status }: { readonly status: VaultStatus | null }) {
  const asked = useAsked((state) => state.asked);
  return asked === null || status === null ? null : <AskProof asked={asked} status={status} />;
}

function AskProof({ asked, status }: { readonly asked: Asked; readonly status: VaultStatus }) {
  const byPassphrase = status.keptIn?.kind === 'passphrase';
  const name = byPassphrase ? words.proof.giveYourPassphrase : words.proof.giveYourPasscode;
  const { failure, busy, run } = useCall();
  const [empty, setEmpty] = useState(false);
  const seconds = useSecondsUntil(status.lock.waitsUntil);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const passcode = String(new FormData(event.currentTarget).get('passcode') ?? '');
    setEmpty(passcode === '');
    if (passcode !== '' && (await run(bridge.vault.prove({ passcode }))) !== null) asked.answer(true);
  };
  return (
    <Dialog name={name} onClose={() => asked.answer(false)}>
      <h1>{name}</h1>
      <p className="muted">{asked.sentence}</p>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <Field
          label={byPassphrase ? shared.passphrase : shared.passcode}
          name="passcode"
          type="password"
          autoFocus
        />
        {empty && (
          <p className="ink-failing" role="alert">
            {byPassphrase ? words.proof.typeYourPassphrase : words.proof.typeYourPasscode}
          </p>
        )}
        {seconds === 0 ? <FailureNote failure={failure} /> : <WaitNote seconds={seconds} />}
        <div className="dialog-foot">
          <Button kind="quiet" onClick={() => asked.answer(false)}>
            {shared.cancel}
          </Button>
          <Button kind="primary" type="submit" disabled={busy || seconds > 0}>
            {words.proof.continue}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
