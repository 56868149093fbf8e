import { useState } from 'react';
import type { VaultStatus } from '../../shared/contract/vault.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { DailyChoices } from '../ui/daily-choices.tsx';
import { Confirm } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { RestoreDialog } from '../ui/restore-dialog.tsx';
import { useCall } from '../ui/use-call.ts';
import { useLoaded } from '../ui/use-loaded.ts';
import { RecoveryForm } from './recovery-form.tsx';

const headings: Readonly<Record<NonNullable<VaultStatus['problem']>['code'], string>> = {
  'keyring-locked': 'The keyring is not available',
  'key-lost': 'The key is gone from the keyring',
  'key-wrong': 'The keyring has another key',
  'newer-version': 'Written by a newer Keyturn',
  damaged: 'The vault is damaged',
  'read-only': 'The folder is read-only',
  'disk-full': 'The disk is full',
  'not-a-vault': 'This is not a vault',
  'in-use': 'The vault is in use',
};

/** What is wrong with the vault, and every way on there is. */
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
      <p className="muted">{problem.remedy}</p>
      {way === 'recovery-key' && <RecoveryForm onCancel={() => setWay(null)} />}
      {way === 'restore-backup' && <RestoreDialog onClose={() => setWay(null)} />}
      <FailureNote failure={failure} />
      {way !== 'recovery-key' && (
        <div className="actions">
          {may('retry') && (
            <Button kind="primary" disabled={busy} onClick={() => void run(bridge.vault.retry())}>
              Try again
            </Button>
          )}
          {may('recovery-key') && (
            <Button onClick={() => setWay('recovery-key')}>Use the recovery key</Button>
          )}
          {may('restore-backup') && (
            <Button onClick={() => setWay('restore-backup')}>Restore a backup</Button>
          )}
          {may('begin-anew') && <Button onClick={() => setAsking(true)}>Begin anew</Button>}
          {may('show-folder') && (
            <Button kind="quiet" onClick={() => void bridge.vault.showFolder()}>
              Show the folder
            </Button>
          )}
        </div>
      )}
      {way === null && may('restore-backup') && daily.view !== null && daily.view.backups.length > 0 && (
        <div className="stack">
          <p className="muted small">Or restore a daily backup of this computer:</p>
          <DailyChoices backups={daily.view.backups} />
        </div>
      )}
      {asking && (
        <Confirm
          name="Begin anew?"
          act="Begin anew"
          keep="Not yet"
          onKeep={() => setAsking(false)}
          onAct={() => {
            setAsking(false);
            void run(bridge.vault.beginAnew());
          }}
        >
          <p>
            Keyturn makes an empty vault. The old file is not deleted: it stays beside the new one under
            another name, and can be opened later if its key turns up.
          </p>
        </Confirm>
      )}
    </>
  );
}
