import type { Overview } from '../../shared/contract/overview.ts';
import { type Health, healths } from '../../shared/health.ts';
import { words as sharedWords } from '../../shared/words.ts';
import cards from '../ui/card.module.css';
import { OrgMark } from '../ui/org-mark.tsx';
import { HealthMark, HealthPill, healthTone } from '../ui/pill.tsx';
import tables from '../ui/table.module.css';
import typography from '../ui/typography.module.css';
import styles from './overview.module.css';
import { words } from './words.ts';

interface HealthCardProps {
  readonly overview: Overview;
  readonly onHealth: (health: Health) => void;
}

/** Shows how many tokens have each health: a bar for each, and the same by org. */
export function HealthCard({ overview, onHealth }: HealthCardProps) {
  const most = Math.max(1, ...healths.map((health) => overview.health[health] ?? 0));
  return (
    <section className={`${cards.card} ${cards.scrolls}`}>
      <h2>{words.healthCard.byHealth}</h2>
      <ul className={styles.bars} aria-label={words.healthCard.byHealth}>
        {healths.map((health) => {
          const count = overview.health[health] ?? 0;
          return (
            <li key={health}>
              <button
                type="button"
                className={styles.line}
                disabled={count === 0}
                aria-label={words.healthCard.show(sharedWords.health.states[health], count)}
                onClick={() => onHealth(health)}
              >
                <span className={styles.word}>
                  <HealthPill health={health} />
                </span>
                <span className={styles.track} aria-hidden="true">
                  <i
                    className={`${styles.bar} ${healthTone(health)}`}
                    style={{ width: `${(100 * count) / most}%` }}
                  />
                </span>
                <b>{count}</b>
              </button>
            </li>
          );
        })}
      </ul>
      <table className={`${tables.table} ${styles.counts}`} aria-label={words.healthCard.byOrg}>
        <thead>
          <tr>
            <th scope="col">{words.healthCard.org}</th>
            {healths.map((health) => (
              <th key={health} scope="col">
                <HealthMark health={health} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {overview.orgs.map((org) => (
            <tr key={org.orgId}>
              <th scope="row" title={org.host}>
                <span className={styles.org}>
                  <OrgMark name={org.name} environment={org.environment} />
                  <span className={styles.host}>{org.name}</span>
                </span>
              </th>
              {healths.map((health) => (
                <td key={health} className={org.health[health] === 0 ? typography.muted : ''}>
                  {org.health[health]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
