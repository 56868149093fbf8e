import { Button } from '../ui/button.tsx';
import dialogs from '../ui/dialog.module.css';
import { Dialog } from '../ui/dialog.tsx';
import { shared } from '../ui/words.ts';
import { ShortcutList } from './shortcut-list.tsx';
import styles from './shortcuts.module.css';
import { shortcuts } from './shortcuts.ts';
import { closeShortcuts } from './view-store.ts';

/** Shows the list of the window's keys. */
export function ShortcutSheet() {
  return (
    <Dialog name={shared.keyboardShortcuts} onClose={closeShortcuts}>
      <h1>{shared.keyboardShortcuts}</h1>
      <ShortcutList of={shortcuts} className={styles.shortcuts} />
      <div className={dialogs.foot}>
        <Button onClick={closeShortcuts}>{shared.close}</Button>
      </div>
    </Dialog>
  );
}
