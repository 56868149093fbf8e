import { useState } from 'react';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Field } from '../ui/field.tsx';
import { NewPassphrase, tooShort } from '../ui/new-passphrase.tsx';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { shared } from '../ui/words.ts';
import { Setting } from './setting.tsx';
import { words } from './words.ts';

/** Changes the passphrase of a vault without a keyring. */
export function PassphraseSetting({
  recovered,
  onDone,
}: {
  /** True when the recovery key opened the vault. Keyturn then does not ask for the present passphrase. */
  readonly recovered: boolean;
  readonly onDone: (words: string) => void;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Setting name={shared.passphrase} words={words.passphraseSetting.opensTokens}>
        <Button onClick={() => setOpen(true)}>{words.passphraseSetting.change}</Button>
      </Setting>
      {open && (
        <PassphraseDialog
          recovered={recovered}
          onClose={() => setOpen(false)}
          onChanged={() => {
            setOpen(false);
            onDone(words.passphraseSetting.changed);
          }}
        />
      )}
    </>
  );
}

function PassphraseDialog({
  recovered,
  onClose,
  onChanged,
}: {
  readonly recovered: boolean;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}) {
  const { failure, busy, run } = useCall();
  const [present, setPresent] = useState('');
  const change = async (passphrase: string): Promise<boolean> => {
    const done = await run(
      bridge.vault.changePassphrase(recovered ? { passphrase } : { present, passphrase }),
    );
    if (done === null) return false;
    onChanged();
    return true;
  };
  return (
    <Dialog name={words.passphraseSetting.change} onClose={onClose}>
      <h1>{words.passphraseSetting.change}</h1>
      {recovered && <p>{words.passphraseSetting.forgotten}</p>}
      <p className={typography.muted}>{words.passphraseSetting.oldOpensNothing}</p>
      {!recovered && (
        <Field
          label={words.passphraseSetting.present}
          name="present"
          type="password"
          autoFocus
          onChange={(event) => setPresent(event.target.value)}
        />
      )}
      <FailureNote failure={failure} />
      <NewPassphrase
        busy={busy}
        button={words.passphraseSetting.changePassphrase}
        weakness={(typed) =>
          !recovered && present === '' ? words.passphraseSetting.typePresent : tooShort(typed)
        }
        act={change}
      >
        <Button kind="quiet" onClick={onClose}>
          {shared.cancel}
        </Button>
      </NewPassphrase>
    </Dialog>
  );
}
