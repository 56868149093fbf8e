import type { UserJob } from '../../shared/contract/tasks.ts';
import { since } from '../../shared/time-words.ts';
import { useNow } from '../ui/use-now.ts';
import { countsOf } from './job-counts.ts';
import { showJob, useJobs } from './jobs-store.ts';
import styles from './tasks.module.css';
import { words } from './words.ts';

/** The jobs of the org, newest first. */
export function JobsCard() {
  const jobs = useJobs((state) => state.jobs);
  const now = useNow(60_000);
  if (jobs.length === 0) return null;
  const name = ({ action, madeAt }: UserJob) =>
    words.jobsCard.jobOf(words.planCard.actions[action], since(madeAt, now));
  return (
    <section className={`card ${styles.kept}`} aria-label={words.jobsCard.title}>
      <h2>{words.jobsCard.title}</h2>
      <ul>
        {jobs.map((job) => (
          <li key={job.id} className="row-flex">
            <button
              type="button"
              className="button link"
              aria-label={words.jobsCard.open(name(job))}
              onClick={() => void showJob(job.id)}
            >
              {name(job)}
            </button>
            <span className="muted small">{words.jobsCard.states[job.state]}</span>
            <span className="grow ellipsis muted small">{countsOf(job.counts).join(', ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
