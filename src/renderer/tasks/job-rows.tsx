import type { RowState } from '../../shared/contract/tasks.ts';
import { Button } from '../ui/button.tsx';
import { showMoreRows, useJobs } from './jobs-store.ts';
import styles from './tasks.module.css';
import { words } from './words.ts';

const tones: Readonly<Record<RowState, string>> = {
  left: 'tone-quiet',
  waiting: 'tone-quiet',
  sent: 'tone-rotating',
  done: 'tone-healthy',
  already: 'tone-quiet',
  failed: 'tone-failing',
  unknown: 'tone-attention',
};

/** The rows of the shown job as a diff: what each user is and becomes, and why or what came of it. */
export function JobRows() {
  const rows = useJobs((state) => state.rows);
  const moreRows = useJobs((state) => state.moreRows);
  if (rows.length === 0) return <p className="muted">{words.jobView.noRows}</p>;
  return (
    <>
      <table className="table" aria-label={words.jobView.rows}>
        <thead>
          <tr>
            <th scope="col">{words.jobView.row}</th>
            <th scope="col">{words.jobView.login}</th>
            <th scope="col">{words.jobView.before}</th>
            <th scope="col">{words.jobView.after}</th>
            <th scope="col">{words.jobView.state}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ no, login, name, before, after, state, sentence }) => (
            <tr key={no}>
              <td>{no}</td>
              <th scope="row" className="selectable">
                {login}
                <span className={styles.why}>{name}</span>
              </th>
              <td>{before === after ? before : <del className={styles.is}>{before}</del>}</td>
              <td>{before === after ? '' : <ins className={styles.becomes}>{after}</ins>}</td>
              <td>
                <span className={`pill ${tones[state]}`}>{words.jobView.states[state]}</span>
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
