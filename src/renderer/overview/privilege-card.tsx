import type { OrgOverview } from '../../shared/contract/overview.ts';
import cards from '../ui/card.module.css';
import { OrgMark } from '../ui/org-mark.tsx';
import tables from '../ui/table.module.css';
import typography from '../ui/typography.module.css';
import styles from './overview.module.css';
import { words } from './words.ts';

/** Shows the least-privilege score of each org: a bar with the percentage, and the numbers behind it. */
export function PrivilegeCard({ orgs }: { readonly orgs: readonly OrgOverview[] }) {
  return (
    <section className={`${cards.card} ${cards.scrolls}`}>
      <h2>{words.privilegeCard.leastPrivilege}</h2>
      <p className={`${typography.muted} ${typography.small}`}>{words.privilegeCard.meaning}</p>
      <table className={`${tables.table} ${styles.scores}`} aria-label={words.privilegeCard.leastPrivilege}>
        <thead>
          <tr>
            <th scope="col">{words.privilegeCard.org}</th>
            <th scope="col">{words.privilegeCard.score}</th>
            <th scope="col">{words.privilegeCard.tokens}</th>
            <th scope="col">{words.privilegeCard.notJudged}</th>
          </tr>
        </thead>
        <tbody>
          {orgs.map(({ orgId, name, host, environment, score, within, beyond, notJudged }) => (
            <tr key={orgId}>
              <th scope="row" title={host}>
                <span className={styles.org}>
                  <OrgMark name={name} environment={environment} />
                  <span className={styles.host}>{name}</span>
                </span>
              </th>
              <td>
                <span className={styles.score}>
                  <span className={styles.track} aria-hidden="true">
                    {score !== null && <i className={styles.bar} style={{ width: `${score}%` }} />}
                  </span>
                  {score === null ? (
                    <span className={typography.muted}>{words.privilegeCard.noneJudged}</span>
                  ) : (
                    <b>{words.privilegeCard.percent(score)}</b>
                  )}
                </span>
              </td>
              <td>{words.privilegeCard.ofJudged(within, within + beyond)}</td>
              <td>{notJudged}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
