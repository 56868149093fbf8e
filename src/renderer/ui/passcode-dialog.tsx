import { type FormEvent, useState } from 'react';
import { bridge } from '../bridge.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { FailureNote } from './failure-note.tsx';
import { Field } from './field.tsx';
import { useCall } from './use-call.ts';

/** What is to become of the passcode: `anew` takes no present one, because the recovery key opened the vault. */
export type PasscodeChange = 'choose' | 'change' | 'anew' | 'remove';

const words = {
  choose: { name: 'Choose a passcode', act: 'Choose passcode' },
  change: { name: 'Change the passcode', act: 'Change passcode' },
  anew: { name: 'Choose a new passcode', act: 'Choose passcode' },
  remove: { name: 'Remove the passcode', act: 'Remove passcode' },
} as const;

/** Chooses, changes or removes the passcode. What is typed stays in its fields and is judged in main. */
export function PasscodeDialog({
  change,
  onClose,
}: {
  readonly change: PasscodeChange;
  readonly onClose: () => void;
}) {
  const { failure, busy, run, fail } = useCall();
  const [problem, setProblem] = useState('');
  const asksPresent = change === 'change' || change === 'remove';
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    fail(null);
    const data = new FormData(event.currentTarget);
    const typed = (name: string) => String(data.get(name) ?? '');
    const present = typed('present');
    const passcode = typed('passcode');
    if (asksPresent && present === '') return setProblem('Type the present passcode.');
    if (change !== 'remove' && passcode === '') return setProblem('Type a new passcode.');
    if (passcode !== typed('again')) return setProblem('The two are not the same. Type the new one again.');
    setProblem('');
    const done = await run(
      change === 'remove'
        ? bridge.vault.removePasscode({ present })
        : bridge.vault.choosePasscode(asksPresent ? { passcode, present } : { passcode }),
    );
    if (done !== null) onClose();
  };
  return (
    <Dialog name={words[change].name} onClose={onClose}>
      <h1>{words[change].name}</h1>
      <p className="muted">
        {change === 'remove'
          ? 'Without a passcode the lock is a curtain: anybody at this computer opens it with one click.'
          : 'The passcode and the keyring together open your tokens; neither does alone. A forgotten passcode is no loss if you have a recovery key.'}
      </p>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        {asksPresent && <Field label="Present passcode" name="present" type="password" autoFocus />}
        {change !== 'remove' && (
          <>
            <Field
              label="New passcode"
              name="passcode"
              type="password"
              autoComplete="new-password"
              autoFocus={!asksPresent}
              hint="A PIN of at least 6 digits, or a passphrase of four or five words."
            />
            <Field label="New passcode again" name="again" type="password" autoComplete="new-password" />
          </>
        )}
        {problem !== '' && (
          <p className="ink-failing" role="alert">
            {problem}
          </p>
        )}
        <FailureNote failure={failure} />
        <div className="dialog-foot">
          <Button kind="quiet" onClick={onClose}>
            {change === 'anew' ? 'Not now' : 'Cancel'}
          </Button>
          <Button kind={change === 'remove' ? 'danger' : 'primary'} type="submit" disabled={busy}>
            {words[change].act}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
