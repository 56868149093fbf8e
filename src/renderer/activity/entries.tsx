import type { ActivityEntry } from '../../shared/contract/activity.ts';
import { series } from '../../shared/listed.ts';
import { clockTime, dateAndTime, fullDate } from '../../shared/time-words.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import eventList from '../ui/event-list.module.css';
import layout from '../ui/layout.module.css';
import typography from '../ui/typography.module.css';
import styles from './activity.module.css';
import { doneIn } from './done-in.ts';

interface EntriesProps {
  readonly entries: readonly ActivityEntry[];
  /** The name of the list. */
  readonly name: string;
  /** Opens the token of an entry. Null when all entries are of the open token: the list then shows the day in the place of the token. */
  readonly onOpen: ((tokenId: string) => void) | null;
}

/** Shows entries of the record, one line for each. */
export function Entries({ entries, name, onOpen }: EntriesProps) {
  return (
    <ul
      className={`${cards.card} ${eventList.events} ${onOpen === null ? styles.ofOne : styles.ofActivity}`}
      aria-label={name}
    >
      {entries.map((entry) => (
        <li key={entry.seq}>
          <time
            className={`${typography.muted} ${typography.small}`}
            dateTime={new Date(entry.at).toISOString()}
            title={dateAndTime(entry.at)}
          >
            {clockTime(entry.at)}
          </time>
          <span className={typography.small}>{doneIn(entry)}</span>
          <Subject entry={entry} onOpen={onOpen} />
          <span
            className={`${layout.grow} ${styles.whole} ${typography.muted} ${typography.small}`}
            title={entry.sentence}
          >
            {entry.sentence}
          </span>
          <span className={`${typography.muted} ${typography.small} ${typography.mono}`}>
            {entry.requestId?.slice(0, 8) ?? ''}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Subject({
  entry,
  onOpen,
}: {
  readonly entry: ActivityEntry;
  readonly onOpen: EntriesProps['onOpen'];
}) {
  const { tokenId, label, orgHost, action, at } = entry;
  if (onOpen === null)
    return <span className={`${typography.muted} ${typography.small}`}>{fullDate(at)}</span>;
  if (tokenId === null || action === 'token.removed')
    return <span className={typography.ellipsis}>{label}</span>;
  return (
    <Button
      kind="link"
      className={typography.ellipsis}
      title={series([label, orgHost])}
      onClick={() => onOpen(tokenId)}
    >
      {label}
    </Button>
  );
}
