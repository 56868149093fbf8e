import type { EventPayload } from '../../shared/contract/bridge.ts';
import { Button } from '../ui/button.tsx';

/** How far Test all is, what it waits for, and the way out. */
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
  const words = over
    ? `${job.state === 'done' ? 'Tested' : 'Cancelled after'} ${job.finished} of ${job.total}`
    : job.note !== ''
      ? job.note
      : `Testing ${job.finished} of ${job.total}`;
  return (
    <div className="test-all">
      <div className="row-flex">
        <span className="grow small" role="status">
          {words}
        </span>
        {over ? (
          <Button kind="quiet" className="small-button" onClick={onDismiss}>
            Close
          </Button>
        ) : (
          <Button kind="quiet" className="small-button" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
      <progress aria-label="Test all" value={job.finished} max={Math.max(1, job.total)} />
    </div>
  );
}
