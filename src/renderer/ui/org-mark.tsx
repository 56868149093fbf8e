import type { Environment } from '../../shared/contract/orgs.ts';
import styles from './org-mark.module.css';
import { words } from './words.ts';

/** An org's first letter; filled for production, pale for the others. */
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

/** The org's name without Okta's domain. */
export const shortHost = (host: string): string =>
  host.replace(/\.(okta|oktapreview|okta-emea|okta-gov)\.com$/, '');

export const environmentWords: Readonly<Record<Environment, string>> = {
  production: words.orgMark.production,
  preview: words.orgMark.preview,
  development: words.orgMark.development,
  other: words.orgMark.other,
};
