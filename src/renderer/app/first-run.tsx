import { ArrowRight, KeyRound, LockKeyhole, Stethoscope } from 'lucide-react';
import { useEffect, useState } from 'react';
import { bridge } from '../bridge.ts';
import { useApps } from '../service/apps-store.ts';
import { useTokens } from '../tokens/tokens-store.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import pages from '../ui/page.module.css';
import { RestoreDialog } from '../ui/restore-dialog.tsx';
import typography from '../ui/typography.module.css';
import { shared } from '../ui/words.ts';
import { tryDemo } from './actions.ts';
import styles from './first-run.module.css';
import { useDemoOffered } from './info-store.ts';
import { loadPagesNow } from './later.ts';
import { words } from './words.ts';

/** What the vault says about its first token: `unknown` until main has answered. */
type FirstRunState = 'unknown' | 'yes' | 'no';

/** What main writes into the record of activity when a token is removed. */
const removal = 'token.removed';

/**
 * Returns whether this vault never had a token, and has no OAuth service app. When all tokens were removed, the record of activity still
 * has the removals, even after a restart.
 */
export function useFirstRun(): FirstRunState {
  const tokens = useTokens((state) => (state.loaded ? state.tokens.length : null));
  const apps = useApps((state) => (state.loaded ? state.apps.length : null));
  const empty = tokens === 0 && apps === 0;
  const loaded = empty || (tokens ?? 0) > 0 || (apps ?? 0) > 0;
  const [removed, setRemoved] = useState<boolean | null>(null);
  useEffect(() => {
    if (!loaded) return;
    if (!empty) setRemoved(true);
    else {
      void bridge.activity.list({ filter: removal, limit: 1 }).then((found) => {
        setRemoved(found.ok && found.value.length > 0);
      });
    }
  }, [loaded, empty]);
  if (!loaded || (empty && removed === null)) return 'unknown';
  return empty && removed === false ? 'yes' : 'no';
}

const lines = [
  [KeyRound, words.firstRun.create],
  [LockKeyhole, words.firstRun.keep],
  [Stethoscope, words.firstRun.test],
] as const;

/** Shows the page of a new vault: what Keyturn is, and the first steps. */
export function FirstRun({ covered, onAdd }: { readonly covered: boolean; readonly onAdd: () => void }) {
  const [restoring, setRestoring] = useState(false);
  const [starting, setStarting] = useState(false);
  const demoOffered = useDemoOffered();
  useEffect(loadPagesNow, []);
  return (
    <main className={`${pages.page} ${pages.wide}`} aria-label={words.firstRun.welcome}>
      {/* Under a dialog it is inert, so that nobody takes "Restore a backup" for the "Back" of the wizard. */}
      <div className={styles.first} aria-hidden={covered || undefined}>
        <span className={styles.mark} aria-hidden="true">
          <KeyRound />
        </span>
        <h1>{words.firstRun.title}</h1>
        <ul className={styles.lines}>
          {lines.map(([icon, line]) => (
            <li key={line}>
              <Icon of={icon} />
              {line}
            </li>
          ))}
        </ul>
        <div className={layout.actions}>
          <Button kind="primary" autoFocus onClick={onAdd}>
            {shared.addToken}
            <Icon of={ArrowRight} points />
          </Button>
          {demoOffered && (
            <Button
              aria-busy={starting}
              disabled={starting}
              onClick={() => {
                setStarting(true);
                void tryDemo().finally(() => setStarting(false));
              }}
            >
              {starting ? words.firstRun.startingDemo : shared.tryDemo}
            </Button>
          )}
          <Button onClick={() => setRestoring(true)}>{shared.restoreBackup}</Button>
        </div>
        <p className={`${typography.muted} ${typography.small}`}>{words.firstRun.noTokensYet}</p>
      </div>
      {restoring && <RestoreDialog onClose={() => setRestoring(false)} />}
    </main>
  );
}
