import { type FormEvent, useEffect, useState } from 'react';
import type { EventPayload } from '../../shared/contract/bridge.ts';
import type { KeptIn, VaultStatus } from '../../shared/contract/vault-status.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import dialogs from '../ui/dialog.module.css';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Field } from '../ui/field.tsx';
import layout from '../ui/layout.module.css';
import { withProof } from '../ui/proof-store.ts';
import { RecoveryKeyShown } from '../ui/recovery-key-shown.tsx';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { shared } from '../ui/words.ts';
import { Setting } from './setting.tsx';
import { words } from './words.ts';

/** What the person types before a new data key is made. */
type Typed = 'passcode' | 'passphrase' | null;

const typedOf = (keptIn: KeptIn, lock: VaultStatus['lock'] | null): Typed => {
  if (keptIn.kind === 'passphrase') return 'passphrase';
  return lock === null || lock.passcode === 'none' ? null : 'passcode';
};

interface NewKeyProps {
  readonly recoveryKey: VaultStatus['recoveryKey'];
  /** Called with a sentence about the result. The sentence is empty when nothing was done. */
  readonly onDone: (words: string) => void;
}

/** Makes a new data key. Keyturn then encrypts everything in the vault with it. */
export function NewKeySetting({
  keptIn,
  lock,
  recoveryKey,
  onDone,
}: NewKeyProps & { readonly keptIn: KeptIn; readonly lock: VaultStatus['lock'] | null }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Setting name={words.newKeySetting.dataKey} words={words.newKeySetting.whatFor}>
        <Button onClick={() => setOpen(true)}>{words.newKeySetting.makeKey}</Button>
      </Setting>
      {open && (
        <NewKeyDialog
          typed={typedOf(keptIn, lock)}
          recoveryKey={recoveryKey}
          onDone={(said) => {
            setOpen(false);
            if (said !== '') onDone(said);
          }}
        />
      )}
    </>
  );
}

function NewKeyDialog({ typed, recoveryKey, onDone }: NewKeyProps & { readonly typed: Typed }) {
  const { failure, busy, run } = useCall();
  const [empty, setEmpty] = useState(false);
  const [done, setDone] = useState<EventPayload<'newKeyProgress'> | null>(null);
  const [shown, setShown] = useState<{ readonly key: string; readonly said: string } | null>(null);
  useEffect(() => bridge.events.newKeyProgress(setDone), []);
  const hadRecoveryKey = recoveryKey === 'made';
  const make = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const secret = String(new FormData(event.currentTarget).get('typed') ?? '');
    setEmpty(typed !== null && secret === '');
    if (typed !== null && secret === '') return;
    setDone(null);
    const made = await run(withProof(() => bridge.vault.renewKey(typed === null ? {} : { typed: secret })));
    setDone(null);
    if (made === null) return;
    const said = made.removed ? words.newKeySetting.made : words.newKeySetting.notRemoved;
    if (made.recoveryKey !== null) setShown({ key: made.recoveryKey, said });
    else onDone(hadRecoveryKey ? `${said} ${words.newKeySetting.noRecoveryKey}` : said);
  };
  if (shown !== null) return <RecoveryKeyShown value={shown.key} onDone={() => onDone(shown.said)} />;
  return (
    // If the dialog closed during the run, it would not show the new recovery key.
    <Dialog name={words.newKeySetting.makeKey} onClose={() => busy || onDone('')}>
      <h1>{words.newKeySetting.makeKey}</h1>
      <p>{words.newKeySetting.everything}</p>
      {hadRecoveryKey && <p>{words.newKeySetting.recoveryKeyGoes}</p>}
      <p className={typography.muted}>{words.newKeySetting.whatStays}</p>
      <p className={typography.muted}>{words.newKeySetting.whatIsForgotten}</p>
      <form className={layout.stack} onSubmit={(event) => void make(event)}>
        {typed !== null && (
          <Field
            label={
              typed === 'passcode' ? words.newKeySetting.yourPasscode : words.newKeySetting.yourPassphrase
            }
            name="typed"
            type="password"
            autoFocus
          />
        )}
        {empty && (
          <p className={typography.failing} role="alert">
            {words.newKeySetting.typeIt}
          </p>
        )}
        <FailureNote failure={failure} />
        {busy && done !== null && (
          <div className={layout.stack}>
            <progress aria-label={words.newKeySetting.progress} value={done.done} max={done.of} />
            <p className={`${typography.muted} ${typography.small}`}>
              {words.newKeySetting.encrypted(done.done, done.of)}
            </p>
          </div>
        )}
        <div className={dialogs.foot}>
          <Button kind="quiet" disabled={busy} onClick={() => onDone('')}>
            {shared.cancel}
          </Button>
          <Button kind="primary" type="submit" disabled={busy}>
            {words.newKeySetting.make}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
