import { Activity, ShieldCheck, TriangleAlert } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ActivityCheck, ActivityEntry } from '../../shared/contract/activity.ts';
import { series } from '../../shared/listed.ts';
import { clockTime, dayName } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import banners from '../ui/banner.module.css';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import emptyState from '../ui/empty-state.module.css';
import eventList from '../ui/event-list.module.css';
import { FailureNote } from '../ui/failure-note.tsx';
import fields from '../ui/field.module.css';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import pages from '../ui/page.module.css';
import { pageShared } from '../ui/page-words.ts';
import { tones } from '../ui/tones.ts';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { shared } from '../ui/words.ts';
import styles from './activity.module.css';
import { words } from './words.ts';

const pageSize = 200;

/** Shows the record of everything that was done, by day, newest first. Buttons check its chain and export it. */
export function ActivityPage({ onOpen }: { onOpen: (tokenId: string) => void }) {
  const [entries, setEntries] = useState<readonly ActivityEntry[] | null>(null);
  const [filter, setFilter] = useState('');
  const [more, setMore] = useState(false);
  const [checked, setChecked] = useState<ActivityCheck | null>(null);
  const [said, setSaid] = useState('');
  const { failure, run } = useCall();

  const read = useCallback(
    async (query: string) => {
      const found = await run(bridge.activity.list({ filter: query.slice(0, 200), limit: pageSize }));
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
    if (done !== null && done.path !== null) setSaid(words.activityPage.savedAs(done.path));
  };
  const days = useMemo(() => [...Map.groupBy(entries ?? [], ({ at }) => dayName(at, Date.now()))], [entries]);

  return (
    <main className={`${pages.page} ${pages.wide}`} aria-label={shared.activity}>
      <header className={`${pages.top} ${styles.activityTop}`}>
        <div>
          <h1>{shared.activity}</h1>
          <p className={typography.muted}>{words.activityPage.about}</p>
        </div>
        <input
          className={`${fields.input} ${styles.activityFilter}`}
          type="search"
          aria-label={words.activityPage.filterActivity}
          placeholder={words.activityPage.filter}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <Button onClick={() => void check()}>{words.activityPage.checkRecord}</Button>
        <Button onClick={() => void exportAs('csv')}>{words.activityPage.exportCsv}</Button>
        <Button onClick={() => void exportAs('json')}>{words.activityPage.exportJson}</Button>
      </header>
      <div className={pages.body}>
        <FailureNote failure={failure} />
        {checked !== null && (
          <div className={`${banners.banner} ${checked.ok ? tones.healthy : tones.failing}`} role="status">
            <Icon of={checked.ok ? ShieldCheck : TriangleAlert} />
            <p className={layout.grow}>
              <b>{checked.ok ? words.activityPage.recordHolds : words.activityPage.recordBroken}</b>{' '}
              {checked.sentence}
            </p>
          </div>
        )}
        {said !== '' && (
          <p className={`${typography.small} ${typography.healthy}`} role="status">
            {said}
          </p>
        )}
        {entries !== null && entries.length === 0 && (
          <div className={emptyState.empty}>
            <Icon of={Activity} />
            <h2>{filter === '' ? words.activityPage.nothingDoneYet : words.activityPage.nothingMatches}</h2>
            <p>{filter === '' ? words.activityPage.addOrTest : words.activityPage.whatFilterFinds}</p>
          </div>
        )}
        {days.map(([day, ofDay]) => (
          <section key={day} className={styles.activityDay}>
            <h2 className={styles.day}>{day}</h2>
            <ul className={`${cards.card} ${eventList.events} ${styles.ofActivity}`} aria-label={day}>
              {ofDay.map((entry) => (
                <li key={entry.seq}>
                  <time
                    className={`${typography.muted} ${typography.small}`}
                    dateTime={new Date(entry.at).toISOString()}
                  >
                    {clockTime(entry.at)}
                  </time>
                  <span className={typography.small}>{doneIn(entry)}</span>
                  {entry.tokenId === null || entry.action === 'token.removed' ? (
                    <span className={typography.ellipsis}>{entry.label}</span>
                  ) : (
                    <Button
                      kind="link"
                      className={typography.ellipsis}
                      title={series([entry.label, entry.orgHost])}
                      onClick={() => onOpen(entry.tokenId ?? '')}
                    >
                      {entry.label}
                    </Button>
                  )}
                  <span
                    className={`${layout.grow} ${typography.ellipsis} ${typography.muted} ${typography.small}`}
                    title={entry.sentence}
                  >
                    {entry.sentence}
                  </span>
                  <span className={`${typography.muted} ${typography.small} ${typography.mono}`}>
                    {entry.requestId?.slice(0, 8) ?? ''}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
        {more && (
          <div>
            <Button onClick={() => void older()}>{words.activityPage.showOlder}</Button>
          </div>
        )}
      </div>
    </main>
  );
}

const actionWords: Readonly<Record<string, string>> = {
  'token.added': words.activityPage.added,
  'token.pasted-again': words.activityPage.pastedAgain,
  'token.tested': words.activityPage.tested,
  'token.copied': pageShared.copied,
  'token.changed': words.activityPage.changed,
  'token.removed': words.activityPage.removed,
  'token.brought-back': words.activityPage.broughtBack,
  'token.kept-alive': words.activityPage.keptAlive,
  'token.keep-alive': words.activityPage.keepAlive,
  'vault.opened': words.activityPage.opened,
  'vault.locked': words.activityPage.locked,
  'vault.recovery-key': shared.recoveryKey,
  'vault.new-key': words.activityPage.newKey,
  'vault.system-proof': words.activityPage.systemProof,
  'vault.recovered': words.activityPage.recovered,
  'vault.backup': words.activityPage.backup,
  'vault.restored': words.activityPage.restored,
  'vault.backup-read': words.activityPage.backupChecked,
  'vault.exported': words.activityPage.exported,
  'vault.imported': words.activityPage.imported,
  'token.imported': words.activityPage.imported,
  'vault.begun-anew': words.activityPage.startedOver,
  'settings.changed': shared.settings,
  'activity.exported': words.activityPage.exported,
};

/** The words of features whose entries say in their sentence what was done. */
const features: Readonly<Record<string, string>> = {
  rotation: words.activityPage.rotation,
  program: words.activityPage.program,
  service: words.activityPage.oauth,
};

const doneIn = ({ action, outcome }: ActivityEntry): string =>
  action === 'token.tested'
    ? outcome
    : (actionWords[action] ??
      features[action.slice(0, action.indexOf('.'))] ??
      action.replaceAll(/[.-]/g, ' '));
