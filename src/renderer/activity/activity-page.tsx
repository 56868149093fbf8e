import { Activity, ShieldCheck, TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ActivityCheck } from '../../shared/contract/activity.ts';
import { dayName } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import banners from '../ui/banner.module.css';
import { Button } from '../ui/button.tsx';
import emptyState from '../ui/empty-state.module.css';
import { FailureNote } from '../ui/failure-note.tsx';
import fields from '../ui/field.module.css';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import pages from '../ui/page.module.css';
import { tones } from '../ui/tones.ts';
import typography from '../ui/typography.module.css';
import { shared } from '../ui/words.ts';
import styles from './activity.module.css';
import { Entries } from './entries.tsx';
import { useRecord } from './use-record.ts';
import { words } from './words.ts';

/** Shows the record of everything that was done, by day, newest first. Buttons check its chain and export it. */
export function ActivityPage({ onOpen }: { onOpen: (tokenId: string) => void }) {
  const [filter, setFilter] = useState('');
  const [checked, setChecked] = useState<ActivityCheck | null>(null);
  const [said, setSaid] = useState('');
  const { entries, more, failure, run, older } = useRecord({ filter, about: null });

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
            <Entries entries={ofDay} name={day} onOpen={onOpen} />
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
