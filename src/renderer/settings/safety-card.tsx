import { useState } from 'react';
import type { SettingsView } from '../../shared/contract/settings.ts';
import type { KeptIn, VaultStatus } from '../../shared/contract/vault-status.ts';
import { settingNames, settingValues } from '../../shared/settings/words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import { FailureNote } from '../ui/failure-note.tsx';
import fields from '../ui/field.module.css';
import layout from '../ui/layout.module.css';
import { withProof } from '../ui/proof-store.ts';
import { RecoveryKeyShown } from '../ui/recovery-key-shown.tsx';
import { RestoreDialog } from '../ui/restore-dialog.tsx';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { shared } from '../ui/words.ts';
import { AnotherComputer } from './another-computer.tsx';
import { BackupDialog } from './backup-dialog.tsx';
import { NewKeySetting } from './new-key-setting.tsx';
import { PasscodeSetting } from './passcode-setting.tsx';
import { PassphraseSetting } from './passphrase-setting.tsx';
import { type Change, Setting, SwitchSetting } from './setting.tsx';
import { SystemProofSetting } from './system-proof-setting.tsx';
import { words } from './words.ts';

const minutes = [0, 1, 5, 15, 30, 60, 240];

/** Shows the settings of the lock, the passcode, backups and the recovery key. */
export function SafetyCard({
  view,
  keptIn,
  lock,
  recoveryKey,
  set,
}: {
  readonly view: SettingsView;
  readonly keptIn: KeptIn | null;
  readonly lock: VaultStatus['lock'] | null;
  readonly recoveryKey: VaultStatus['recoveryKey'];
  readonly set: (change: Change) => Promise<boolean>;
}) {
  const [backup, setBackup] = useState(false);
  const [restoring, setRestoring] = useState(false);
  const [saved, setSaved] = useState('');
  const { failure, run } = useCall();
  const [key, setKey] = useState<string | null>(null);
  const most = view.policy?.lockAfterMinutes ?? null;
  const permitted = most === null ? minutes : minutes.filter((n) => n > 0 && n <= most);
  const choices = permitted.includes(view.lockAfterMinutes)
    ? permitted
    : [...permitted, view.lockAfterMinutes];
  const makeKey = async () => {
    const made = await run(withProof(() => bridge.vault.makeRecoveryKey()));
    if (made !== null) setKey(made.recoveryKey);
  };
  return (
    <section className={cards.card}>
      <h2>{words.safetyCard.safety}</h2>
      {keptIn?.kind === 'keyring' && lock !== null && (
        <>
          <PasscodeSetting lock={lock} />
          <SystemProofSetting lock={lock} />
        </>
      )}
      {keptIn?.kind === 'passphrase' && (
        <PassphraseSetting recovered={lock?.recovered ?? false} onDone={setSaved} />
      )}
      <Setting name={settingNames.lockAfterMinutes} words={words.safetyCard.whatLockDoes}>
        {(id) => (
          <select
            id={id}
            className={fields.input}
            value={view.lockAfterMinutes}
            onChange={(event) => void set({ lockAfterMinutes: Number(event.target.value) })}
          >
            {choices.map((n) => (
              <option key={n} value={n}>
                {n === 0 ? settingValues.never : settingValues.minutes(n)}
              </option>
            ))}
          </select>
        )}
      </Setting>
      <SwitchSetting
        name={settingNames.lockOnSuspend}
        words={words.safetyCard.whenSuspended}
        on={view.lockOnSuspend}
        available={view.policy?.lockOnSuspend !== true}
        set={(lockOnSuspend) => set({ lockOnSuspend })}
      />
      <SwitchSetting
        name={settingNames.lockOnScreenLock}
        words={view.screenLock.sentence}
        on={view.lockOnScreenLock}
        available={view.screenLock.available && view.policy?.lockOnScreenLock !== true}
        set={(lockOnScreenLock) => set({ lockOnScreenLock })}
      />
      <SwitchSetting
        name={settingNames.contentProtection}
        words={words.safetyCard.whatScreenshotsDo}
        on={view.contentProtection}
        set={(contentProtection) => set({ contentProtection })}
      />
      <Setting name={words.safetyCard.backup} words={words.safetyCard.whatBackupIs}>
        <div className={layout.actions}>
          <Button onClick={() => setBackup(true)}>{words.safetyCard.saveABackup}</Button>
          {keptIn?.kind !== 'session' && (
            <Button onClick={() => setRestoring(true)}>{shared.restoreBackup}</Button>
          )}
        </div>
      </Setting>
      <AnotherComputer onDone={setSaved} />
      {saved !== '' && (
        <p className={`${typography.small} ${typography.healthy}`} role="status">
          {saved}
        </p>
      )}
      {keptIn?.kind !== 'session' && (
        <Setting name={shared.recoveryKey} words={words.safetyCard.whatRecoveryKeyDoes}>
          <Button onClick={() => void makeKey()}>{words.safetyCard.makeNewKey}</Button>
        </Setting>
      )}
      {keptIn !== null && keptIn.kind !== 'session' && (
        <NewKeySetting keptIn={keptIn} lock={lock} recoveryKey={recoveryKey} onDone={setSaved} />
      )}
      {key !== null && <RecoveryKeyShown value={key} onDone={() => setKey(null)} />}
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
