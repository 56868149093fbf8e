import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { shared } from '../ui/words.ts';
import { words } from './page-words.ts';
import { shortcuts } from './shortcuts.ts';
import { closeShortcuts } from './view-store.ts';

export function ShortcutSheet() {
  return (
    <Dialog name={words.shortcutSheet.keyboardShortcuts} onClose={closeShortcuts}>
      <h1>{words.shortcutSheet.keyboardShortcuts}</h1>
      <dl className="shortcut-list">
        {shortcuts.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <div className="dialog-foot">
        <Button onClick={closeShortcuts}>{shared.close}</Button>
      </div>
    </Dialog>
  );
}
