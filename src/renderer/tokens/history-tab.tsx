import { useEffect, useState } from 'react';
import type { PastTest, TestRecord } from '../../shared/contract/testing.ts';
import type { Token } from '../../shared/contract/tokens.ts';
import { ago, dateAndTime } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import cards from '../ui/card.module.css';
import eventList from '../ui/event-list.module.css';
import { pageShared } from '../ui/page-words.ts';
import pills from '../ui/pill.module.css';
import { toneOf } from '../ui/result-banner.tsx';
import { tones } from '../ui/tones.ts';
import typography from '../ui/typography.module.css';
import { useNow } from '../ui/use-now.ts';
import { words } from './page-words.ts';
import styles from './tokens.module.css';

const most = 100;

const bars = { healthy: styles.healthy, attention: styles.attention, failing: styles.failing } as const;

/** Shows the kept results of this token's tests, newest first. */
export function HistoryTab({ token }: { token: Token }) {
  const now = useNow(5_000);
  const [records, setRecords] = useState<readonly PastTest[] | null>(null);
  const latest = token.lastTest?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new result is the reason to read again
  useEffect(() => {
    let current = true;
    void bridge.testing.history({ tokenId: token.id, limit: most }).then((read) => {
      if (current && read.ok) setRecords(read.value);
    });
    return () => {
      current = false;
    };
  }, [token.id, latest]);
  if (records === null) return <p className={typography.muted}>{pageShared.reading}</p>;
  if (records.length === 0) return <p className={typography.muted}>{words.historyTab.noTestYet}</p>;
  return (
    <>
      <HistoryStrip records={records} />
      <ul className={`${cards.card} ${eventList.events} ${styles.tests}`} aria-label={words.historyTab.tests}>
        {records.map((record) => (
          <li key={record.id}>
            <span className={`${pills.pill} ${eventList.outcome} ${tones[toneOf(record.outcome.kind)]}`}>
              {record.outcome.word}
            </span>
            {!record.ofPresentValue && (
              <span className={`${typography.muted} ${typography.small}`}>
                {words.historyTab.earlierValue}
              </span>
            )}
            <time
              className={`${typography.muted} ${typography.small}`}
              dateTime={new Date(record.at).toISOString()}
              title={dateAndTime(record.at)}
            >
              {ago(record.at, now)}
            </time>
            <span className={`${typography.muted} ${typography.small} ${styles.ms}`}>
              {words.historyTab.ms(record.tookMs)}
            </span>
            <p className={styles.sentence}>{record.outcome.sentence}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Returns the median, rounded to a whole number; 0 for an empty list. */
function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1] ?? 0, sorted[sorted.length >> 1] ?? 0];
  return Math.round((low + high) / 2);
}

/** Shows the last tests as a row of bars. The height is the time that a test took, the colour its outcome. */
function HistoryStrip({ records }: { records: readonly TestRecord[] }) {
  const shown = records.slice(0, 60).toReversed();
  const slowest = Math.max(1, ...shown.map(({ tookMs }) => tookMs));
  const worked = shown.filter(({ outcome }) => outcome.kind === 'accepted').length;
  const middle = medianOf(shown.map(({ tookMs }) => tookMs));
  return (
    <section className={cards.card}>
      <div className={cards.head}>
        <h2>{shown.length === 1 ? words.historyTab.oneTest : words.historyTab.lastTests(shown.length)}</h2>
        <span className={`${typography.small} ${typography.muted}`}>
          {words.historyTab.summary(worked, middle)}
        </span>
      </div>
      <svg
        className={styles.strip}
        viewBox={`0 0 ${Math.max(30, shown.length) * 6} 40`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {shown.map((record, n) => {
          const height = 6 + (34 * record.tookMs) / slowest;
          return (
            <rect
              key={record.id}
              x={n * 6}
              y={40 - height}
              width="5"
              height={height}
              className={`${styles.bar} ${bars[toneOf(record.outcome.kind)]}`}
            />
          );
        })}
      </svg>
    </section>
  );
}
