import { randomUUID } from 'node:crypto';
import { clip } from '../../../shared/clip.ts';
import type { Diagnosis, DiagnosisSubject } from '../../../shared/contract/diagnosis.ts';
import { Failed } from '../../base/failure.ts';
import type { Clipboard, Clock, Opener } from '../../base/ports.ts';
import type { Publisher } from '../../ipc/router.ts';
import type { OktaClient } from '../../okta/client.ts';
import type { OktaNetwork } from '../../okta/network.ts';
import { causesOf, remedyOf } from './causes.ts';
import { look, type Patient } from './look.ts';
import { reportOf } from './report.ts';
import { guideCaseOf, saidAsSentence } from './said.ts';
import { words } from './words.ts';

export interface DiagnosisNeeds {
  readonly client: OktaClient;
  readonly clock: Clock;
  readonly network: () => OktaNetwork;
  readonly clipboard: Clipboard;
  readonly opener: Opener;
  readonly publish: Publisher['publish'];
  readonly version: string;
  readonly platform: string;
  /** Returns the subject's last test and all other known facts. The desk wipes its secret. Throws Failed. */
  readonly patient: (subject: DiagnosisSubject) => Patient;
  /** Called when a diagnosis failed. */
  readonly onTrouble: (error: unknown) => void;
}

const idOf = (subject: DiagnosisSubject): string =>
  'tokenId' in subject ? subject.tokenId : subject.draftId;
const told = (subject: DiagnosisSubject) => ({
  tokenId: 'tokenId' in subject ? subject.tokenId : null,
  draftId: 'draftId' in subject ? subject.draftId : null,
});

/** Runs diagnoses as jobs, one at a time for each subject, and remembers the latest of each until the vault locks. */
export class DiagnosisDesk {
  readonly #needs: DiagnosisNeeds;
  readonly #jobs = new Map<string, { subject: string; controller: AbortController }>();
  readonly #latest = new Map<string, { diagnosis: Diagnosis; labels: readonly string[] }>();

  constructor(needs: DiagnosisNeeds) {
    this.#needs = needs;
  }

  /** Starts a diagnosis and returns the id of its job. Throws Failed `not-tested` when the last test did not fail. */
  start(subject: DiagnosisSubject): string {
    const patient = this.#patient(subject);
    for (const [id, job] of this.#jobs) if (job.subject === idOf(subject)) this.cancel(id);
    const jobId = randomUUID();
    const controller = new AbortController();
    this.#jobs.set(jobId, { subject: idOf(subject), controller });
    // The method returns the id first, so that the window knows which job the events belong to.
    setImmediate(() => void this.#run(jobId, subject, patient, controller.signal));
    return jobId;
  }

  cancel(jobId: string): void {
    this.#jobs.get(jobId)?.controller.abort(new Failed('cancelled', words.desk.cancelled));
  }

  /** Ends all diagnoses and clears their results. */
  cancelAll(): void {
    for (const jobId of [...this.#jobs.keys()]) this.cancel(jobId);
    this.#latest.clear();
  }

  /** Copies the report on the subject's last test to the clipboard. The report includes the checks when they are of that test. */
  async copyReport(subject: DiagnosisSubject): Promise<void> {
    const patient = this.#patient(subject);
    using secret = patient.secret;
    const latest = this.#latest.get(idOf(subject)) ?? null;
    const report = reportOf({
      host: new URL(patient.origin).host,
      oktaOrgId: patient.oktaOrgId,
      oktaTokenId: patient.past.oktaTokenId,
      record: patient.record,
      diagnosis: latest?.diagnosis.testId === patient.record.id ? latest.diagnosis : null,
      labels: latest?.labels ?? [],
      version: this.#needs.version,
      platform: this.#needs.platform,
    });
    // The value may have an unknown shape, so it is taken out by its content.
    const clean = secret.use((bytes) => report.replaceAll(bytes.toString('utf8'), '[redacted token]'));
    await this.#needs.clipboard.writeText(clean);
  }

  /** Opens a page of the Admin Console or Okta's status page. The addresses are main's own. */
  async open(subject: DiagnosisSubject, page: string): Promise<void> {
    const patient = this.#patient(subject);
    patient.secret.wipe();
    await this.#needs.opener.openUrl(new URL(pageOf(patient, page)));
  }

  #patient(subject: DiagnosisSubject): Patient {
    const patient = this.#needs.patient(subject);
    if (patient.record.outcome.kind !== 'accepted') return patient;
    patient.secret.wipe();
    throw new Failed('not-tested', words.desk.nothingFailed);
  }

  async #run(jobId: string, subject: DiagnosisSubject, patient: Patient, signal: AbortSignal): Promise<void> {
    const { client, clock, network, publish } = this.#needs;
    using _secret = patient.secret;
    let diagnosis: Diagnosis | null = null;
    try {
      const { clues, lines } = await look({
        client,
        clock,
        network,
        patient,
        signal,
        onCheck: (check) => {
          if (!signal.aborted) publish('diagnosisProgress', { jobId, ...told(subject), check });
        },
      });
      const { outcome, id, facts } = patient.record;
      const { host } = new URL(patient.origin);
      const now = clock.now();
      const causes = causesOf({
        outcome,
        host,
        past: patient.past,
        rateLimit: facts.rateLimit,
        clues,
        now,
      }).map((cause) => ({ ...cause, grounds: clip(cause.grounds, 500) }));
      diagnosis = {
        testId: id,
        at: now,
        guideCase: guideCaseOf(outcome.kind),
        said: saidAsSentence(outcome),
        checks: lines,
        causes,
        ...remedyOf(causes),
      };
      this.#latest.set(idOf(subject), { diagnosis, labels: patient.helpers.map(({ label }) => label) });
    } catch (error) {
      if (!signal.aborted) this.#needs.onTrouble(error);
    } finally {
      this.#jobs.delete(jobId);
      publish('diagnosisFinished', { jobId, ...told(subject), diagnosis });
    }
  }
}

/**
 * Returns the address of a remedy's page. A user's own page has its address in Okta's Admin Console. Any other page is the page of API
 * tokens.
 */
export function pageOf({ adminUrl, past }: Pick<Patient, 'adminUrl' | 'past'>, page: string): string {
  if (page === 'open-okta-status') return 'https://status.okta.com/';
  const owner = past.owner?.id ?? '';
  return page === 'open-owner-page' && /^00u[A-Za-z0-9]{10,37}$/.test(owner)
    ? new URL(`/admin/user/profile/view/${owner}`, adminUrl).href
    : adminUrl;
}
