import type { AlwaysAllowed } from '../../shared/contract/programs.ts';
import { series } from '../../shared/listed.ts';
import { ago, fullDate } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import layout from '../ui/layout.module.css';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import styles from './programs.module.css';
import { usePrograms } from './programs-store.ts';
import { words } from './words.ts';

/**
 * Shows the programs that a person allowed always, for one token. It shows them for all tokens when `tokenId` is null. A button beside each
 * program revokes it.
 */
export function AlwaysList({ tokenId }: { readonly tokenId: string | null }) {
  const all = usePrograms((state) => state.always);
  const { failure, run } = useCall();
  const shown = all.filter((one) => tokenId === null || one.tokenId === tokenId);
  return (
    <div className={styles.always}>
      <h3>{words.alwaysList.alwaysAllowed}</h3>
      <FailureNote failure={failure} />
      {shown.length === 0 ? (
        <p className={`${typography.muted} ${typography.small}`}>{words.alwaysList.none}</p>
      ) : (
        <ul className={styles.doorList} aria-label={words.alwaysList.alwaysAllowed}>
          {shown.map((one) => (
            <li key={one.id}>
              <div className={layout.grow}>
                <p>
                  <b>{one.name}</b> {tokenId === null && words.alwaysList.of(one.label)}
                </p>
                <p className={`${typography.muted} ${typography.small}`}>{factsOf(one)}</p>
                <p
                  className={`${styles.file} ${typography.muted} ${typography.selectable}`}
                  title={one.sha256}
                >
                  {series([one.path, words.alwaysList.hash(one.sha256.slice(0, 16))])}
                </p>
                {one.changedAt !== null && (
                  <p className={`${typography.attention} ${typography.small}`}>
                    {words.alwaysList.changed(fullDate(one.changedAt))}
                  </p>
                )}
              </div>
              <Button
                kind="link"
                aria-label={words.alwaysList.revokeNamed(one.name, one.label)}
                onClick={() => void run(bridge.programs.revoke({ alwaysId: one.id }))}
              >
                {words.alwaysList.revoke}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Returns what an entry covers, when it began, and when a program last used it. */
function factsOf({ covers, paths, since, lastUsedAt }: AlwaysAllowed): string {
  return series([
    covers === 'reading' ? words.alwaysList.reads(series(paths)) : words.alwaysList.changes(covers),
    words.alwaysList.since(fullDate(since)),
    lastUsedAt === null ? words.alwaysList.notUsed : words.alwaysList.lastUsed(ago(lastUsedAt, Date.now())),
  ]);
}
