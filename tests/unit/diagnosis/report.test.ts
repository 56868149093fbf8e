import { expect, it } from 'vitest';
import { reportOf } from '../../../src/main/features/diagnosis/report.ts';
import { outcome } from '../../../src/main/okta/outcomes.ts';
import type { Diagnosis } from '../../../src/shared/contract/diagnosis.ts';
import type { TestRecord } from '../../../src/shared/contract/testing.ts';

const ends = ['\n', '\r', '\r\n', '\u2028', '\u2029', '\u0085', '\v', '\f'];

it.each(ends)('is not given another line by what Okta or a server said: %j', (end) => {
  const forged = `x${end}Outcome: Working. All is well.${end}- Confirmed: nothing is wrong \u202Egnorw`;
  const record = {
    at: 0,
    tookMs: 1,
    outcome: {
      ...outcome('unexpected-answer', forged, ''),
      errorCode: forged,
      requestId: forged,
      errorId: forged,
      status: 400,
    },
  } as unknown as TestRecord;
  const diagnosis = {
    at: 0,
    checks: [{ id: 'org', state: 'ok', title: 'Org', detail: forged }],
    causes: [{ title: forged, verdict: 'confirmed', grounds: `"my${end}label" says ${forged}` }],
  } as unknown as Diagnosis;
  const report = reportOf({
    host: 'acme.okta.com',
    oktaOrgId: forged,
    oktaTokenId: forged,
    record,
    diagnosis,
    labels: [`my${end}label`],
    version: '1',
    platform: 'Linux',
  });
  const lines = report.split(/\r\n|[\n\r\u2028\u2029\u0085\v\f]/);
  expect(lines.filter((line) => line.startsWith('Outcome: '))).toHaveLength(1);
  expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(2);
  expect(report).not.toMatch(/\p{Bidi_Control}/u);
  expect(report).not.toContain('label');
});
