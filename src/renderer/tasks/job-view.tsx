import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import type { JobAction, RowState, UserJob } from '../../shared/contract/tasks.ts';
import { sentences, series } from '../../shared/listed.ts';
import { clockTime } from '../../shared/time-words.ts';
import buttons from '../ui/button.module.css';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import { FailureNote } from '../ui/failure-note.tsx';
import { Choice, Field } from '../ui/field.tsx';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import pills from '../ui/pill.module.css';
import { tones } from '../ui/tones.ts';
import typography from '../ui/typography.module.css';
import { countsOf, rowStates } from './job-counts.ts';
import { JobRows } from './job-rows.tsx';
import {
  cancelJob,
  filterRows,
  forgetJob,
  goOnJob,
  pauseJob,
  planJob,
  saveResults,
  showJob,
  startJob,
  useJobs,
} from './jobs-store.ts';
import styles from './tasks.module.css';
import { words } from './words.ts';

/** Shows one job: what would change, its progress, and the result for each user. */
export function JobView({ job }: { readonly job: UserJob }) {
  const { failure, filter, saved } = useJobs();
  const { counts, state } = job;
  const ended = counts.done + counts.already + counts.failed + counts.unknown;
  const all = ended + counts.waiting + counts.sent;
  return (
    <>
      <div>
        <Button kind="quiet" className={buttons.toLeft} onClick={() => void showJob(null)}>
          <Icon of={ArrowLeft} points />
          {words.jobView.back}
        </Button>
      </div>
      <section className={`${cards.card} ${layout.stack}`} aria-label={words.planCard.actions[job.action]}>
        <div className={cards.head}>
          <h2>{words.planCard.actions[job.action]}</h2>
          <span className={`${pills.pill} ${tones.quiet}`} role="status">
            {words.jobsCard.states[state]}
          </span>
        </div>
        <p className={typography.muted}>
          {sentences([
            words.jobView.of(job.source, job.tokenLabel),
            job.group === '' ? '' : words.jobView.inGroup(job.group),
            words.jobView.readAt(clockTime(job.madeAt)),
          ])}
        </p>
        {state !== 'planned' && (
          <progress className={styles.bar} aria-label={words.jobView.progress} value={ended} max={all} />
        )}
        <p role="status">{series(countsOf(counts))}</p>
        {job.waitsUntil !== null && (
          <p className={typography.muted}>{words.tasksPageProgress.waits(clockTime(job.waitsUntil))}</p>
        )}
        {job.note !== '' && <p>{job.note}</p>}
        {saved !== null && <p className={typography.selectable}>{words.jobView.saved(<b>{saved}</b>)}</p>}
        <FailureNote failure={failure} />
        <Steps job={job} />
      </section>
      <section className={layout.stack} aria-label={words.jobView.rows}>
        <div className={styles.days}>
          <Choice
            label={words.jobView.showRows}
            value={filter ?? ''}
            options={[
              ['', words.jobView.allRows] as const,
              ...rowStates
                .filter((one) => counts[one] > 0 || one === filter)
                .map((one) => [one, words.jobView.states[one]] as const),
            ]}
            onChange={(event) => void filterRows((event.target.value || null) as RowState | null)}
          />
        </div>
        <JobRows />
      </section>
    </>
  );
}

/** Returns the words that ask for the number of users. */
const typeLabel = (action: JobAction) =>
  action === 'delete'
    ? words.jobView.typeDeleted
    : action === 'remove-from-group'
      ? words.jobView.typeRemoved
      : words.jobView.typeCount;

/** Shows what the person can do with the job now. */
function Steps({ job }: { readonly job: UserJob }) {
  const busy = useJobs((state) => state.busy);
  const [typed, setTyped] = useState('');
  const { id, action, state, counts, wantsCount, undo, undoable } = job;
  if (state === 'planned') {
    const isReady = counts.waiting > 0 && (!wantsCount || typed.trim() === String(counts.waiting));
    return (
      <form
        className={layout.stack}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady && !busy) void startJob(id, typed);
        }}
      >
        {counts.waiting === 0 && <p>{words.jobView.nothing}</p>}
        {counts.waiting > 0 && wantsCount && (
          <div className={styles.days}>
            <Field
              label={typeLabel(action)(counts.waiting)}
              inputMode="numeric"
              value={typed}
              maxLength={20}
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
        )}
        <div className={layout.actions}>
          <Button kind="primary" type="submit" disabled={!isReady || busy} aria-busy={busy}>
            {words.jobView.start}
          </Button>
          <Button disabled={busy} onClick={() => void forgetJob(id)}>
            {words.jobView.discard}
          </Button>
        </div>
      </form>
    );
  }
  const isUnderWay = state === 'running' || state === 'paused';
  return (
    <div className={styles.steps}>
      {state === 'running' && (
        <Button disabled={busy} onClick={() => void pauseJob(id)}>
          {words.jobView.pause}
        </Button>
      )}
      {state === 'paused' && (
        <Button kind="primary" disabled={busy} onClick={() => void goOnJob(id)}>
          {words.jobView.goOn}
        </Button>
      )}
      {isUnderWay && (
        <Button disabled={busy} onClick={() => void cancelJob(id)}>
          {words.jobView.cancelJob}
        </Button>
      )}
      <Button disabled={busy} onClick={() => void saveResults(id)}>
        {words.jobView.saveResults}
      </Button>
      {undo !== null && undoable > 0 && (
        <Button
          disabled={busy}
          onClick={() => void planJob(job.orgId, job.tokenId, undo, { kind: 'undo', jobId: id })}
        >
          {words.jobView.undo(undoable)}
        </Button>
      )}
      {!isUnderWay && (
        <Button kind="quiet" disabled={busy} onClick={() => void forgetJob(id)}>
          {words.jobView.forget}
        </Button>
      )}
    </div>
  );
}
