import { type FormEvent, useState } from 'react';
import type { VaultStatus } from '../../shared/contract/models.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Field } from '../ui/field.tsx';
import { useVaultCall } from './use-vault-call.ts';

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
  const { failure, busy, run } = useVaultCall();
  const [way, setWay] = useState<'recovery-key' | 'restore-backup' | null>(null);
  const [asking, setAsking] = useState(false);
  const may = (action: (typeof problem.actions)[number]) => problem.actions.includes(action);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = String(new FormData(form).get('typed') ?? '');
    if (typed === '') return;
    const done =
      way === 'recovery-key'
        ? await run(bridge.vault.recover({ recoveryKey: typed }))
        : await run(bridge.vault.restoreBackup({ passphrase: typed }));
    if (done !== null) form.reset();
  };

  return (
    <>
      <h1>{headings[problem.code]}</h1>
      <p>{problem.sentence}</p>
      <p className="muted">{problem.remedy}</p>
      {way !== null && (
        <form key={way} onSubmit={(event) => void submit(event)}>
          {way === 'recovery-key' ? (
            <Field
              label="Recovery key"
              name="typed"
              className="mono"
              autoFocus
              hint="As you wrote it down; dashes and case do not matter."
            />
          ) : (
            <Field
              label="Passphrase of the backup"
              name="typed"
              type="password"
              autoFocus
              hint="Then choose the backup file."
            />
          )}
          <div className="actions">
            <Button kind="primary" type="submit" disabled={busy}>
              {way === 'recovery-key' ? 'Open with the recovery key' : 'Choose the backup file'}
            </Button>
            <Button kind="quiet" onClick={() => setWay(null)}>
              Cancel
            </Button>
          </div>
        </form>
      )}
      <FailureNote failure={failure} />
      {way === null && (
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
