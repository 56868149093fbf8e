import type { Diagnosis } from '../../../shared/contract/diagnosis.ts';
import type { TestRecord } from '../../../shared/contract/testing.ts';
import { asSentence, sentences } from '../../../shared/listed.ts';
import { oneLine } from '../../base/one-line.ts';
import { redact } from '../../okta/redact.ts';
import { saidOf } from './said.ts';
import { words } from './words.ts';

export interface ReportFacts {
  readonly host: string;
  readonly oktaOrgId: string;
  readonly oktaTokenId: string | null;
  readonly record: TestRecord;
  /** Null when the checks did not run or did not finish. */
  readonly diagnosis: Diagnosis | null;
  /** The labels of the tokens that helped. The report names none of them. */
  readonly labels: readonly string[];
  readonly version: string;
  readonly platform: string;
}

const verdicts = {
  confirmed: words.report.confirmed,
  'cannot-tell': words.report.cannotTell,
  'ruled-out': words.report.ruledOut,
} as const;
const states = {
  ok: 'ok',
  trouble: 'trouble',
  unknown: words.report.notKnown,
  running: words.report.notFinished,
} as const;

/**
 * Returns what Okta support or a colleague would ask for, as plain text: times in UTC, codes and ids as Okta gave them, the checks and the
 * causes. It has no value, no fingerprint and no label from a person. It redacts once more everything that looks like a secret. Text from
 * others stays in its line.
 */
export function reportOf(facts: ReportFacts): string {
  const { host, oktaOrgId, oktaTokenId, record, diagnosis, labels, version, platform } = facts;
  const { outcome } = record;
  const said = (text: string): string =>
    oneLine(labels.reduce((rest, label) => rest.replaceAll(`"${label}"`, 'another token'), text));
  const rows: readonly (readonly [string, string | null])[] = [
    [words.report.org, `${host} (${oktaOrgId})`],
    [words.report.apiTokenId, oktaTokenId],
    [words.report.outcome, sentences([asSentence(outcome.word), outcome.sentence])],
    [words.report.oktaSaid, saidOf(outcome)],
    [words.report.call, words.report.testCall],
    [words.report.tested, words.report.timeAndDuration(iso(record.at), record.tookMs)],
    [words.report.httpStatus, outcome.status === null ? null : String(outcome.status)],
    [words.report.errorCode, outcome.errorCode],
    [words.report.errorId, outcome.errorId],
    [words.report.requestId, outcome.requestId],
    [words.report.retryAt, outcome.retryAt === null ? null : iso(outcome.retryAt)],
    [words.report.keyturn, words.report.versionAndPlatform(version, platform)],
  ];
  const lines = rows.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${said(value)}`]));
  if (diagnosis !== null) {
    lines.push(words.report.checked(iso(diagnosis.at)), '', words.report.checks);
    lines.push(
      ...diagnosis.checks.map(({ title, state, detail }) => said(`- ${title} (${states[state]}) ${detail}`)),
    );
    lines.push('', words.report.causes);
    lines.push(
      ...diagnosis.causes.map(({ title, verdict, grounds }) =>
        said(sentences([asSentence(`- ${verdicts[verdict]}: ${title}`), grounds])),
      ),
    );
  }
  return redact(words.report.report(lines));
}

const iso = (at: number): string => new Date(at).toISOString();
