import type { Environment } from '../../shared/contract/orgs.ts';
import styles from './org-mark.module.css';

/** Shows an org's first letter: on dark ground for production, on pale ground for other environments. */
export function OrgMark({ name, environment }: { name: string; environment: Environment }) {
  return (
    <span
      className={environment === 'production' ? `${styles.mark} ${styles.production}` : styles.mark}
      aria-hidden="true"
    >
      {name.slice(0, 1).toUpperCase()}
    </span>
  );
}

/** Returns the org's name without Okta's domain. */
export const shortHost = (host: string): string =>
  host.replace(/\.(okta|oktapreview|okta-emea|okta-gov)\.com$/, '');
