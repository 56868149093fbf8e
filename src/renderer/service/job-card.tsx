import { useEffect, useState } from 'react';
import type { ServiceApp, ServiceJobs } from '../../shared/contract/service.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import { FailureNote } from '../ui/failure-note.tsx';
import { JobFields, readJob } from '../ui/job-fields.tsx';
import layout from '../ui/layout.module.css';
import { withProof } from '../ui/proof-store.ts';
import { useCall } from '../ui/use-call.ts';
import { words } from './words.ts';

/** Asks what an app is for. The answer decides its scopes. */
export function JobCard({ app }: { readonly app: ServiceApp }) {
  const [jobs, setJobs] = useState<ServiceJobs | null>(null);
  const { failure, busy, run } = useCall();
  useEffect(() => {
    void run(bridge.service.jobs()).then(setJobs);
  }, [run]);
  return (
    <section className={`${cards.card} ${layout.stack}`}>
      <h2>{words.jobCard.whatItIsFor}</h2>
      {jobs !== null && (
        <form
          className={layout.stack}
          onSubmit={(event) => {
            event.preventDefault();
            const job = readJob(event.currentTarget, jobs);
            void run(withProof(() => bridge.service.setJob({ appId: app.id, job })));
          }}
        >
          <JobFields key={JSON.stringify(app.job)} jobs={jobs} before={app.job} />
          <div>
            <Button type="submit" disabled={busy}>
              {words.jobCard.keepJob}
            </Button>
          </div>
        </form>
      )}
      <FailureNote failure={failure} />
    </section>
  );
}
