import { LoaderCircle, Play } from 'lucide-react';
import { memo } from 'react';
import { series } from '../../shared/listed.ts';
import { words as sharedWords } from '../../shared/words.ts';
import buttons from '../ui/button.module.css';
import { Button } from '../ui/button.tsx';
import icons from '../ui/icons.module.css';
import { Icon } from '../ui/icons.tsx';
import { OrgMark, shortHost } from '../ui/org-mark.tsx';
import { HealthPill } from '../ui/pill.tsx';
import typography from '../ui/typography.module.css';
import { heights } from './entries.ts';
import type { Listed } from './grouping.ts';
import styles from './token-list.module.css';
import { selectToken } from './tokens-store.ts';
import { words } from './words.ts';

/** The row whose menu is open, and where it was opened. */
export interface AskedMenu {
  readonly item: Listed;
  readonly x: number;
  readonly y: number;
}

interface TokenRowProps {
  readonly item: Listed;
  /** Its place among the listed rows, from 1. */
  readonly place: number;
  /** Its distance from the top of the list, in pixels. */
  readonly start: number;
  readonly selected: boolean;
  /** Whether Tab stops at this row. Tab stops at one row of the list. */
  readonly tabStop: boolean;
  /** Whether the credential is being tested. */
  readonly running: boolean;
  readonly onTest: (id: string) => void;
  readonly onMenu: (asked: AskedMenu) => void;
}

/** Shows a credential's row. It is made anew when the credential changes, and not with every change of the list. */
export const TokenRow = memo(function TokenRow(props: TokenRowProps) {
  const { item, place, start, selected, tabStop, running, onTest, onMenu } = props;
  const { id, label, kind, orgHost, environment, health, ahead, testable } = item;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys
    // biome-ignore lint/a11y/useSemanticElements: a table cannot hold only the rows in sight
    <div
      role="row"
      data-id={id}
      aria-rowindex={place}
      aria-selected={selected}
      aria-label={series([label, kind, orgHost, sharedWords.health.states[health.health], health.reason])}
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
        onMenu({ item, x: event.clientX || box.left + 24, y: event.clientY || box.bottom });
      }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot hold only the rows in sight */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the row and its button take the focus */}
      <div role="gridcell">
        <span className={`${styles.name} ${typography.ellipsis}`} title={label}>
          {label}
        </span>
        <HealthPill health={health.health} />
        <span className={styles.meta}>
          <OrgMark name={shortHost(orgHost)} environment={environment} />
          {kind !== '' && <span className={styles.kind}>{kind}</span>}
          <span className={styles.reason} title={`${health.reason}\n${ahead()}`}>
            {running ? words.tokenList.testing : health.reason}
          </span>
        </span>
        <Button
          kind="quiet"
          className={`${buttons.iconOnly} ${styles.test}`}
          tabIndex={-1}
          aria-label={words.tokenList.test(label)}
          disabled={!testable}
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
