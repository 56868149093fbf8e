import { useMemo } from 'react';
import type { UsageBucket, UsageLimits } from '../../shared/contract/usage.ts';
import { ago, clockTime, fullDate } from '../../shared/time-words.ts';
import { Chart } from './chart.tsx';

/** The org's rate limits as the headers of the last answers told them. */
export function LimitsCard({ limits, now }: { limits: UsageLimits; now: number }) {
  const { threshold, thresholdKnown, buckets, refusals } = limits;
  return (
    <section className="card" aria-label="Rate limits">
      <h2>Rate limits</h2>
      <p className="muted small">
        From the headers of every call Keyturn makes to this org. Okta tells nobody when a token reaches its
        own share. Warning at {threshold} %
        {thresholdKnown ? ", the org's own threshold" : ', as orgs have it at first'}.
      </p>
      {buckets.length === 0 ? (
        <p className="usage-none">No call was answered yet.</p>
      ) : (
        <ul className="buckets" aria-label="Limits">
          {buckets.map((bucket) => (
            <Bucket key={bucket.bucket} bucket={bucket} now={now} />
          ))}
        </ul>
      )}
      {refusals.length > 0 && (
        <>
          <h3 className="small">Refused with 429</h3>
          <table className="usage-table" aria-label="Refused calls by endpoint">
            <thead>
              <tr>
                <th scope="col">Endpoint</th>
                <th scope="col">Why</th>
                <th scope="col">Calls</th>
                <th scope="col">Last</th>
              </tr>
            </thead>
            <tbody>
              {refusals.map(({ endpoint, why, calls, lastAt }) => (
                <tr key={`${endpoint} ${why}`}>
                  <td className="selectable">{endpoint}</td>
                  <td>{why === 'rate' ? 'Too many in a minute' : 'Too many at a time'}</td>
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
  const words = over
    ? `${limit} calls a window; the last one has been reset. Last call ${ago(bucket.at, now)}.`
    : `${remaining} of ${limit} left, resets in ${left} s.`;
  const times = useMemo(() => points.map(([at]) => at), [points]);
  const values = useMemo(() => points.map(([, percent]) => percent), [points]);
  const highest = Math.max(0, ...values);
  return (
    <li>
      <div className="row-flex">
        <b className="grow">{bucket.bucket}</b>
        {bucket.warning && !over && <span className="pill tone-attention">Near its limit</span>}
        <span className="small">{used} % used</span>
      </div>
      <meter
        aria-label={`${bucket.bucket}, used`}
        min={0}
        max={100}
        value={used}
        className={`gauge ${bucket.warning && !over ? 'near' : ''}`}
      >
        {used} %
      </meter>
      <p className="muted small">{words}</p>
      {points.length > 1 && (
        <Chart
          name={`${bucket.bucket}, use of the limit`}
          summary={`Highest ${highest} % in ${points.length} readings.`}
          kind="line"
          times={times}
          values={values}
          height={90}
          top={100}
          columns={['When', 'Used']}
          timeWords={(at) => `${fullDate(at)}, ${clockTime(at)}`}
          valueWords={(value) => `${value} %`}
        />
      )}
    </li>
  );
}
