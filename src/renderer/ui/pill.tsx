import { Ban, Check, CircleX, RefreshCw, TriangleAlert } from 'lucide-react';
import type { Health } from '../../shared/health.ts';
import { words } from '../../shared/words.ts';
import { Icon } from './icons.tsx';

const icons = {
  Healthy: Check,
  Attention: TriangleAlert,
  Failing: CircleX,
  Rotating: RefreshCw,
  Revoked: Ban,
} as const;

/** Shows the health of a token as colour, icon and word. */
export function HealthPill({ health }: { health: Health }) {
  return (
    <span className={`pill tone-${health.toLowerCase()}`}>
      <Icon of={icons[health]} />
      {words.health.states[health]}
    </span>
  );
}
