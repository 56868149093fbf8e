import { useState } from 'react';
import type { AccessPurpose, PurposeKind } from '../../shared/contract/access.ts';
import type { ServiceJobs } from '../../shared/contract/service.ts';
import { Choice } from './field.tsx';
import { NeedsFields, readNeeds } from './needs-fields.tsx';
import { words } from './page-words.ts';

/** Asks what an app is for. `readJob` reads the answer from the form around it. */
export function JobFields({
  jobs,
  before,
}: {
  readonly jobs: ServiceJobs;
  /** The job so far, or null. */
  readonly before: AccessPurpose | null;
}) {
  const [kind, pick] = useState<PurposeKind>(before?.kind ?? 'reporting');
  const chosen = jobs.purposes.find((one) => one.kind === kind);
  return (
    <>
      <Choice
        label={words.jobFields.whatItIsFor}
        name="kind"
        hint={chosen?.words}
        value={kind}
        onChange={(event) => pick(event.target.value as PurposeKind)}
        options={jobs.purposes.map((one) => [one.kind, one.label] as const)}
      />
      {kind === 'custom' && <NeedsFields families={jobs.families} before={before?.needs ?? []} />}
    </>
  );
}

/** Returns the job in the `JobFields` of `form`. */
export function readJob(form: HTMLFormElement, { families }: ServiceJobs): AccessPurpose {
  const kind = String(new FormData(form).get('kind')) as PurposeKind;
  return { kind, needs: kind === 'custom' ? readNeeds(form, families) : [] };
}
