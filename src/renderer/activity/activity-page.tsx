import { Activity } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { TestRecord, Token } from '../../shared/contract/models.ts';
import { clockTime, dayName } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { Icon } from '../ui/icons.tsx';
import { toneOf } from '../ui/result-banner.tsx';

const most = 300;

interface Line {
  readonly token: Token;
  readonly record: TestRecord;
}

/** The latest tests of all tokens; newest first, by day. */
export function ActivityPage({ onOpen }: { onOpen: (tokenId: string) => void }) {
  const [lines, setLines] = useState<readonly Line[] | null>(null);
  const [filter, setFilter] = useState('');
  useEffect(() => {
    const read = async () => {
      const [recent, tokens] = await Promise.all([
        bridge.testing.recent({ limit: most }),
        bridge.tokens.list(),
      ]);
      if (!recent.ok || !tokens.ok) return;
      const byId = new Map(tokens.value.map((token) => [token.id, token]));
      setLines(
        recent.value.flatMap(({ tokenId, record }) => {
          const token = byId.get(tokenId);
          return token === undefined ? [] : [{ token, record }];
        }),
      );
    };
    void read();
    return bridge.events.testFinished(() => void read());
  }, []);

  const days = useMemo(() => {
    const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
    const shown = (lines ?? []).filter(({ token, record }) => {
      const text = `${token.label} ${token.orgHost} ${record.outcome.word} ${record.outcome.sentence} ${record.outcome.requestId ?? ''}`;
      return words.every((word) => text.toLowerCase().includes(word));
    });
    return [...Map.groupBy(shown, ({ record }) => dayName(record.at, Date.now()))];
  }, [lines, filter]);

  return (
    <main className="page wide" aria-label="Activity">
      <header className="page-top">
        <div className="grow">
          <h1>Activity</h1>
          <p className="muted">Tests of all tokens on this computer, newest first.</p>
        </div>
        <input
          className="input activity-filter"
          type="search"
          aria-label="Filter activity"
          placeholder="Filter"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      </header>
      <div className="tab-body">
        {lines !== null && days.length === 0 && (
          <div className="empty">
            <Icon of={Activity} />
            <h2>{lines.length === 0 ? 'Nothing has been tested yet' : 'No test matches'}</h2>
            <p>
              {lines.length === 0
                ? 'Add a token, or test one you have: every result shows up here.'
                : 'The filter looks at tokens, orgs, outcomes and request ids.'}
            </p>
          </div>
        )}
        {days.map(([day, ofDay]) => (
          <section key={day} className="activity-day">
            <h2 className="group">{day}</h2>
            <ul className="card history of-all" aria-label={day}>
              {ofDay.map(({ token, record }) => (
                <li key={record.id}>
                  <time className="muted small" dateTime={new Date(record.at).toISOString()}>
                    {clockTime(record.at)}
                  </time>
                  <span className={`pill tone-${toneOf(record.outcome.kind)}`}>{record.outcome.word}</span>
                  <button
                    type="button"
                    className="button link ellipsis"
                    title={`${token.label}, ${token.orgHost}`}
                    onClick={() => onOpen(token.id)}
                  >
                    {token.label}
                  </button>
                  <span className="grow ellipsis muted small" title={record.outcome.sentence}>
                    {record.outcome.sentence}
                  </span>
                  <span className="muted small ms">{record.tookMs} ms</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </main>
  );
}
