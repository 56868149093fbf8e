import { type FormEvent, useState } from 'react';
import { bridge } from '../bridge.ts';
import { Button } from './button.tsx';
import dialogs from './dialog.module.css';
import { Dialog } from './dialog.tsx';
import { FailureNote } from './failure-note.tsx';
import { Field } from './field.tsx';
import layout from './layout.module.css';
import { withProof } from './proof-store.ts';
import typography from './typography.module.css';
import { useCall } from './use-call.ts';
import { useLoaded } from './use-loaded.ts';
import { shared, words } from './words.ts';

/** The change of the passcode. `anew` does not ask for the present passcode, because the recovery key opened the vault. */
export type PasscodeChange = 'choose' | 'change' | 'anew' | 'remove';

const names = {
  choose: [words.passcodeDialog.choose, words.passcodeDialog.choosePasscode],
  change: [words.passcodeDialog.change, words.passcodeDialog.changePasscode],
  anew: [words.passcodeDialog.anew, words.passcodeDialog.choosePasscode],
  remove: [words.passcodeDialog.remove, words.passcodeDialog.removePasscode],
} as const;

/** Chooses, changes or removes the passcode. Only the fields hold the typed text. Main judges the passcode. */
export function PasscodeDialog({
  change,
  onClose,
}: {
  readonly change: PasscodeChange;
  readonly onClose: () => void;
}) {
  const [name, act] = names[change];
  const { failure, busy, run, fail } = useCall();
  const [problem, setProblem] = useState('');
  const { view: status } = useLoaded('', () => bridge.vault.status());
  const asksPresent = change === 'change' || change === 'remove';
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    fail(null);
    const data = new FormData(event.currentTarget);
    const typed = (name: string) => String(data.get(name) ?? '');
    const present = typed('present');
    const passcode = typed('passcode');
    if (asksPresent && present === '') return setProblem(words.passcodeDialog.typePresent);
    if (change !== 'remove' && passcode === '') return setProblem(words.passcodeDialog.typeNew);
    if (passcode !== typed('again')) return setProblem(words.passcodeDialog.differ);
    setProblem('');
    const done = await run(
      change === 'remove'
        ? bridge.vault.removePasscode({ present })
        : withProof(() => bridge.vault.choosePasscode(asksPresent ? { passcode, present } : { passcode })),
    );
    if (done !== null) onClose();
  };
  return (
    <Dialog name={name} onClose={onClose}>
      <h1>{name}</h1>
      <p className={typography.muted}>
        {change === 'remove' ? words.passcodeDialog.withoutOne : words.passcodeDialog.bothOpen}
      </p>
      {change !== 'remove' && status !== null && (
        <p>{status.recoveryKey === 'made' ? words.passcodeDialog.keyOpens : words.passcodeDialog.noKey}</p>
      )}
      <form className={layout.stack} onSubmit={(event) => void submit(event)}>
        {asksPresent && (
          <Field label={words.passcodeDialog.presentPasscode} name="present" type="password" autoFocus />
        )}
        {change !== 'remove' && (
          <>
            <Field
              label={words.passcodeDialog.newPasscode}
              name="passcode"
              type="password"
              autoComplete="new-password"
              autoFocus={!asksPresent}
              hint={words.passcodeDialog.pinOrPassphrase}
            />
            <Field
              label={words.passcodeDialog.newPasscodeAgain}
              name="again"
              type="password"
              autoComplete="new-password"
            />
          </>
        )}
        {problem !== '' && (
          <p className={typography.failing} role="alert">
            {problem}
          </p>
        )}
        <FailureNote failure={failure} />
        <div className={dialogs.foot}>
          <Button kind="quiet" onClick={onClose}>
            {change === 'anew' ? words.passcodeDialog.notNow : shared.cancel}
          </Button>
          <Button kind={change === 'remove' ? 'danger' : 'primary'} type="submit" disabled={busy}>
            {act}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
