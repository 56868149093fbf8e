import { type FormEvent, useState } from 'react';
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

/** Asks for the passcode while a call waits for it. The window has one. */
export function ProofDialog({ waitsUntil }: { readonly waitsUntil: number | null }) {
  const asked = useAsked((state) => state.asked);
  return asked === null ? null : <AskPasscode asked={asked} waitsUntil={waitsUntil} />;
}

function AskPasscode({ asked, waitsUntil }: { readonly asked: Asked; readonly waitsUntil: number | null }) {
  const { failure, busy, run } = useCall();
  const [empty, setEmpty] = useState(false);
  const seconds = useSecondsUntil(waitsUntil);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const passcode = String(new FormData(event.currentTarget).get('passcode') ?? '');
    setEmpty(passcode === '');
    if (passcode !== '' && (await run(bridge.vault.prove({ passcode }))) !== null) asked.answer(true);
  };
  return (
    <Dialog name={words.proof.giveYourPasscode} onClose={() => asked.answer(false)}>
      <h1>{words.proof.giveYourPasscode}</h1>
      <p className={typography.muted}>{asked.sentence}</p>
      <form className={layout.stack} onSubmit={(event) => void submit(event)}>
        <Field label={shared.passcode} name="passcode" type="password" autoFocus />
        {empty && (
          <p className={typography.failing} role="alert">
            {words.proof.typeYourPasscode}
          </p>
        )}
        {seconds === 0 ? <FailureNote failure={failure} /> : <WaitNote seconds={seconds} />}
        <div className={dialogs.foot}>
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
