import type { Overview } from '../../shared/contract/overview.ts';
import { number } from '../../shared/plural.ts';
import { fullDate, shortDay } from '../../shared/time-words.ts';
import styles from './overview.module.css';
import { words } from './words.ts';

/** The height of the highest column, in pixels. */
const highest = 36;

/** Shows how much waits now and how much is due on each of the next days: a column for each. */
export function WeekChart({ work }: { readonly work: Overview['work'] }) {
  const columns = [
    { name: words.workCard.now, title: words.workCard.now, count: work.waiting },
    ...work.days.map(({ at, count }) => ({ name: shortDay(at), title: fullDate(at), count })),
  ];
  const most = Math.max(1, ...columns.map(({ count }) => count));
  return (
    <ol className={styles.week} aria-label={words.workCard.byDay}>
      {columns.map(({ name, title, count }, n) => (
        <li key={title} title={title} className={count === 0 ? styles.free : ''}>
          <b>{number(count)}</b>
          <i
            aria-hidden="true"
            className={n === 0 ? styles.waits : ''}
            style={{ height: `${Math.max(2, (highest * count) / most)}px` }}
          />
          <span>{name}</span>
        </li>
      ))}
    </ol>
  );
}
