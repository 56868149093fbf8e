import { ago, fullDate } from '../../shared/time-words.ts';
import { breakable } from '../ui/breakable.ts';
import { Button } from '../ui/button.tsx';
import emptyState from '../ui/empty-state.module.css';
import layout from '../ui/layout.module.css';
import { pageShared } from '../ui/page-words.ts';
import tables from '../ui/table.module.css';
import typography from '../ui/typography.module.css';
import { useNow } from '../ui/use-now.ts';
import styles from './tasks.module.css';
import { choose, moreUsers, useTasks } from './tasks-store.ts';
import { words } from './words.ts';

/** Shows the users that the search has found so far. */
export function UsersTable() {
  const found = useTasks((state) => state.found);
  const chosen = useTasks((state) => state.chosen);
  const busy = useTasks((state) => state.busy !== null);
  const now = useNow(60_000);
  if (found === null) return null;
  const { users, read, more } = found;
  return (
    <section className={layout.stack} aria-label={words.usersTable.users}>
      {users.length === 0 ? (
        <div className={emptyState.empty}>
          <h2>{more ? words.usersTable.noneYet : words.usersTable.none}</h2>
          {!more && <p>{words.usersTable.noneWhy}</p>}
        </div>
      ) : (
        <div className={styles.found}>
          <table className={tables.table} aria-label={words.usersTable.users}>
            <thead>
              <tr>
                <th scope="col">
                  <label className={styles.tick}>
                    <input
                      type="checkbox"
                      aria-label={words.usersTable.chooseAll}
                      checked={users.every(({ id }) => chosen.has(id))}
                      onChange={(event) =>
                        choose(
                          users.map(({ id }) => id),
                          event.target.checked,
                        )
                      }
                    />
                  </label>
                </th>
                <th scope="col">{words.usersTable.login}</th>
                <th scope="col">{words.usersTable.name}</th>
                <th scope="col">{words.usersTable.status}</th>
                <th scope="col">{words.usersTable.lastSignIn}</th>
                <th scope="col">{words.usersTable.created}</th>
              </tr>
            </thead>
            <tbody>
              {users.map(({ id, login, name, status, lastLogin, created }) => (
                <tr key={id}>
                  <td>
                    <label className={styles.tick}>
                      <input
                        type="checkbox"
                        aria-label={words.usersTable.choose(login)}
                        checked={chosen.has(id)}
                        onChange={(event) => choose([id], event.target.checked)}
                      />
                    </label>
                  </td>
                  <th scope="row" className={typography.selectable}>
                    {breakable(login)}
                  </th>
                  <td>{name}</td>
                  <td>{status}</td>
                  <td title={lastLogin === null ? undefined : fullDate(lastLogin)}>
                    {lastLogin === null ? words.usersTable.never : ago(lastLogin, now)}
                  </td>
                  <td>{created === null ? pageShared.notKnown : fullDate(created)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className={layout.row}>
        <p className={`${layout.grow} ${typography.muted}`} role="status">
          {words.usersTable.shown(users.length)} {words.usersTable.ofRead(read)}
        </p>
        {more && (
          <Button disabled={busy} onClick={() => void moreUsers()}>
            {words.usersTable.readMore}
          </Button>
        )}
      </div>
    </section>
  );
}
