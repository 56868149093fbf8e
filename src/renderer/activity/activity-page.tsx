import { Activity, ShieldCheck, TriangleAlert } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ActivityCheck, ActivityEntry } from '../../shared/contract/activity.ts';
import { clockTime, dayName } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Icon } from '../ui/icons.tsx';
import { useCall } from '../ui/use-call.ts';

const pageSize = 200;

/** The record of everything done, newest first, by day; with a check of its chain and its export. */
export function ActivityPage({ onOpen }: { onOpen: (tokenId: string) => void }) {
  const [entries, setEntries] = useState<readonly ActivityEntry[] | null>(null);
  const [filter, setFilter] = useState('');
  const [more, setMore] = useState(false);
  const [checked, setChecked] = useState<ActivityCheck | null>(null);
  const [said, setSaid] = useState('');
  const { failure, run } = useCall();

  const read = useCallback(
    async (words: string) => {
      const found = await run(bridge.activity.list({ filter: words.slice(0, 200), limit: pageSize }));
      if (found === null) return;
      setEntries(found);
      setMore(found.length === pageSize);
    },
    [run],
  );
  useEffect(() => {
    let waiting: number | undefined;
    const soon = () => {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => void read(filter), 120);
    };
    soon();
    const off = bridge.events.activityAdded(soon);
    return () => {
      window.clearTimeout(waiting);
      off();
    };
  }, [read, filter]);

  const older = async () => {
    const before = entries?.at(-1)?.seq;
    if (before === undefined) return;
    const found = await run(bridge.activity.list({ filter: filter.slice(0, 200), limit: pageSize, before }));
    if (found === null) return;
    setEntries([...(entries ?? []), ...found]);
    setMore(found.length === pageSize);
  };
  const check = async () => {
    const found = await run(bridge.activity.check());
    if (found !== null) setChecked(found);
  };
  const exportAs = async (as: 'csv' | 'json') => {
    const done = await run(bridge.activity.exportAs({ as }));
    if (done !== null && done.path !== null) setSaid(`Saved as ${done.path}.`);
  };
  const days = useMemo(() => [...Map.groupBy(entries ?? [], ({ at }) => dayName(at, Date.now()))], [entries]);

  return (
    <main className="page wide" aria-label="Activity">
      <header className="page-top">
        <div className="grow">
          <h1>Activity</h1>
          <p className="muted">
            Everything done with tokens on this computer, newest first. Nothing can be taken out unseen.
          </p>
        </div>
        <input
          className="input activity-filter"
          type="search"
          aria-label="Filter activity"
          placeholder="Filter"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <Button onClick={() => void check()}>Check the record</Button>
        <Button onClick={() => void exportAs('csv')}>Export CSV</Button>
        <Button onClick={() => void exportAs('json')}>Export JSON</Button>
      </header>
      <div className="tab-body">
        <FailureNote failure={failure} />
        {checked !== null && (
          <div className={`banner ${checked.ok ? 'tone-healthy' : 'tone-failing'}`} role="status">
            <Icon of={checked.ok ? ShieldCheck : TriangleAlert} />
            <p className="grow">
              <b>{checked.ok ? 'The record holds.' : 'The record does not hold.'}</b> {checked.sentence}
            </p>
          </div>
        )}
        {said !== '' && (
          <p className="small ink-healthy" role="status">
            {said}
          </p>
        )}
        {entries !== null && entries.length === 0 && (
          <div className="empty">
            <Icon of={Activity} />
            <h2>{filter === '' ? 'Nothing has been done yet' : 'Nothing matches'}</h2>
            <p>
              {filter === ''
                ? 'Add a token, or test one you have: everything shows up here.'
                : 'The filter looks at tokens, orgs, outcomes, dates and request ids.'}
            </p>
          </div>
        )}
        {days.map(([day, ofDay]) => (
          <section key={day} className="activity-day">
            <h2 className="group">{day}</h2>
            <ul className="card history of-activity" aria-label={day}>
              {ofDay.map((entry) => (
                <li key={entry.seq}>
                  <time className="muted small" dateTime={new Date(entry.at).toISOString()}>
                    {clockTime(entry.at)}
                  </time>
                  <span className="small">{actionWords(entry)}</span>
                  {entry.tokenId === null || entry.action === 'token.removed' ? (
                    <span className="ellipsis">{entry.label}</span>
                  ) : (
                    <button
                      type="button"
                      className="button link ellipsis"
                      title={`${entry.label}, ${entry.orgHost}`}
                      onClick={() => onOpen(entry.tokenId ?? '')}
                    >
                      {entry.label}
                    </button>
                  )}
                  <span className="grow ellipsis muted small" title={entry.sentence}>
                    {entry.sentence}
                  </span>
                  <span className="muted small mono">{entry.requestId?.slice(0, 8) ?? ''}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
        {more && (
          <div>
            <Button onClick={() => void older()}>Show older</Button>
          </div>
        )}
      </div>
    </main>
  );
}

const words: Readonly<Record<string, string>> = {
  'token.added': 'Added',
  'token.pasted-again': 'Pasted again',
  'token.tested': 'Tested',
  'token.copied': 'Copied',
  'token.changed': 'Changed',
  'token.removed': 'Removed',
  'token.kept-alive': 'Kept alive',
  'token.keep-alive': 'Keep alive',
  'vault.opened': 'Opened',
  'vault.locked': 'Locked',
  'vault.recovery-key': 'Recovery key',
  'vault.recovered': 'Recovered',
  'vault.backup': 'Backup',
  'vault.restored': 'Restored',
  'vault.backup-read': 'Backup checked',
  'vault.exported': 'Exported',
  'vault.imported': 'Imported',
  'token.imported': 'Imported',
  'vault.begun-anew': 'Begun anew',
  'settings.changed': 'Settings',
  'activity.exported': 'Exported',
};

/** Where the sentence beside it says what was done. */
const features: Readonly<Record<string, string>> = {
  rotation: 'Rotation',
  program: 'Program',
  service: 'OAuth',
};

const actionWords = ({ action, outcome }: ActivityEntry): string =>
  action === 'token.tested'
    ? outcome
    : (words[action] ?? features[action.slice(0, action.indexOf('.'))] ?? action.replaceAll(/[.-]/g, ' '));
