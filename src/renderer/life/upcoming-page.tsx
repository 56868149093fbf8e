import { CalendarDays } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Notice } from '../../shared/contract/life.ts';
import type { ServiceApp } from '../../shared/contract/service.ts';
import type { Token } from '../../shared/contract/tokens.ts';
import { ago, date, fullDate, inDays } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import emptyState from '../ui/empty-state.module.css';
import eventList from '../ui/event-list.module.css';
import { FailureNote } from '../ui/failure-note.tsx';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import { OrgMark } from '../ui/org-mark.tsx';
import pages from '../ui/page.module.css';
import { pageShared } from '../ui/page-words.ts';
import pills from '../ui/pill.module.css';
import { tones } from '../ui/tones.ts';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { useNow } from '../ui/use-now.ts';
import { shared } from '../ui/words.ts';
import styles from './life.module.css';
import { useLife } from './life-store.ts';
import { type Mark, months, upcoming } from './upcoming.ts';
import { words } from './words.ts';

/** Shows what comes due in the next 90 days in all orgs, and the notices about tokens and OAuth apps. */
export function UpcomingPage({
  tokens,
  apps,
  onOpen,
}: {
  readonly tokens: readonly Token[];
  readonly apps: readonly ServiceApp[];
  readonly onOpen: (tokenId: string) => void;
}) {
  const now = useNow(60_000);
  const notices = useLife((state) => state.notices);
  const { failure, run } = useCall();
  const [saved, setSaved] = useState('');
  // Notices are marked as seen when the page is left. Until then the new ones can be told from the old.
  useEffect(() => () => void bridge.life.markSeen(), []);
  const lines = upcoming(tokens, apps, now);
  const exportCalendar = async () => {
    const done = await run(bridge.life.exportCalendar());
    if (done !== null && done.path !== null) setSaved(words.upcomingPage.savedAs(done.path));
  };
  return (
    <main className={`${pages.page} ${pages.wide}`} aria-label={shared.upcoming}>
      <header className={pages.top}>
        <div className={layout.grow}>
          <h1>{shared.upcoming}</h1>
          <p className={typography.muted}>{words.upcomingPage.about}</p>
        </div>
        <Button onClick={() => void exportCalendar()} disabled={lines.length === 0}>
          <Icon of={CalendarDays} />
          {words.upcomingPage.exportCalendar}
        </Button>
      </header>
      <div className={pages.body}>
        <FailureNote failure={failure} />
        {saved !== '' && (
          <p className={`${typography.small} ${typography.healthy}`} role="status">
            {saved}
          </p>
        )}
        {tokens.length + apps.length === 0 ? (
          <div className={emptyState.empty}>
            <Icon of={CalendarDays} />
            <h2>{words.upcomingPage.nothingComingUp}</h2>
            <p>{words.upcomingPage.addTokenFirst}</p>
          </div>
        ) : (
          <Timeline lines={lines} now={now} onOpen={onOpen} />
        )}
        <Inbox notices={notices} now={now} onOpen={onOpen} />
      </div>
    </main>
  );
}

/** Tells whether the words of a mark begin under it, as in the first half of the timeline. In the second half they end under it. */
const begins = (place: number): boolean => place <= 0.5;

/** Returns where the words of a mark stand: right under it. */
const underMark = (place: number) =>
  begins(place) ? { marginInlineStart: `${place * 100}%` } : { marginInlineEnd: `${(1 - place) * 100}%` };

/** Returns where the name of a month stands: beside its first day, on the side that has the room. */
const besideDay = (place: number) =>
  place <= 0.9 ? { insetInlineStart: `${place * 100}%` } : { insetInlineEnd: `${(1 - place) * 100}%` };

function Timeline({
  lines,
  now,
  onOpen,
}: {
  readonly lines: ReturnType<typeof upcoming>;
  readonly now: number;
  readonly onOpen: (tokenId: string) => void;
}) {
  return (
    <section className={`${cards.card} ${styles.timeline}`}>
      <div className={cards.head}>
        <h2>{words.upcomingPage.next90Days}</h2>
        <span className={`${typography.small} ${typography.muted} ${styles.timelineKey}`}>
          {words.upcomingPage.legend(
            <i className={styles.mark} />,
            <i className={`${styles.mark} ${styles.rotation}`} />,
          )}
        </span>
      </div>
      {lines.length === 0 ? (
        <p className={typography.muted}>{words.upcomingPage.nothingDue}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span className={typography.hidden}>{shared.token}</span>
              </th>
              <th scope="col" className={styles.scale}>
                <span className={typography.hidden}>{pageShared.when}</span>
                <span aria-hidden="true">
                  <i style={{ insetInlineStart: 0 }}>{words.upcomingPage.today}</i>
                  {months(now).map(({ name, place }) => (
                    <i
                      key={name}
                      className={place <= 0.9 ? styles.month : `${styles.month} ${styles.last}`}
                      style={besideDay(place)}
                    >
                      {name}
                    </i>
                  ))}
                </span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ of, marks }) => (
              <tr key={of.id}>
                <th scope="row">
                  <Button kind="link" className={typography.ellipsis} onClick={() => onOpen(of.id)}>
                    {of.label}
                  </Button>
                  <span className={`${typography.muted} ${typography.small} ${layout.row}`}>
                    <OrgMark name={of.orgHost} environment={of.environment} />
                    <span className={typography.ellipsis}>{of.orgHost}</span>
                  </span>
                </th>
                <td>
                  <div className={styles.track} aria-hidden="true">
                    {marks.map((mark) => (
                      <i
                        key={mark.kind}
                        className={`${styles.mark} ${mark.kind === 'rotation' ? styles.rotation : ''} ${mark.overdue ? styles.overdue : ''}`}
                        style={{ insetInlineStart: `${mark.place * 100}%` }}
                        title={sentenceOf(mark, now)}
                      />
                    ))}
                  </div>
                  <div className={`${typography.small} ${typography.muted} ${styles.marksWords}`}>
                    {marks.map((mark) => (
                      <span
                        key={mark.kind}
                        className={`${begins(mark.place) ? '' : styles.ends} ${mark.overdue ? typography.attention : ''}`}
                        style={underMark(mark.place)}
                      >
                        {sentenceOf(mark, now)}
                      </span>
                    ))}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function sentenceOf({ kind, at, overdue, sure }: Mark, now: number): string {
  if (kind === 'rotation')
    return overdue
      ? words.upcomingPage.rotationWasDue(date(at), inDays(at, now))
      : words.upcomingPage.rotationIsDue(date(at), inDays(at, now));
  if (overdue) return words.upcomingPage.mostLikelyExpired(date(at));
  return sure
    ? words.upcomingPage.expires(date(at), inDays(at, now))
    : words.upcomingPage.expiresForecast(date(at), inDays(at, now));
}

function Inbox({
  notices,
  now,
  onOpen,
}: {
  readonly notices: readonly Notice[];
  readonly now: number;
  readonly onOpen: (tokenId: string) => void;
}) {
  return (
    <section className={cards.card}>
      <h2>{words.upcomingPage.inbox}</h2>
      {notices.length === 0 ? (
        <p className={typography.muted}>{words.upcomingPage.noNotice}</p>
      ) : (
        <ul className={`${eventList.events} ${styles.ofNotices}`} aria-label={words.upcomingPage.inbox}>
          {notices.map((notice) => (
            <li key={notice.id}>
              <span
                className={`${pills.pill} ${eventList.outcome} ${notice.kind === 'expired' || notice.kind === 'keep-alive' ? tones.failing : tones.attention}`}
              >
                {kindWords[notice.kind]}
              </span>
              <span className={layout.grow}>
                <Button kind="link" onClick={() => onOpen(notice.tokenId)}>
                  {notice.label}
                </Button>
                {!notice.seen && ' '}
                {!notice.seen && <b className={styles.new}>{words.upcomingPage.new}</b>}
                <span className={`${typography.small} ${typography.muted} ${styles.block}`}>
                  {notice.before === ''
                    ? notice.sentence
                    : words.upcomingPage.beforeNow(notice.sentence, notice.before, notice.after)}
                </span>
              </span>
              <time
                className={`${typography.muted} ${typography.small}`}
                dateTime={new Date(notice.at).toISOString()}
                title={fullDate(notice.at)}
              >
                {ago(notice.at, now)}
              </time>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const kindWords: Readonly<Record<Notice['kind'], string>> = {
  expiry: words.upcomingPage.expiresSoon,
  expired: words.upcomingPage.expired,
  'rotation-due': words.upcomingPage.rotationDue,
  owner: words.upcomingPage.ownerChanged,
  'keep-alive': words.upcomingPage.notKeptAlive,
  'key-due': words.upcomingPage.keyDue,
};
