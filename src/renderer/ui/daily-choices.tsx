import { useState } from 'react';
import type { DailyBackups } from '../../shared/contract/vault.ts';
import { startOfDay } from '../../shared/iso-day.ts';
import { clockTime, fullDate } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { Button } from './button.tsx';
import styles from './daily-choices.module.css';
import { Confirm } from './dialog.tsx';
import { FailureNote } from './failure-note.tsx';
import layout from './layout.module.css';
import typography from './typography.module.css';
import { useCall } from './use-call.ts';
import { shared, words } from './words.ts';

const dateOf = (day: string): string => fullDate(startOfDay(day));

/** Shows the daily backups of this computer. The person can restore each. Keyturn keeps the present vault beside the restored one. */
export function DailyChoices({
  backups,
  onRestored = () => undefined,
}: {
  readonly backups: DailyBackups['backups'];
  /** Called with a sentence about the restored backup. */
  readonly onRestored?: (words: string) => void;
}) {
  const { failure, busy, run } = useCall();
  const [asked, setAsked] = useState<string | null>(null);
  const restore = async (day: string) => {
    setAsked(null);
    const done = await run(bridge.vault.restoreDaily({ day }));
    if (done === null) return;
    const { tokens, oldFile } = done;
    onRestored(
      oldFile === null
        ? words.dailyChoices.restored(dateOf(day), tokens)
        : words.dailyChoices.restoredBeside(dateOf(day), tokens, oldFile),
    );
  };
  return (
    <>
      <FailureNote failure={failure} />
      <ul className={styles.list} aria-label={words.dailyChoices.dailyBackups}>
        {backups.map(({ day, at, bytes }) => (
          <li key={day} className={layout.row}>
            <span>{dateOf(day)}</span>
            <span className={`${typography.muted} ${typography.small}`}>
              {words.dailyChoices.timeAndSize(clockTime(at), Math.ceil(bytes / 1024))}
            </span>
            <Button kind="link" disabled={busy} onClick={() => setAsked(day)}>
              {words.dailyChoices.restore(dateOf(day))}
            </Button>
          </li>
        ))}
      </ul>
      {asked !== null && (
        <Confirm
          name={words.dailyChoices.askRestore(dateOf(asked))}
          act={words.dailyChoices.restoreIt}
          keep={shared.notYet}
          onKeep={() => setAsked(null)}
          onAct={() => void restore(asked)}
        >
          <p>{words.dailyChoices.nothingIsDeleted}</p>
        </Confirm>
      )}
    </>
  );
}
