import { Check as CheckMark, CircleHelp, CircleX, LoaderCircle, Minus, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import type { Check } from '../../shared/contract/testing.ts';
import styles from './checks-list.module.css';
import icons from './icons.module.css';
import { Icon } from './icons.tsx';
import { pageShared, words } from './page-words.ts';
import typography from './typography.module.css';

const shown = {
  ok: [CheckMark, typography.healthy, words.checksList.passed],
  attention: [TriangleAlert, typography.attention, words.checksList.needsAttention],
  failed: [CircleX, typography.failing, words.checksList.failed],
  unknown: [CircleHelp, typography.muted, pageShared.notKnown],
  skipped: [Minus, typography.muted, words.checksList.notRun],
  running: [LoaderCircle, `${icons.running} ${icons.spin}`, words.checksList.running],
} as const;

/** Shows the checks of a test, one line for each. A check that has not begun also has a line, so that no line moves when results arrive. */
export const ChecksList = memo(function ChecksList({ checks }: { checks: readonly Check[] }) {
  return (
    <ul className={styles.checks} aria-label={words.checksList.checks}>
      {withPending(checks).map(({ id, state, title, detail, ms }) => {
        const [shape, ink, word] = shown[state];
        const side =
          detail !== '' ? detail : ms !== null ? words.checksList.ms(ms) : state === 'running' ? '…' : '';
        return (
          <li key={id}>
            <Icon of={shape} className={ink} />
            <span className={state === 'skipped' ? `${styles.title} ${styles.waiting}` : styles.title}>
              <span className={typography.hidden}>{word}: </span>
              {title}
            </span>
            <span className={styles.detail}>{side}</span>
          </li>
        );
      })}
    </ul>
  );
});

const titles: readonly (readonly [id: Check['id'], title: string])[] = [
  ['reachable', words.checksList.orgReachable],
  ['accepted', words.checksList.oktaAccepts],
  ['owner', words.checksList.whoseToken],
  ['active', words.checksList.ownerActive],
  ['roles', words.checksList.roles],
  ['network', words.checksList.networkRestriction],
  ['expiry', words.checksList.expiry],
  ['rate-limit', pageShared.rateLimitLeft],
];

/** Returns all checks in their order: the checks so far, and the checks that follow. */
function withPending(known: readonly Check[]): Check[] {
  return titles.map(
    ([id, title]) =>
      known.find((check) => check.id === id) ?? { id, title, state: 'skipped', detail: '', ms: null },
  );
}
