import { type FormEvent, useEffect, useState } from 'react';
import type { VaultStatus } from '../../shared/contract/vault-status.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import dialogs from '../ui/dialog.module.css';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Field } from '../ui/field.tsx';
import layout from '../ui/layout.module.css';
import { withProof } from '../ui/proof-store.ts';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { shared } from '../ui/words.ts';
import { SwitchSetting } from './setting.tsx';
import { words } from './words.ts';

/**
 * Switches the system's own question on and off. To switch it on, the person gives the present proof and answers the question. To switch it
 * off, the person answers the question or gives the passcode.
 */
export function SystemProofSetting({ lock }: { readonly lock: VaultStatus['lock'] }) {
  const { failure, run } = useCall();
  const [here, setHere] = useState<VaultStatus['lock']['systemProof']>(null);
  const [takesPasscode, setTakesPasscode] = useState(false);
  useEffect(() => {
    void bridge.vault.systemProof().then((read) => read.ok && setHere(read.value.way));
  }, []);
  const isBound = lock.passcode !== 'none';
  const way = lock.systemProof ?? here;
  const names = isBound ? words.systemProofSetting.proveBy : words.systemProofSetting.unlockBy;
  const set = async (on: boolean): Promise<boolean> => {
    if (!on && lock.passcode === 'chosen') {
      setTakesPasscode(true);
      return true;
    }
    return (await run(withProof(() => bridge.vault.setSystemProof({ on })))) !== null;
  };
  return (
    <>
      <SwitchSetting
        name={way === null ? words.systemProofSetting.none : names[way]}
        words={
          way === null
            ? words.systemProofSetting.notHere
            : isBound
              ? words.systemProofSetting.standsIn
              : words.systemProofSetting.asksAtUnlock
        }
        on={lock.systemProof !== null}
        available={way !== null}
        set={set}
      />
      <FailureNote failure={failure} />
      {takesPasscode && <SwitchOff onClose={() => setTakesPasscode(false)} />}
    </>
  );
}

function SwitchOff({ onClose }: { readonly onClose: () => void }) {
  const { failure, busy, run } = useCall();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const present = String(new FormData(event.currentTarget).get('present') ?? '');
    if (present === '') return;
    if ((await run(bridge.vault.setSystemProof({ on: false, present }))) !== null) onClose();
  };
  return (
    <Dialog name={words.systemProofSetting.switchOff} onClose={onClose}>
      <h1>{words.systemProofSetting.switchOff}</h1>
      <p className={typography.muted}>{words.systemProofSetting.takesPasscode}</p>
      <form className={layout.stack} onSubmit={(event) => void submit(event)}>
        <Field label={shared.passcode} name="present" type="password" autoFocus />
        <FailureNote failure={failure} />
        <div className={dialogs.foot}>
          <Button kind="quiet" onClick={onClose}>
            {shared.cancel}
          </Button>
          <Button kind="primary" type="submit" disabled={busy}>
            {words.systemProofSetting.switchOff}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
