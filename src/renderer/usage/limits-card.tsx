import { useMemo } from 'react';
import type { UsageBucket, UsageLimits } from '../../shared/contract/usage.ts';
import { ago, dateAndTime } from '../../shared/time-words.ts';
import cards from '../ui/card.module.css';
import layout from '../ui/layout.module.css';
import { pageShared } from '../ui/page-words.ts';
import pills from '../ui/pill.module.css';
import { tones } from '../ui/tones.ts';
import typography from '../ui/typography.module.css';
import { Chart } from './chart.tsx';
import styles from './usage.module.css';
import { words } from './words.ts';

/** Shows the org's rate limits from the headers of the last answers. */
export function LimitsCard({ limits, now }: { limits: UsageLimits; now: number }) {
  const { threshold, thresholdKnown, buckets, refusals } = limits;
  return (
    <section className={cards.card} aria-label={words.limitsCard.rateLimits}>
      <h2>{words.limitsCard.rateLimits}</h2>
      <p className={`${typography.muted} ${typography.small}`}>
        {thresholdKnown
          ? words.limitsCard.thresholdOfOrg(threshold)
          : words.limitsCard.thresholdByDefault(threshold)}
      </p>
      {buckets.length === 0 ? (
        <p className={styles.usageNone}>{words.limitsCard.noCall}</p>
      ) : (
        <ul className={styles.buckets} aria-label={words.limitsCard.limits}>
          {buckets.map((bucket) => (
            <Bucket key={bucket.bucket} bucket={bucket} now={now} />
          ))}
        </ul>
      )}
      {refusals.length > 0 && (
        <>
          <h3 className={typography.small}>{words.limitsCard.refused429}</h3>
          <table className={styles.usageTable} aria-label={words.limitsCard.refusedByEndpoint}>
            <thead>
              <tr>
                <th scope="col">{words.limitsCard.endpoint}</th>
                <th scope="col">{words.limitsCard.why}</th>
                <th scope="col">{words.limitsCard.calls}</th>
                <th scope="col">{words.limitsCard.last}</th>
              </tr>
            </thead>
            <tbody>
              {refusals.map(({ endpoint, why, calls, lastAt }) => (
                <tr key={`${endpoint} ${why}`}>
                  <td className={typography.selectable}>{endpoint}</td>
                  <td>
                    {why === 'rate' ? words.limitsCard.tooManyPerMinute : words.limitsCard.tooManyConcurrent}
                  </td>
                  <td>{calls}</td>
                  <td>{ago(lastAt, now)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

function Bucket({ bucket, now }: { bucket: UsageBucket; now: number }) {
  const { limit, remaining, resetAt, points } = bucket;
  const over = resetAt <= now;
  const used = over ? 0 : Math.round((100 * (limit - remaining)) / Math.max(1, limit));
  const left = Math.ceil((resetAt - now) / 1000);
  const line = over
    ? words.limitsCard.resetAlready(limit, ago(bucket.at, now))
    : words.limitsCard.left(remaining, limit, left);
  const times = useMemo(() => points.map(([at]) => at), [points]);
  const values = useMemo(() => points.map(([, percent]) => percent), [points]);
  const highest = Math.max(0, ...values);
  return (
    <li>
      <div className={layout.row}>
        <b className={layout.grow}>{bucket.bucket}</b>
        {bucket.warning && !over && (
          <span className={`${pills.pill} ${tones.attention}`}>{words.limitsCard.nearItsLimit}</span>
        )}
        <span className={typography.small}>{words.limitsCard.percentUsed(used)}</span>
      </div>
      <meter
        aria-label={words.limitsCard.useOfBucket(bucket.bucket)}
        min={0}
        max={100}
        value={used}
        className={`${styles.gauge} ${bucket.warning && !over ? styles.near : ''}`}
      >
        {used} %
      </meter>
      <p className={`${typography.muted} ${typography.small}`}>{line}</p>
      {points.length > 1 && (
        <Chart
          name={words.limitsCard.limitUse(bucket.bucket)}
          summary={words.limitsCard.highest(highest, points.length)}
          kind="line"
          times={times}
          values={values}
          height={96}
          top={100}
          columns={[pageShared.when, words.limitsCard.used]}
          timeWords={dateAndTime}
          valueWords={(value) => `${value} %`}
        />
      )}
    </li>
  );
}
