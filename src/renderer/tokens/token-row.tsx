import { LoaderCircle, Play } from 'lucide-react';
import { memo } from 'react';
import type { Token } from '../../shared/contract/tokens.ts';
import { expiryOf, rotationDueOf } from '../../shared/health.ts';
import { date } from '../../shared/time-words.ts';
import buttons from '../ui/button.module.css';
import { Button } from '../ui/button.tsx';
import icons from '../ui/icons.module.css';
import { Icon } from '../ui/icons.tsx';
import { OrgMark, shortHost } from '../ui/org-mark.tsx';
import { HealthPill } from '../ui/pill.tsx';
import typography from '../ui/typography.module.css';
import { heights } from './entries.ts';
import type { ListedToken } from './grouping.ts';
import styles from './token-list.module.css';
import { selectToken } from './tokens-store.ts';
import { words } from './words.ts';

/** The token whose menu is open, and where it was opened. */
export interface AskedMenu {
  readonly token: Token;
  readonly x: number;
  readonly y: number;
}

/** Returns whether a token can be tested and copied. */
export const isUsable = ({ readable, revokedAt }: Token): boolean => readable && revokedAt === null;

/** Returns when a token expires and when its rotation is due, and how sure the first date is. */
function ahead(token: Token): string {
  if (token.revokedAt !== null) return '';
  const expiry = expiryOf(token);
  return expiry.sure
    ? words.tokenList.expiryByOkta(date(expiry.at), date(rotationDueOf(token)))
    : words.tokenList.expiryForecast(date(expiry.at), date(rotationDueOf(token)));
}

interface TokenRowProps {
  readonly item: ListedToken;
  /** Its place among the listed tokens, from 1. */
  readonly place: number;
  /** Its distance from the top of the list, in pixels. */
  readonly start: number;
  readonly selected: boolean;
  /** Whether Tab stops at this row. Tab stops at one row of the list. */
  readonly tabStop: boolean;
  /** Whether the token is being tested. */
  readonly running: boolean;
  readonly onTest: (tokenId: string) => void;
  readonly onMenu: (asked: AskedMenu) => void;
}

/** Shows a token's row. It is made anew when its token changes, and not with every change of the list. */
export const TokenRow = memo(function TokenRow(props: TokenRowProps) {
  const { item, place, start, selected, tabStop, running, onTest, onMenu } = props;
  const { id, token, health } = item;
  const usable = isUsable(token);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys
    // biome-ignore lint/a11y/useSemanticElements: a table cannot hold only the rows in sight
    <div
      role="row"
      data-id={id}
      aria-rowindex={place}
      aria-selected={selected}
      aria-label={`${token.label}, ${token.orgHost}, ${health.health}, ${health.reason}`}
      tabIndex={tabStop ? 0 : -1}
      className={styles.row}
      style={{ height: heights.token, transform: `translateY(${start}px)` }}
      onClick={({ target }) => {
        if (!(target instanceof Element && target.closest('button') !== null)) selectToken(id);
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        // The keyboard opens the menu at the row, because there is no pointer.
        const box = event.currentTarget.getBoundingClientRect();
        onMenu({ token, x: event.clientX || box.left + 24, y: event.clientY || box.bottom });
      }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot hold only the rows in sight */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the row and its button take the focus */}
      <div role="gridcell">
        <span className={`${styles.name} ${typography.ellipsis}`} title={token.label}>
          {token.label}
        </span>
        <HealthPill health={health.health} />
        <span className={styles.meta}>
          <OrgMark name={shortHost(token.orgHost)} environment={token.environment} />
          <span className={typography.ellipsis} title={ahead(token)}>
            {running ? words.tokenList.testing : health.reason}
          </span>
        </span>
        <Button
          kind="quiet"
          className={`${buttons.iconOnly} ${styles.test}`}
          tabIndex={-1}
          aria-label={words.tokenList.test(token.label)}
          disabled={!usable}
          // It is not disabled while the test runs, because that would drop the focus.
          aria-disabled={running}
          onClick={() => {
            if (!running) onTest(id);
          }}
        >
          <Icon of={running ? LoaderCircle : Play} className={running ? icons.spin : ''} />
        </Button>
      </div>
    </div>
  );
});
