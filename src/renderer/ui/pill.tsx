import { Ban, Check, CircleX, RefreshCw, TriangleAlert } from 'lucide-react';
import type { Health } from '../../shared/health.ts';
import { words } from '../../shared/words.ts';
import { Icon } from './icons.tsx';
import styles from './pill.module.css';
import { tones } from './tones.ts';

const looks = {
  Healthy: [Check, tones.healthy],
  Attention: [TriangleAlert, tones.attention],
  Failing: [CircleX, tones.failing],
  Rotating: [RefreshCw, tones.rotating],
  Revoked: [Ban, tones.revoked],
} as const;

/** Returns the class of a health's colour. A word and an icon are beside it. */
export const healthTone = (health: Health) => looks[health][1];

/** Shows a token's health as a colour, an icon and a word. */
export function HealthPill({ health }: { health: Health }) {
  const [icon, tone] = looks[health];
  return (
    <span className={`${styles.pill} ${tone}`}>
      <Icon of={icon} />
      {words.health.states[health]}
    </span>
  );
}
