import { useMemo } from 'react';
import type { UsagePage, UsageTally } from '../../shared/contract/usage.ts';
import { inSentence } from '../../shared/in-sentence.ts';
import { number } from '../../shared/plural.ts';
import { dateAndTime, dateInUtc, hourOfDay } from '../../shared/time-words.ts';
import cards from '../ui/card.module.css';
import { pageShared } from '../ui/page-words.ts';
import typography from '../ui/typography.module.css';
import { Chart } from './chart.tsx';
import styles from './usage.module.css';
import { words } from './words.ts';

const mostListed = 10;

/** Shows the token's calls that left an event in the System Log, by day, kind and address. */
export function CallsCard({ page }: { page: UsagePage }) {
  const { days, total, denied } = page;
  const times = useMemo(() => days.map(({ at }) => at), [days]);
  const values = useMemo(() => days.map(({ calls }) => calls), [days]);
  const hours = page.hours
    .map((calls, hour) => ({ name: hourOfDay(hour), calls }))
    .filter(({ calls }) => calls > 0)
    .toSorted((a, b) => b.calls - a.calls);
  return (
    <section className={cards.card} aria-label={words.callsCard.calls}>
      <h2>{words.callsCard.calls}</h2>
      <p className={`${typography.muted} ${typography.small}`}>{words.callsCard.whatIsShown}</p>
      {total === 0 ? (
        <p className={styles.usageNone}>{words.callsCard.noEvent}</p>
      ) : (
        <>
          <Chart
            name={words.callsCard.callsByDay}
            summary={words.callsCard.summary(total, days.filter(({ calls }) => calls > 0).length, denied)}
            kind="bars"
            times={times}
            values={values}
            height={150}
            columns={[words.callsCard.day, words.callsCard.calls]}
            timeWords={dateInUtc}
            valueWords={number}
          />
          <div className={styles.tallies}>
            <Tally name={words.callsCard.eventType} tally={page.types} />
            <Tally name={words.callsCard.outcome} tally={page.outcomes} />
            <Tally name={words.callsCard.address} tally={page.addresses} />
            <Tally name={words.callsCard.country} tally={page.countries} />
            <Tally name={words.callsCard.networkAsn} tally={page.networks} />
            <Tally name={words.callsCard.userAgent} tally={page.agents} />
            <Tally name={words.callsCard.hourUtc} tally={hours} />
          </div>
          <details>
            <summary className={typography.small}>
              {words.callsCard.theLastEvents(page.recent.length)}
            </summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long table could not be scrolled by the keyboard otherwise */}
            <section className={styles.tableBox} aria-label={words.callsCard.lastEvents} tabIndex={0}>
              <table className={styles.usageTable}>
                <thead>
                  <tr>
                    <th scope="col">{pageShared.when}</th>
                    <th scope="col">{words.callsCard.eventType}</th>
                    <th scope="col">{words.callsCard.outcome}</th>
                    <th scope="col">{words.callsCard.address}</th>
                    <th scope="col">{words.callsCard.userAgent}</th>
                  </tr>
                </thead>
                <tbody>
                  {page.recent.map((event, n) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: events have no id here, and the list is replaced as a whole
                    <tr key={n}>
                      <td>{dateAndTime(event.at)}</td>
                      <td className={typography.selectable}>{event.type}</td>
                      <td>{event.result}</td>
                      <td className={typography.selectable}>{event.address}</td>
                      <td className={typography.selectable}>{event.agent}</td>
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
    <table
      className={`${styles.usageTable} ${styles.tally}`}
      aria-label={words.callsCard.callsBy(inSentence(name))}
    >
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col">{words.callsCard.calls}</th>
        </tr>
      </thead>
      <tbody>
        {tally.slice(0, mostListed).map(({ name: one, calls }) => (
          <tr key={one}>
            <td className={typography.selectable} title={one}>
              <span
                className={styles.tallyBar}
                style={{ width: `${(100 * calls) / most}%` }}
                aria-hidden="true"
              />
              <span className={styles.tallyName}>{one}</span>
            </td>
            <td>{number(calls)}</td>
          </tr>
        ))}
        {tally.length > mostListed && (
          <tr>
            <td className={typography.muted}>{words.callsCard.more(tally.length - mostListed)}</td>
            <td>{number(tally.slice(mostListed).reduce((sum, { calls }) => sum + calls, 0))}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
