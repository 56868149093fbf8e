import { useState } from 'react';
import type { SettingsView } from '../../shared/contract/settings.ts';
import type { KeptIn, VaultStatus } from '../../shared/contract/vault.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { withProof } from '../ui/proof.tsx';
import { RestoreDialog } from '../ui/restore-dialog.tsx';
import { useCall } from '../ui/use-call.ts';
import { BackupDialog } from './backup-dialog.tsx';
import { PasscodeSetting } from './passcode-setting.tsx';
import { type Change, Setting, Switch } from './setting.tsx';

const minutes = [0, 1, 5, 15, 30, 60, 240];

export function SafetyCard({
  view,
  keptIn,
  lock,
  set,
}: {
  readonly view: SettingsView;
  readonly keptIn: KeptIn | null;
  readonly lock: VaultStatus['lock'] | null;
  readonly set: (change: Change) => Promise<boolean>;
}) {
  const [backup, setBackup] = useState(false);
  const [restoring, setRestoring] = useState(false);
  const [saved, setSaved] = useState('');
  const { failure, run } = useCall();
  const [key, setKey] = useState<string | null>(null);
  const choices = minutes.includes(view.lockAfterMinutes) ? minutes : [...minutes, view.lockAfterMinutes];
  const makeKey = async () => {
    const made = await run(withProof(() => bridge.vault.makeRecoveryKey()));
    if (made !== null) setKey(made.recoveryKey);
  };
  return (
    <section className="card">
      <h2>Safety</h2>
      {keptIn?.kind === 'keyring' && lock !== null && <PasscodeSetting lock={lock} />}
      <Setting name="Lock after" words="Time without use. Locking drops the key from memory.">
        {(id) => (
          <select
            id={id}
            className="input"
            value={view.lockAfterMinutes}
            onChange={(event) => void set({ lockAfterMinutes: Number(event.target.value) })}
          >
            {choices.map((n) => (
              <option key={n} value={n}>
                {n === 0 ? 'Never' : n === 1 ? '1 minute' : `${n} minutes`}
              </option>
            ))}
          </select>
        )}
      </Setting>
      <Switch
        name="Lock on suspend"
        words="When the computer goes to sleep."
        on={view.lockOnSuspend}
        set={(lockOnSuspend) => set({ lockOnSuspend })}
      />
      <Switch
        name="Lock with the screen"
        words={view.screenLock.sentence}
        on={view.lockOnScreenLock}
        available={view.screenLock.available}
        set={(lockOnScreenLock) => set({ lockOnScreenLock })}
      />
      <Switch
        name="Keep out of screenshots"
        words="Asks the system to leave this window out of screenshots and screen sharing. Not supported on Linux."
        on={view.contentProtection}
        set={(contentProtection) => set({ contentProtection })}
      />
      <Setting
        name="Backup"
        words="A file that opens with a passphrase of its own, on any computer. It is opened once to prove it."
      >
        <div className="row-flex">
          <Button onClick={() => setBackup(true)}>Save a backup</Button>
          {keptIn?.kind !== 'session' && <Button onClick={() => setRestoring(true)}>Restore a backup</Button>}
        </div>
      </Setting>
      {saved !== '' && (
        <p className="small ink-healthy" role="status">
          {saved}
        </p>
      )}
      {keptIn?.kind !== 'session' && (
        <Setting
          name="Recovery key"
          words="Opens the vault when the keyring has lost its key. A new one replaces the old."
        >
          <Button onClick={() => void makeKey()}>Make a new recovery key</Button>
        </Setting>
      )}
      {key !== null && (
        <div className="stack">
          <p className="small">Write it down; it is shown only now. The one before does not work any more.</p>
          <p className="recovery-key">{key}</p>
          <div className="row-flex">
            <Button onClick={() => void bridge.app.copyText({ text: key })}>Copy for 30 s</Button>
            <Button onClick={() => setKey(null)}>I have written it down</Button>
          </div>
        </div>
      )}
      <FailureNote failure={failure} />
      {restoring && <RestoreDialog onClose={() => setRestoring(false)} onRestored={setSaved} />}
      {backup && (
        <BackupDialog
          onClose={() => setBackup(false)}
          onSaved={(words) => {
            setBackup(false);
            setSaved(words);
          }}
        />
      )}
    </section>
  );
}
