import { useState } from 'react';
import { startOfDay } from '../../shared/iso-day.ts';
import { fullDate } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import { DailyChoices } from '../ui/daily-choices.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import layout from '../ui/layout.module.css';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { useLoaded } from '../ui/use-loaded.ts';
import { Setting } from './setting.tsx';
import { words } from './words.ts';

/** Shows the backups that Keyturn makes by itself. Buttons check the newest backup and restore a backup. */
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
    const date = fullDate(startOfDay(day));
    setChecked(
      unreadable === 0
        ? words.dailyBackupsCard.readable(date, tokens)
        : words.dailyBackupsCard.partlyReadable(date, tokens, unreadable),
    );
  };
  return (
    <section className={cards.card}>
      <h2>{words.dailyBackupsCard.dailyBackups}</h2>
      <Setting name={words.dailyBackupsCard.onThisComputer} words={words.dailyBackupsCard.onePerDay}>
        <div className={layout.actions}>
          {newest !== undefined && (
            <Button disabled={checking.busy} onClick={() => void check(newest.day)}>
              {words.dailyBackupsCard.checkNewest}
            </Button>
          )}
          <Button
            disabled={busy !== null}
            onClick={() => void run('back-up', () => bridge.vault.backUpNow())}
          >
            {words.dailyBackupsCard.backUpNow}
          </Button>
        </div>
      </Setting>
      {view.failure !== null && (
        <p className={`${typography.failing} ${typography.small}`} role="alert">
          {view.failure.sentence} {view.failure.remedy}
        </p>
      )}
      <FailureNote failure={failure ?? checking.failure} />
      {checked !== '' && (
        <p className={`${typography.small} ${typography.healthy}`} role="status">
          {checked}
        </p>
      )}
      {restored !== '' && (
        <p className={`${typography.small} ${typography.healthy}`} role="status">
          {restored}
        </p>
      )}
      {newest === undefined ? (
        <p className={`${typography.muted} ${typography.small}`}>{words.dailyBackupsCard.noneYet}</p>
      ) : (
        <DailyChoices backups={view.backups} onRestored={setRestored} />
      )}
    </section>
  );
}
