import { Ban, Check, CircleX, RefreshCw, TriangleAlert } from 'lucide-react';
import type { Health } from '../../shared/health.ts';
import { words } from '../../shared/words.ts';
import { Icon } from './icons.tsx';
import styles from './pill.module.css';
import { tones } from './tones.ts';
import typography from './typography.module.css';

const looks = {
  Healthy: [Check, tones.healthy],
  Attention: [TriangleAlert, tones.attention],
  Failing: [CircleX, tones.failing],
  Rotating: [RefreshCw, tones.rotating],
  Revoked: [Ban, tones.revoked],
} as const;

/** Returns the class of a health's colour. A word and an icon are beside it. */
export const healthTone = (health: Health) => looks[health][1];

/** Shows a health as the icon of its colour, where a row of words has no room. The word is its tooltip, and is read out. */
export function HealthMark({ health }: { health: Health }) {
  const [icon, tone] = looks[health];
  const word = words.health.states[health];
  return (
    <span className={`${styles.mark} ${tone}`} title={word}>
      <Icon of={icon} />
      <span className={typography.hidden}>{word}</span>
    </span>
  );
}

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
