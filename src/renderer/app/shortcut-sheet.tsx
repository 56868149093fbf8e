import { Button } from '../ui/button.tsx';
import dialogs from '../ui/dialog.module.css';
import { Dialog } from '../ui/dialog.tsx';
import typography from '../ui/typography.module.css';
import { shared } from '../ui/words.ts';
import { words } from './page-words.ts';
import styles from './shortcuts.module.css';
import { shortcuts } from './shortcuts.ts';
import { closeShortcuts } from './view-store.ts';

/** Shows the list of the window's keys. */
export function ShortcutSheet() {
  return (
    <Dialog name={words.shortcutSheet.keyboardShortcuts} onClose={closeShortcuts}>
      <h1>{words.shortcutSheet.keyboardShortcuts}</h1>
      <dl className={styles.shortcuts}>
        {shortcuts.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key} className={typography.key}>
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <div className={dialogs.foot}>
        <Button onClick={closeShortcuts}>{shared.close}</Button>
      </div>
    </Dialog>
  );
}
