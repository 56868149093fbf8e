import { Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import { shownKeys } from '../ui/keys.ts';
import layout from '../ui/layout.module.css';
import { endUndo, type Undo, undoForMs } from '../ui/undo-store.ts';
import { shared } from '../ui/words.ts';
import { undoLast } from './actions.ts';
import styles from './shell.module.css';

/** Shows the last change, and offers an undo for a while. */
export function UndoToast({ undo }: { readonly undo: Undo }) {
  useEffect(() => {
    const timer = window.setTimeout(endUndo, undo.forMs ?? undoForMs);
    return () => window.clearTimeout(timer);
  }, [undo]);
  return (
    <div className={`${styles.toast} ${styles.undo}`}>
      <span className={layout.grow} role="status">
        {undo.sentence}
      </span>
      <Button hint={shownKeys('mod+z')} shortcut="Control+Z Meta+Z" onClick={() => void undoLast()}>
        <Icon of={Undo2} />
        {shared.undo}
      </Button>
    </div>
  );
}
