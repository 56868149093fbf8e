import type { DiagnosisSubject } from '../../../shared/contract/diagnosis.ts';
import type { OrgIdentity } from '../../../shared/contract/orgs.ts';
import type { TestRecord } from '../../../shared/contract/testing.ts';
import type { Token } from '../../../shared/contract/tokens.ts';
import { Failed } from '../../base/failure.ts';
import type { Secret } from '../../base/secret.ts';
import type { Patient } from './look.ts';
import { noPast, pastOf } from './past.ts';
import { words } from './words.ts';

/** What was captured in the wizard and is not kept yet. */
export interface DraftPatient {
  readonly org: OrgIdentity;
  readonly record: TestRecord | null;
  /** Returns a copy of the value, which the caller wipes. */
  readonly secret: () => Secret;
}

/** What a diagnosis needs of kept tokens and drafts. */
export interface PatientNeeds {
  /** Throws Failed `not-found`. */
  readonly token: (tokenId: string) => Token;
  readonly draft: (draftId: string) => DraftPatient;
  readonly orgs: () => readonly (Omit<OrgIdentity, 'notes'> & { readonly id: string })[];
  /** Returns the results of the present value, newest first. */
  readonly testsOf: (tokenId: string, limit: number) => TestRecord[];
  /** Returns the accepted tokens of an org that may help, without the one that failed. */
  readonly askers: (orgId: string, except: string | null) => readonly Token[];
  /** Throws Failed when it does not open; the caller wipes it. */
  readonly secretOf: (tokenId: string) => Secret;
}

const mostTests = 1000;
const notTested = () => new Failed('not-tested', words.patient.tokenNotTested);

/** Returns the subject's last test and what is known besides; the caller wipes its secret. Throws Failed. */
export function patientOf(needs: PatientNeeds, subject: DiagnosisSubject): Patient {
  const helpersIn = (orgId: string, except: string | null) =>
    needs.askers(orgId, except).map(({ id, label }) => ({ label, open: () => needs.secretOf(id) }));
  if ('draftId' in subject) {
    const { org, record, secret } = needs.draft(subject.draftId);
    if (record === null) throw notTested();
    const orgId = needs.orgs().find(({ origin }) => origin === org.origin)?.id ?? '';
    return { ...whereOf(org), record, past: noPast, helpers: helpersIn(orgId, null), secret: secret() };
  }
  const token = needs.token(subject.tokenId);
  const org = needs.orgs().find(({ id }) => id === token.orgId);
  const records = needs.testsOf(token.id, mostTests);
  const [record] = records;
  if (org === undefined || record === undefined) throw notTested();
  const helpers = helpersIn(token.orgId, token.id);
  return { ...whereOf(org), record, past: pastOf(records), helpers, secret: needs.secretOf(token.id) };
}

const whereOf = ({ origin, oktaOrgId, adminUrl }: Omit<OrgIdentity, 'notes'>) => ({
  origin,
  oktaOrgId,
  adminUrl,
});
