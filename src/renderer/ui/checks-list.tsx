import { Check as CheckMark, CircleHelp, CircleX, LoaderCircle, Minus, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import type { Check } from '../../shared/contract/testing.ts';
import { Icon } from './icons.tsx';
import { pageShared, words } from './page-words.ts';

const shown = {
  ok: [CheckMark, 'ink-healthy', words.checksList.passed],
  attention: [TriangleAlert, 'ink-attention', words.checksList.needsAttention],
  failed: [CircleX, 'ink-failing', words.checksList.failed],
  unknown: [CircleHelp, 'muted', pageShared.notKnown],
  skipped: [Minus, 'muted', words.checksList.notRun],
  running: [LoaderCircle, 'ink-running', words.checksList.running],
} as const;

/** The checks of a test known so far, one line each. Lines that have not begun keep their place, so that nothing jumps as results come in. */
export const ChecksList = memo(function ChecksList({ checks }: { checks: readonly Check[] }) {
  return (
    <ul className="checks" aria-label={words.checksList.checks}>
      {withPending(checks).map(({ id, state, title, detail, ms }) => {
        const [shape, ink, word] = shown[state];
        const side =
          detail !== '' ? detail : ms !== null ? words.checksList.ms(ms) : state === 'running' ? '…' : '';
        return (
          <li key={id}>
            <Icon of={shape} className={ink} />
            <span className={state === 'skipped' ? 'title waiting' : 'title'}>
              <span className="hidden">{word}: </span>
              {title}
            </span>
            <span className="detail">{side}</span>
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

/** All checks in their order: those known so far, and the others still to come. */
function withPending(known: readonly Check[]): Check[] {
  return titles.map(
    ([id, title]) =>
      known.find((check) => check.id === id) ?? { id, title, state: 'skipped', detail: '', ms: null },
  );
}
