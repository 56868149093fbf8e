import { bridge } from '../bridge.ts';
import { putOffUpdate, useUpdates } from '../settings/updates-store.ts';
import { Button } from '../ui/button.tsx';
import layout from '../ui/layout.module.css';
import { shared } from '../ui/words.ts';
import styles from './shell.module.css';
import { sayFailure } from './view-store.ts';
import { words } from './words.ts';

async function restart(): Promise<void> {
  const restarted = await bridge.updates.install();
  if (!restarted.ok) sayFailure(restarted.error);
}

/** Offers a version that is ready. It stays until the person restarts or puts it off. */
export function UpdateToast() {
  const version = useUpdates(({ view, putOff }) =>
    view?.state === 'ready' && view.version !== putOff ? view.version : null,
  );
  if (version === null) return null;
  return (
    <div className={`${styles.toast} ${styles.undo}`}>
      <span className={layout.grow} role="status">
        {words.updateToast.ready(version)}
      </span>
      <Button onClick={() => void restart()}>{shared.restartToUpdate}</Button>
      <Button kind="quiet" onClick={putOffUpdate}>
        {words.updateToast.later}
      </Button>
    </div>
  );
}
