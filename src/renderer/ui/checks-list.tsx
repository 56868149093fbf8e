import { Check as CheckMark, CircleHelp, CircleX, LoaderCircle, Minus, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import type { Check } from '../../shared/contract/testing.ts';
import { Icon } from './icons.tsx';

const shown = {
  ok: [CheckMark, 'ink-healthy', 'Passed'],
  attention: [TriangleAlert, 'ink-attention', 'Needs attention'],
  failed: [CircleX, 'ink-failing', 'Failed'],
  unknown: [CircleHelp, 'muted', 'Not known'],
  skipped: [Minus, 'muted', 'Not run'],
  running: [LoaderCircle, 'ink-accent spin', 'Running'],
} as const;

/** The checks of a test known so far, one line each. Lines that have not begun keep their place, so that nothing jumps as results come in. */
export const ChecksList = memo(function ChecksList({ checks }: { checks: readonly Check[] }) {
  return (
    <ul className="checks" aria-label="Checks">
      {withPending(checks).map(({ id, state, title, detail, ms }) => {
        const [shape, ink, word] = shown[state];
        const side = detail !== '' ? detail : ms !== null ? `${ms} ms` : state === 'running' ? '…' : '';
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
  ['reachable', 'The org is reachable'],
  ['accepted', 'Okta accepts it'],
  ['owner', 'Whose token it is'],
  ['active', 'Owner is active'],
  ['roles', 'Roles'],
  ['network', 'Network restriction'],
  ['expiry', 'Expiry'],
  ['rate-limit', 'Rate limit left'],
];

/** All checks in their order: those known so far, and the others still to come. */
function withPending(known: readonly Check[]): Check[] {
  return titles.map(
    ([id, title]) =>
      known.find((check) => check.id === id) ?? { id, title, state: 'skipped', detail: '', ms: null },
  );
}

/** The checks known so far with what was told of them since. */
export function withChecks(known: readonly Check[], told: readonly Check[]): Check[] {
  const checks = [...known];
  for (const check of told) {
    const at = checks.findIndex(({ id }) => id === check.id);
    if (at < 0) checks.push(check);
    else checks[at] = check;
  }
  return checks;
}
