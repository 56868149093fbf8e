import type { UserJob } from '../../shared/contract/tasks.ts';
import { series } from '../../shared/listed.ts';
import { since } from '../../shared/time-words.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import layout from '../ui/layout.module.css';
import typography from '../ui/typography.module.css';
import { useNow } from '../ui/use-now.ts';
import { countsOf } from './job-counts.ts';
import { showJob, useJobs } from './jobs-store.ts';
import styles from './tasks.module.css';
import { words } from './words.ts';

/** Shows the jobs of the org, newest first. */
export function JobsCard() {
  const jobs = useJobs((state) => state.jobs);
  const now = useNow(60_000);
  if (jobs.length === 0) return null;
  const name = ({ action, madeAt }: UserJob) =>
    words.jobsCard.jobOf(words.planCard.actions[action], since(madeAt, now));
  return (
    <section className={`${cards.card} ${styles.kept}`} aria-label={words.jobsCard.title}>
      <h2>{words.jobsCard.title}</h2>
      <ul>
        {jobs.map((job) => (
          <li key={job.id} className={layout.row}>
            <Button
              kind="link"
              aria-label={words.jobsCard.open(name(job))}
              onClick={() => void showJob(job.id)}
            >
              {name(job)}
            </Button>
            <span className={`${typography.muted} ${typography.small}`}>
              {words.jobsCard.states[job.state]}
            </span>
            <span className={`${layout.grow} ${typography.ellipsis} ${typography.muted} ${typography.small}`}>
              {series(countsOf(job.counts))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
