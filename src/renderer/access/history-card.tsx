import type { AccessView, Difference } from '../../shared/contract/access.ts';
import { asSentence } from '../../shared/listed.ts';
import { dateAndTime } from '../../shared/time-words.ts';
import cards from '../ui/card.module.css';
import typography from '../ui/typography.module.css';
import styles from './access.module.css';
import { words } from './words.ts';

const kindWords: Readonly<Record<Difference['kind'], string>> = {
  gained: words.historyCard.gained,
  lost: words.historyCard.lost,
  changed: words.historyCard.changed,
  'not-comparable': words.historyCard.notComparable,
};

/** Shows the kept X-rays, newest first, each with its differences from the one before. */
export function HistoryCard({ view }: { view: AccessView }) {
  return (
    <section className={cards.card}>
      <h2>{words.historyCard.differencesOverTime}</h2>
      <ol className={styles.history}>
        {view.xrays.map(({ xray, differences }, n) => (
          <li key={xray.id}>
            <time
              className={`${typography.muted} ${typography.small}`}
              dateTime={new Date(xray.at).toISOString()}
            >
              {dateAndTime(xray.at)}
            </time>
            {differences.length === 0 ? (
              <p className={typography.muted}>
                {n === view.xrays.length - 1 ? words.historyCard.oldestShown : words.historyCard.noDifference}
              </p>
            ) : (
              <ul className={styles.list}>
                {differences.map(({ kind, sentence }) => (
                  <li key={sentence}>
                    <b>{asSentence(kindWords[kind])}</b> {sentence}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
