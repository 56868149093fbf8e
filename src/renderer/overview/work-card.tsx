import {
  CalendarClock,
  CircleX,
  ClipboardPaste,
  Hourglass,
  type LucideIcon,
  RefreshCw,
  Users,
} from 'lucide-react';
import type { Overview, Work } from '../../shared/contract/overview.ts';
import { date, fullDate } from '../../shared/time-words.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import { Icon } from '../ui/icons.tsx';
import pills from '../ui/pill.module.css';
import tables from '../ui/table.module.css';
import { tones } from '../ui/tones.ts';
import typography from '../ui/typography.module.css';
import { MoreRows } from './more-rows.tsx';
import styles from './overview.module.css';
import { TokenCell } from './token-cell.tsx';
import { WeekChart } from './week-chart.tsx';
import { words } from './words.ts';

const looks: Readonly<Record<Work['kind'], readonly [icon: LucideIcon, tone: string | undefined]>> = {
  failing: [CircleX, tones.failing],
  'paste-again': [ClipboardPaste, tones.attention],
  expiry: [Hourglass, tones.attention],
  rotation: [CalendarClock, tones.attention],
  rotating: [RefreshCw, tones.rotating],
  job: [Users, tones.quiet],
};

interface WorkCardProps {
  readonly work: Overview['work'];
  /** The time of the overview, in milliseconds since 1970. */
  readonly now: number;
  readonly onOpen: (tokenId: string) => void;
  readonly onTasks: () => void;
}

/** Shows what a person must do within seven days. Each row opens its token, and a job opens the tasks. */
export function WorkCard({ work, now, onOpen, onTasks }: WorkCardProps) {
  return (
    <section className={`${cards.card} ${cards.scrolls} ${styles.whole}`}>
      <h2>{words.workCard.thisWeek}</h2>
      {work.all === 0 ? (
        <p className={typography.muted}>{words.workCard.nothing}</p>
      ) : (
        <>
          <WeekChart work={work} />
          <table className={tables.table} aria-label={words.workCard.thisWeek}>
            <thead>
              <tr>
                <th scope="col">{words.workCard.token}</th>
                <th scope="col">{words.workCard.what}</th>
                <th scope="col">{words.workCard.due}</th>
              </tr>
            </thead>
            <tbody>
              {work.rows.map((one, n) => {
                const [icon, tone] = looks[one.kind];
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two jobs of one token differ by their place only
                  <tr key={`${one.tokenId} ${one.kind} ${n}`}>
                    <TokenCell token={one} onOpen={onOpen} />
                    <td>
                      <span className={styles.what}>
                        <span className={`${pills.pill} ${tone}`}>
                          <Icon of={icon} />
                          {words.workCard.kinds[one.kind]}
                        </span>
                        {one.sentence}
                        {one.kind === 'job' && (
                          <Button kind="link" onClick={onTasks}>
                            {words.workCard.openTasks}
                          </Button>
                        )}
                      </span>
                    </td>
                    <td>
                      {one.at === null || one.at <= now ? (
                        <b>{words.workCard.now}</b>
                      ) : (
                        <time dateTime={new Date(one.at).toISOString()} title={fullDate(one.at)}>
                          {date(one.at)}
                        </time>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </>
      )}
      <MoreRows shown={work.rows.length} all={work.all} />
    </section>
  );
}
