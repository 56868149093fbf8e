import type { JobAction, JobSource } from '../../shared/contract/tasks.ts';
import type { Failure } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import layout from '../ui/layout.module.css';
import { planJob, useJobs } from './jobs-store.ts';
import { stopReading, useTasks } from './tasks-store.ts';
import { words } from './words.ts';

/** Makes the plan from the person's choices, and says why a plan failed. The source is null while a choice is missing. */
export function PlanButtons(props: {
  readonly wanted: {
    readonly action: JobAction;
    readonly source: JobSource | null;
    readonly groupId?: string | undefined;
  };
  /** An earlier failure to show. */
  readonly failure: Failure | null;
}) {
  const { failure } = props;
  const { action, source, groupId } = props.wanted;
  const orgId = useTasks((state) => state.orgId);
  const tokenId = useTasks((state) => state.tokenId);
  const planning = useJobs((state) => state.busy);
  const jobFailure = useJobs((state) => state.failure);
  return (
    <>
      <FailureNote failure={failure ?? jobFailure} />
      <div className={layout.actions}>
        <Button
          kind="primary"
          disabled={source === null || planning || orgId === null || tokenId === null}
          aria-busy={planning}
          onClick={() => {
            if (source !== null && orgId !== null && tokenId !== null) {
              void planJob(orgId, tokenId, action, source, groupId);
            }
          }}
        >
          {planning ? words.planButtons.reading : words.planButtons.show}
        </Button>
        {planning && <Button onClick={() => void stopReading()}>{words.searchForm.stop}</Button>}
      </div>
    </>
  );
}
