import { useState } from 'react';
import type { DailyBackups } from '../../shared/contract/vault.ts';
import { bridge } from '../bridge.ts';
import { Button } from './button.tsx';
import { Confirm } from './dialog.tsx';
import { FailureNote } from './failure-note.tsx';
import { useCall } from './use-call.ts';

/** The daily backups of this computer, each to be restored; what is here now is kept beside it. */
export function DailyChoices({
  backups,
  onRestored = () => undefined,
}: {
  readonly backups: DailyBackups['backups'];
  /** Told in words what is here now. */
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
      `Restored from ${day}: ${tokens === 1 ? '1 token' : `${tokens} tokens`}.${oldFile === null ? '' : ` What was here is kept as ${oldFile}.`}`,
    );
  };
  return (
    <>
      <FailureNote failure={failure} />
      <ul className="daily-backups" aria-label="Daily backups">
        {backups.map(({ day, at, bytes }) => (
          <li key={day} className="row-flex">
            <span className="mono">{day}</span>
            <span className="muted small">
              {new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })},{' '}
              {Math.ceil(bytes / 1024)} KB
            </span>
            <Button kind="link" className="small" disabled={busy} onClick={() => setAsked(day)}>
              Restore {day}
            </Button>
          </li>
        ))}
      </ul>
      {asked !== null && (
        <Confirm
          name={`Restore the backup of ${asked}?`}
          act="Restore it"
          keep="Not now"
          onKeep={() => setAsked(null)}
          onAct={() => void restore(asked)}
        >
          <p>
            The tokens of that day take the place of what is here now. That is not deleted: its file stays
            beside the new one under another name.
          </p>
        </Confirm>
      )}
    </>
  );
}
