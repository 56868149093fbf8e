import type { RowState } from '../../shared/contract/tasks.ts';
import { breakable } from '../ui/breakable.ts';
import { Button } from '../ui/button.tsx';
import pills from '../ui/pill.module.css';
import tables from '../ui/table.module.css';
import { type Tone, tones } from '../ui/tones.ts';
import typography from '../ui/typography.module.css';
import { showMoreRows, useJobs } from './jobs-store.ts';
import styles from './tasks.module.css';
import { words } from './words.ts';

const rowTones: Readonly<Record<RowState, Tone>> = {
  left: 'quiet',
  waiting: 'quiet',
  sent: 'rotating',
  done: 'healthy',
  already: 'quiet',
  failed: 'failing',
  unknown: 'attention',
};

/** Shows the rows of the job as a diff: what each user is and becomes, and the reason or the result. */
export function JobRows() {
  const rows = useJobs((state) => state.rows);
  const moreRows = useJobs((state) => state.moreRows);
  const hasGroups = rows.some(({ group }) => group !== '');
  if (rows.length === 0) return <p className={typography.muted}>{words.jobView.noRows}</p>;
  return (
    <>
      <table className={tables.table} aria-label={words.jobView.rows}>
        <thead>
          <tr>
            <th scope="col">{words.jobView.row}</th>
            <th scope="col">{words.jobView.login}</th>
            {hasGroups && <th scope="col">{words.jobView.group}</th>}
            <th scope="col">{words.jobView.before}</th>
            <th scope="col">{words.jobView.after}</th>
            <th scope="col">{words.jobView.state}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ no, login, name, group, before, after, state, sentence }) => (
            <tr key={no}>
              <td>{no}</td>
              <th scope="row" className={typography.selectable}>
                {breakable(login)}
                <span className={styles.why}>{name}</span>
              </th>
              {hasGroups && <td>{group}</td>}
              <td>
                {before === after ? (
                  before
                ) : before === '' ? (
                  words.jobView.notThere
                ) : (
                  <del className={styles.is}>{before}</del>
                )}
              </td>
              <td>{before === after ? '' : <ins className={styles.becomes}>{after}</ins>}</td>
              <td>
                <span className={`${pills.pill} ${tones[rowTones[state]]}`}>
                  {words.jobView.states[state]}
                </span>
                <span className={styles.why}>{sentence}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {moreRows && (
        <div>
          <Button onClick={() => void showMoreRows()}>{words.jobView.moreRows}</Button>
        </div>
      )}
    </>
  );
}
