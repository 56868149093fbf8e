import { useState } from 'react';
import type { VaultStatus } from '../../shared/contract/vault-status.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { DailyChoices } from '../ui/daily-choices.tsx';
import { Confirm } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import layout from '../ui/layout.module.css';
import { RestoreDialog } from '../ui/restore-dialog.tsx';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { useLoaded } from '../ui/use-loaded.ts';
import { shared } from '../ui/words.ts';
import { RecoveryForm } from './recovery-form.tsx';
import { words } from './words.ts';

const headings: Readonly<Record<NonNullable<VaultStatus['problem']>['code'], string>> = {
  'keyring-locked': words.vaultProblem.keyringLocked,
  'key-lost': words.vaultProblem.keyGone,
  'key-wrong': words.vaultProblem.keyWrong,
  'newer-version': words.vaultProblem.newerVersion,
  damaged: words.vaultProblem.vaultDamaged,
  'read-only': words.vaultProblem.readOnly,
  'disk-full': words.vaultProblem.diskFull,
  'not-a-vault': words.vaultProblem.notAVault,
  'in-use': words.vaultProblem.inUse,
};

/** Shows what is wrong with the vault, and all that can be done about it. */
export function VaultProblem({ problem }: { problem: NonNullable<VaultStatus['problem']> }) {
  const { failure, busy, run } = useCall();
  const [way, setWay] = useState<'recovery-key' | 'restore-backup' | null>(null);
  const [asking, setAsking] = useState(false);
  const daily = useLoaded(problem.code, () => bridge.vault.dailyBackups());
  const may = (action: (typeof problem.actions)[number]) => problem.actions.includes(action);

  return (
    <>
      <h1>{headings[problem.code]}</h1>
      <p>{problem.sentence}</p>
      <p className={typography.muted}>{problem.remedy}</p>
      {way === 'recovery-key' && <RecoveryForm onCancel={() => setWay(null)} />}
      {way === 'restore-backup' && <RestoreDialog onClose={() => setWay(null)} />}
      <FailureNote failure={failure} />
      {way !== 'recovery-key' && (
        <div className={layout.actions}>
          {may('retry') && (
            <Button kind="primary" disabled={busy} onClick={() => void run(bridge.vault.retry())}>
              {shared.tryAgain}
            </Button>
          )}
          {may('recovery-key') && (
            <Button onClick={() => setWay('recovery-key')}>{shared.useRecoveryKey}</Button>
          )}
          {may('restore-backup') && (
            <Button onClick={() => setWay('restore-backup')}>{shared.restoreBackup}</Button>
          )}
          {may('begin-anew') && (
            <Button onClick={() => setAsking(true)}>{words.vaultProblem.startOver}</Button>
          )}
          {may('show-folder') && (
            <Button kind="quiet" onClick={() => void bridge.vault.showFolder()}>
              {shared.showFolder}
            </Button>
          )}
        </div>
      )}
      {way === null && may('restore-backup') && daily.view !== null && daily.view.backups.length > 0 && (
        <div className={layout.stack}>
          <p className={`${typography.muted} ${typography.small}`}>{words.vaultProblem.orRestoreDaily}</p>
          <DailyChoices backups={daily.view.backups} />
        </div>
      )}
      {asking && (
        <Confirm
          name={words.vaultProblem.askStartOver}
          act={words.vaultProblem.startOver}
          keep={shared.notYet}
          onKeep={() => setAsking(false)}
          onAct={() => {
            setAsking(false);
            void run(bridge.vault.beginAnew());
          }}
        >
          <p>{words.vaultProblem.whatStartingOverDoes}</p>
        </Confirm>
      )}
    </>
  );
}
