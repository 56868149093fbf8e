import { useState } from 'react';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { DailyChoices } from '../ui/daily-choices.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { useCall } from '../ui/use-call.ts';
import { useLoaded } from '../ui/use-loaded.ts';
import { Setting } from './setting.tsx';

/** The backups that Keyturn makes by itself: whether the newest one opens, and restoring one. */
export function DailyBackupsCard() {
  const [restored, setRestored] = useState('');
  const { view, failure, busy, run } = useLoaded(restored, () => bridge.vault.dailyBackups());
  const checking = useCall();
  const [checked, setChecked] = useState('');
  if (view === null) return null;
  const newest = view.backups[0];
  const check = async (day: string) => {
    setChecked('');
    const read = await checking.run(bridge.vault.readBackup({ day }));
    if (read === null) return;
    const { tokens, unreadable } = read;
    setChecked(
      `${day}: ${tokens === 1 ? '1 token' : `${tokens} tokens`} readable${unreadable === 0 ? '' : `, ${unreadable} not`}. Nothing was changed.`,
    );
  };
  return (
    <section className="card">
      <h2>Daily backups</h2>
      <Setting
        name="On this computer"
        words="One a day, of the last 7 days and 4 weeks, beside the vault. They open with what opens the vault."
      >
        <div className="row-flex">
          {newest !== undefined && (
            <Button disabled={checking.busy} onClick={() => void check(newest.day)}>
              Check the newest
            </Button>
          )}
          <Button
            disabled={busy !== null}
            onClick={() => void run('back-up', () => bridge.vault.backUpNow())}
          >
            Back up now
          </Button>
        </div>
      </Setting>
      {view.failure !== null && (
        <p className="ink-failing small" role="alert">
          {view.failure.sentence} {view.failure.remedy}
        </p>
      )}
      <FailureNote failure={failure ?? checking.failure} />
      {checked !== '' && (
        <p className="small ink-healthy" role="status">
          {checked}
        </p>
      )}
      {restored !== '' && (
        <p className="small ink-healthy" role="status">
          {restored}
        </p>
      )}
      {newest === undefined ? (
        <p className="muted small">There is none yet.</p>
      ) : (
        <DailyChoices backups={view.backups} onRestored={setRestored} />
      )}
    </section>
  );
}
