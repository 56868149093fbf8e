import { ClipboardCheck } from 'lucide-react';
import { Icon } from '../ui/icons.tsx';
import typography from '../ui/typography.module.css';
import { useNow } from '../ui/use-now.ts';
import styles from './shell.module.css';
import { words } from './words.ts';

/** Counts down until main clears the clipboard. */
export function ClipboardChip({ clearsAt }: { clearsAt: number }) {
  const now = useNow(500);
  const left = Math.max(0, Math.ceil((clearsAt - now) / 1000));
  return (
    <div className={styles.chip}>
      <Icon of={ClipboardCheck} />
      <span className={typography.hidden} role="status">
        {words.clipboardChip.clearsByItself}
      </span>
      <span aria-hidden="true">{words.clipboardChip.clearsIn(left)}</span>
    </div>
  );
}
