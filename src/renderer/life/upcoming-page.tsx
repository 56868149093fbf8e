import { CalendarDays } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Notice } from '../../shared/contract/life.ts';
import type { Token } from '../../shared/contract/tokens.ts';
import { ago, date, fullDate, inDays } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Icon } from '../ui/icons.tsx';
import { OrgMark } from '../ui/org-mark.tsx';
import { useCall } from '../ui/use-call.ts';
import { useNow } from '../ui/use-now.ts';
import { useLife } from './life-store.ts';
import { type Mark, months, upcoming } from './upcoming.ts';

/** What was said of tokens, and what comes due in the next 90 days across all orgs. */
export function UpcomingPage({
  tokens,
  onOpen,
}: {
  readonly tokens: readonly Token[];
  readonly onOpen: (tokenId: string) => void;
}) {
  const now = useNow(60_000);
  const notices = useLife((state) => state.notices);
  const { failure, run } = useCall();
  const [saved, setSaved] = useState('');
  // What stands on screen has been seen; it is marked when the page is left, so that new ones can be told from old ones till then.
  useEffect(() => () => void bridge.life.markSeen(), []);
  const lines = upcoming(tokens, now);
  const exportCalendar = async () => {
    const done = await run(bridge.life.exportCalendar());
    if (done !== null && done.path !== null) setSaved(`Saved as ${done.path}.`);
  };
  return (
    <main className="page wide" aria-label="Upcoming">
      <header className="page-top">
        <div className="grow">
          <h1>Upcoming</h1>
          <p className="muted">Expiries and rotations of the next 90 days, and what was said of them.</p>
        </div>
        <Button onClick={() => void exportCalendar()} disabled={lines.length === 0}>
          <Icon of={CalendarDays} />
          Export calendar
        </Button>
      </header>
      <div className="tab-body">
        <FailureNote failure={failure} />
        {saved !== '' && (
          <p className="small ink-healthy" role="status">
            {saved}
          </p>
        )}
        {tokens.length === 0 ? (
          <div className="empty">
            <Icon of={CalendarDays} />
            <h2>Nothing is coming up</h2>
            <p>Add a token: its expiry forecast and its next rotation show up here.</p>
          </div>
        ) : (
          <Timeline lines={lines} now={now} onOpen={onOpen} />
        )}
        <Inbox notices={notices} now={now} onOpen={onOpen} />
      </div>
    </main>
  );
}

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
    <section className="card timeline">
      <div className="card-head">
        <h2>Next 90 days</h2>
        <span className="small muted timeline-key">
          <i className="mark expiry" /> Expires unless used <i className="mark rotation" /> Rotation due
        </span>
      </div>
      {lines.length === 0 ? (
        <p className="muted">Nothing expires and no rotation is due within 90 days.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span className="hidden">Token</span>
              </th>
              <th scope="col" className="scale">
                <span className="hidden">When</span>
                <span aria-hidden="true">
                  <i style={{ left: 0 }}>Today</i>
                  {months(now).map(({ name, place }) => (
                    <i key={name} style={{ left: `${place * 100}%` }}>
                      {name}
                    </i>
                  ))}
                </span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ token, marks }) => (
              <tr key={token.id}>
                <th scope="row">
                  <button type="button" className="button link ellipsis" onClick={() => onOpen(token.id)}>
                    {token.label}
                  </button>
                  <span className="muted small row-flex">
                    <OrgMark name={token.orgHost} environment={token.environment} />
                    <span className="ellipsis">{token.orgHost}</span>
                  </span>
                </th>
                <td>
                  <div className="track" aria-hidden="true">
                    {marks.map((mark) => (
                      <i
                        key={mark.kind}
                        className={`mark ${mark.kind} ${mark.overdue ? 'overdue' : ''}`}
                        style={{ left: `${mark.place * 100}%` }}
                        title={words(mark, now)}
                      />
                    ))}
                  </div>
                  <div className="small muted">
                    {marks.map((mark) => (
                      <span key={mark.kind} className={mark.overdue ? 'ink-attention' : ''}>
                        {words(mark, now)}
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

function words({ kind, at, overdue, sure }: Mark, now: number): string {
  if (kind === 'rotation') return `Rotation ${overdue ? 'was due' : 'due'} ${date(at)}, ${inDays(at, now)}`;
  if (overdue) return `Most likely expired ${date(at)}`;
  return `Expires ${date(at)}, ${inDays(at, now)}${sure ? '' : ', forecast'}`;
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
    <section className="card">
      <h2>Inbox</h2>
      {notices.length === 0 ? (
        <p className="muted">
          Nothing yet. Warnings come 7, 3 and 1 days before an expiry, and when an owner changes.
        </p>
      ) : (
        <ul className="history of-notices" aria-label="Inbox">
          {notices.map((notice) => (
            <li key={notice.id}>
              <span
                className={`pill tone-${notice.kind === 'expired' || notice.kind === 'keep-alive' ? 'failing' : 'attention'}`}
              >
                {kindWords[notice.kind]}
              </span>
              <span className="grow">
                <button type="button" className="button link" onClick={() => onOpen(notice.tokenId)}>
                  {notice.label}
                </button>
                {!notice.seen && <b className="new-mark"> New</b>}
                <span className="small muted block">
                  {notice.sentence}
                  {notice.before !== '' && ` Before: ${notice.before}. Now: ${notice.after}.`}
                </span>
              </span>
              <time
                className="muted small"
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
  expiry: 'Expires soon',
  expired: 'Expired',
  'rotation-due': 'Rotation due',
  owner: 'Owner changed',
  'keep-alive': 'Not kept alive',
};
