import type { Diagnosis } from '../../../shared/contract/diagnosis.ts';
import type { TestRecord } from '../../../shared/contract/testing.ts';
import { oneLine } from '../../base/one-line.ts';
import { redact } from '../../okta/redact.ts';
import { saidOf } from './said.ts';

export interface ReportFacts {
  readonly host: string;
  readonly oktaOrgId: string;
  readonly oktaTokenId: string | null;
  readonly record: TestRecord;
  /** Null when the checks were not run or not finished. */
  readonly diagnosis: Diagnosis | null;
  /** What the tokens that helped are called here; the report names none. */
  readonly labels: readonly string[];
  readonly version: string;
  readonly platform: string;
}

const verdicts = {
  confirmed: 'Confirmed',
  'cannot-tell': 'Cannot be told',
  'ruled-out': 'Ruled out',
} as const;
const states = { ok: 'ok', trouble: 'trouble', unknown: 'not known', running: 'not finished' } as const;

/**
 * What Okta support or a colleague would ask for, as plain text: times in UTC, codes and ids as Okta gave them, the checks and the causes.
 * No value, no fingerprint and no label a person gave; everything that looks like a secret is taken out once more. What others
 * wrote stays in its line.
 */
export function reportOf(facts: ReportFacts): string {
  const { host, oktaOrgId, oktaTokenId, record, diagnosis, labels, version, platform } = facts;
  const { outcome } = record;
  const said = (text: string): string =>
    oneLine(labels.reduce((rest, label) => rest.replaceAll(`"${label}"`, 'another token'), text));
  const rows: readonly (readonly [string, string | null])[] = [
    ['Org', `${host} (${oktaOrgId})`],
    ['API token ID', oktaTokenId],
    ['Outcome', `${outcome.word}. ${outcome.sentence}`],
    ['Okta said', saidOf(outcome)],
    ['Call', 'GET /api/v1/users/me'],
    ['Tested', `${iso(record.at)}, ${record.tookMs} ms`],
    ['HTTP status', outcome.status === null ? null : String(outcome.status)],
    ['Error code', outcome.errorCode],
    ['Error ID', outcome.errorId],
    ['Request ID', outcome.requestId],
    ['May be called again', outcome.retryAt === null ? null : iso(outcome.retryAt)],
    ['Keyturn', `${version} on ${platform}`],
  ];
  const lines = rows.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${said(value)}`]));
  if (diagnosis !== null) {
    lines.push(`Checked: ${iso(diagnosis.at)}`, '', 'Checks');
    lines.push(
      ...diagnosis.checks.map(({ title, state, detail }) => said(`- ${title} (${states[state]}) ${detail}`)),
    );
    lines.push('', 'Causes, likeliest first');
    lines.push(
      ...diagnosis.causes.map(({ title, verdict, grounds }) =>
        said(`- ${verdicts[verdict]}: ${title}. ${grounds}`),
      ),
    );
  }
  return redact(`Keyturn report on an Okta API token\n\n${lines.join('\n')}\n`);
}

const iso = (at: number): string => new Date(at).toISOString();
