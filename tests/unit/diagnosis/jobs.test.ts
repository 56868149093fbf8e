import { describe, expect, it } from 'vitest';
import { Failed } from '../../../src/main/base/failure.ts';
import { Secret } from '../../../src/main/base/secret.ts';
import type { EventPayload } from '../../../src/shared/contract/bridge.ts';

import {
  about,
  acme,
  clipboard,
  desk,
  diagnose,
  finished,
  issue,
  subject,
  tested,
  told,
} from './desk-harness.ts';

describe('a job', () => {
  it('reports each check as it begins and ends', async () => {
    const token = issue('svc-siem');
    acme.org.revoke(token.id);
    about(token.value, await tested(token.value));
    const found = await diagnose();
    const lines = told.filter(({ event }) => event === 'diagnosisProgress');
    const states = (id: string) =>
      lines
        .map(({ payload }) => payload as EventPayload<'diagnosisProgress'>)
        .filter(({ check }) => check.id === id)
        .map(({ check }) => check.state);
    for (const { id, state } of found.checks) expect(states(id)).toEqual(['running', state]);
  });

  it('ends when it is cancelled, without a diagnosis, and wipes what it opened', async () => {
    const helper = issue('ada.admin');
    const token = issue('svc-siem');
    const before = await tested(token.value);
    acme.org.revoke(token.id);
    const secrets = about(token.value, await tested(token.value, before), before, helper.value);
    acme.faults.add({ kind: 'hang' }, { times: 50 });
    const jobId = desk.start(subject);
    while (!told.some(({ event }) => event === 'diagnosisProgress'))
      await new Promise((resolve) => setTimeout(resolve, 2));
    desk.cancel(jobId);
    expect((await finished()).diagnosis).toBeNull();
    expect(secrets.length).toBeGreaterThan(0);
    expect(secrets.every(({ wiped }) => wiped)).toBe(true);
  });

  it('refuses a test that did not fail, and leaves no value behind', async () => {
    const token = issue('svc-siem');
    const secrets = about(token.value, await tested(token.value));
    expect(() => desk.start(subject)).toThrow(Failed);
    expect(secrets.every(({ wiped }) => wiped)).toBe(true);
  });
});

describe('the report', () => {
  it('holds what support asks for and nothing secret', async () => {
    const helper = issue('ada.admin');
    const token = issue('svc-terraform');
    const before = await tested(token.value);
    acme.org.revoke(token.id);
    const record = await tested(token.value, before);
    about(token.value, record, before, helper.value);
    await diagnose();
    await desk.copyReport(subject);
    for (const wanted of [
      acme.org.id,
      token.id,
      'HTTP status: 401',
      'E0000011',
      `Request ID: ${record.outcome.requestId}`,
      `Error ID: ${record.outcome.errorId}`,
      new Date(record.at).toISOString(),
      'Keyturn: 1.2.3 on test',
      'Confirmed: The token was revoked.',
    ]) {
      expect(clipboard).toContain(wanted);
    }
    expect(clipboard).not.toContain(token.value);
    expect(clipboard).not.toContain(helper.value);
    expect(clipboard).not.toContain(Secret.fromText(token.value).fingerprint);
    expect(clipboard).toContain('Read with another token');
    expect(clipboard).not.toContain('helper');
  });

  it('takes out a value of any shape, wherever it came from', async () => {
    const canary = 'canary-of-no-known-shape';
    const record = await tested(issue('svc-siem').value.slice(0, 30));
    const spoiled = {
      ...record,
      outcome: { ...record.outcome, sentence: `Okta said ${canary} and SSWS 00abc.` },
    };
    about(canary, spoiled);
    await desk.copyReport(subject);
    expect(clipboard).not.toContain(canary);
    expect(clipboard).not.toContain('00abc');
    expect(clipboard).toContain('[redacted');
  });

  it('keeps only the outcome of a test whose causes were not looked for', async () => {
    const token = issue('svc-siem');
    acme.org.revoke(token.id);
    about(token.value, await tested(token.value));
    await desk.copyReport(subject);
    expect(clipboard).toContain('Outcome: Not accepted');
    expect(clipboard).not.toContain('Causes');
  });
});
