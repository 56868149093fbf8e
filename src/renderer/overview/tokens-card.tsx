import type { Overview } from '../../shared/contract/overview.ts';
import { ago, fullDate } from '../../shared/time-words.ts';
import cards from '../ui/card.module.css';
import { pageShared } from '../ui/page-words.ts';
import tables from '../ui/table.module.css';
import typography from '../ui/typography.module.css';
import { MoreRows } from './more-rows.tsx';
import styles from './overview.module.css';
import { TokenCell } from './token-cell.tsx';
import { words } from './words.ts';

interface TokensCardProps {
  readonly title: string;
  /** What the tokens of the card have in common. */
  readonly about: string;
  /** Shown when there is no such token. */
  readonly none: string;
  readonly list: Overview['unused'];
  /** How many tokens are kept and not revoked. */
  readonly of: number;
  readonly now: number;
  readonly onOpen: (tokenId: string) => void;
}

/** Shows tokens that have something in common, with their owners and last uses. Each row opens its token. */
export function TokensCard({ title, about, none, list, of, now, onOpen }: TokensCardProps) {
  return (
    <section className={`${cards.card} ${cards.scrolls}`}>
      <h2>
        {title}
        {list.all > 0 && <span className={styles.count}>{list.all}</span>}
      </h2>
      <p className={`${typography.muted} ${typography.small}`}>{list.all === 0 ? none : about}</p>
      <p className={styles.share}>
        <span className={styles.track} aria-hidden="true">
          <i className={styles.bar} style={{ width: `${(100 * list.all) / Math.max(1, of)}%` }} />
        </span>
        <b>{words.tokensCard.share(list.all, of)}</b>
      </p>
      {list.all > 0 && (
        <table className={tables.table} aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{words.tokensCard.token}</th>
              <th scope="col">{words.tokensCard.owner}</th>
              <th scope="col">{words.tokensCard.lastUse}</th>
            </tr>
          </thead>
          <tbody>
            {list.rows.map((token) => (
              <tr key={token.tokenId}>
                <TokenCell token={token} onOpen={onOpen} />
                <td className={styles.owner}>{token.owner ?? pageShared.notKnown}</td>
                <td className={styles.time}>
                  <time dateTime={new Date(token.lastUseAt).toISOString()} title={fullDate(token.lastUseAt)}>
                    {ago(token.lastUseAt, now)}
                  </time>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <MoreRows shown={list.rows.length} all={list.all} />
    </section>
  );
}
