import type { EventPayload } from '../../shared/contract/bridge.ts';
import buttons from '../ui/button.module.css';
import { Button } from '../ui/button.tsx';
import layout from '../ui/layout.module.css';
import typography from '../ui/typography.module.css';
import { shared } from '../ui/words.ts';
import styles from './testing.module.css';
import { words } from './words.ts';

/** Shows how far Test all is and what it waits for. A button cancels or closes it. */
export function TestAllBar({
  job,
  onCancel,
  onDismiss,
}: {
  readonly job: EventPayload<'jobChanged'>;
  readonly onCancel: () => void;
  readonly onDismiss: () => void;
}) {
  const over = job.state === 'done' || job.state === 'cancelled';
  const line = over
    ? job.state === 'done'
      ? words.testAllBar.testedOf(job.finished, job.total)
      : words.testAllBar.cancelledAfter(job.finished, job.total)
    : job.note !== ''
      ? job.note
      : words.testAllBar.testingOf(job.finished, job.total);
  return (
    <div className={styles.testAll}>
      <div className={layout.row}>
        <span className={`${layout.grow} ${typography.small}`} role="status">
          {line}
        </span>
        {over ? (
          <Button kind="quiet" className={buttons.small} onClick={onDismiss}>
            {shared.close}
          </Button>
        ) : (
          <Button kind="quiet" className={buttons.small} onClick={onCancel}>
            {shared.cancel}
          </Button>
        )}
      </div>
      <progress aria-label={shared.testAll} value={job.finished} max={Math.max(1, job.total)} />
    </div>
  );
}
