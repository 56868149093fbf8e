import { useMemo } from 'react';
import type { UsagePage, UsageTally } from '../../shared/contract/usage.ts';
import { clockTime, fullDate } from '../../shared/time-words.ts';
import { Chart } from './chart.tsx';

const mostListed = 10;
const utcDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** What the token called, by day, kind and place: the calls that leave an event in the System Log. */
export function CallsCard({ page }: { page: UsagePage }) {
  const { days, total, denied } = page;
  const times = useMemo(() => days.map(({ at }) => at), [days]);
  const values = useMemo(() => days.map(({ calls }) => calls), [days]);
  return (
    <section className="card" aria-label="Calls">
      <h2>Calls</h2>
      <p className="muted small">
        What is in the System Log. Okta logs what changes something or is refused; most plain reads leave no
        event. Days and hours are UTC.
      </p>
      {total === 0 ? (
        <p className="usage-none">No event of this token is kept.</p>
      ) : (
        <>
          <Chart
            name="Calls by day"
            summary={`${total} calls on ${days.filter(({ calls }) => calls > 0).length} days, ${denied} refused or failed.`}
            kind="bars"
            times={times}
            values={values}
            height={150}
            columns={['Day', 'Calls']}
            timeWords={utcDay}
            valueWords={String}
          />
          <div className="tallies">
            <Tally name="Event type" tally={page.types} />
            <Tally name="Outcome" tally={page.outcomes} />
            <Tally name="Address" tally={page.addresses} />
            <Tally name="Country" tally={page.countries} />
            <Tally name="Network (ASN)" tally={page.networks} />
            <Tally name="User agent" tally={page.agents} />
          </div>
          <details>
            <summary className="small">The last {page.recent.length} events</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long table could not be scrolled by the keyboard otherwise */}
            <section className="table-box" aria-label="Last events" tabIndex={0}>
              <table className="usage-table">
                <thead>
                  <tr>
                    <th scope="col">When</th>
                    <th scope="col">Event type</th>
                    <th scope="col">Outcome</th>
                    <th scope="col">Address</th>
                    <th scope="col">User agent</th>
                  </tr>
                </thead>
                <tbody>
                  {page.recent.map((event, n) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: events have no id here, and the list is replaced as a whole
                    <tr key={n}>
                      <td>
                        {fullDate(event.at)}, {clockTime(event.at)}
                      </td>
                      <td className="selectable">{event.type}</td>
                      <td>{event.result}</td>
                      <td className="selectable">{event.address}</td>
                      <td className="selectable">{event.agent}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          </details>
        </>
      )}
    </section>
  );
}

function Tally({ name, tally }: { name: string; tally: UsageTally }) {
  const most = Math.max(1, ...tally.map(({ calls }) => calls));
  return (
    <table className="usage-table tally" aria-label={`Calls by ${name.toLowerCase()}`}>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col">Calls</th>
        </tr>
      </thead>
      <tbody>
        {tally.slice(0, mostListed).map(({ name: one, calls }) => (
          <tr key={one}>
            <td className="selectable" title={one}>
              <span className="tally-bar" style={{ width: `${(100 * calls) / most}%` }} aria-hidden="true" />
              <span className="tally-name">{one}</span>
            </td>
            <td>{calls}</td>
          </tr>
        ))}
        {tally.length > mostListed && (
          <tr>
            <td className="muted">{tally.length - mostListed} more</td>
            <td>{tally.slice(mostListed).reduce((sum, { calls }) => sum + calls, 0)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
