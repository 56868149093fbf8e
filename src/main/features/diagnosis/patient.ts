import type { DiagnosisSubject } from '../../../shared/contract/diagnosis.ts';
import type { OrgIdentity } from '../../../shared/contract/orgs.ts';
import type { TestRecord } from '../../../shared/contract/testing.ts';
import type { Token } from '../../../shared/contract/tokens.ts';
import { Failed } from '../../base/failure.ts';
import type { Secret } from '../../base/secret.ts';
import type { Patient } from './look.ts';
import { noPast, pastOf } from './past.ts';
import { words } from './words.ts';

/** A value that the wizard captured and that is not kept yet. */
export interface DraftPatient {
  readonly org: OrgIdentity;
  readonly record: TestRecord | null;
  /** Returns a copy of the value. The caller wipes it. */
  readonly secret: () => Secret;
}

/** What a diagnosis needs from kept tokens and drafts. */
export interface PatientNeeds {
  /** Throws Failed `not-found`. */
  readonly token: (tokenId: string) => Token;
  readonly draft: (draftId: string) => DraftPatient;
  readonly orgs: () => readonly (Omit<OrgIdentity, 'notes'> & { readonly id: string })[];
  /** Returns the results of the present value, newest first. */
  readonly testsOf: (tokenId: string, limit: number) => TestRecord[];
  /** Returns the accepted tokens of an org that may help, without the failed token. */
  readonly askers: (orgId: string, except: string | null) => readonly Token[];
  /** Returns the token's value. The caller wipes it. Throws Failed when it cannot be decrypted. */
  readonly secretOf: (tokenId: string) => Secret;
}

const mostTests = 1000;
const notTested = () => new Failed('not-tested', words.patient.notTested);

/** Returns the subject's last test and all other known facts. The caller wipes its secret. Throws Failed. */
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
