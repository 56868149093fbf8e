import styles from './tones.module.css';

/** The class of each tone that a pill or a banner may have. */
export const tones = {
  healthy: styles.healthy,
  attention: styles.attention,
  failing: styles.failing,
  rotating: styles.rotating,
  revoked: styles.revoked,
  quiet: styles.quiet,
} as const;

/** The name of a tone. */
export type Tone = keyof typeof tones;
