import { z } from 'zod';
import { done, method, text, time, uuid } from './shapes.ts';

/** The subject of a diagnosis: a kept token or the wizard's draft. */
export const diagnosisSubject = z.union([
  z.strictObject({ tokenId: uuid }),
  z.strictObject({ draftId: uuid }),
]);
export type DiagnosisSubject = z.infer<typeof diagnosisSubject>;

/** The checks that Keyturn runs by itself. All are read-only. */
export const clueId = z.enum([
  'shape',
  'connected',
  'name',
  'proxy',
  'certificate',
  'org',
  'clock',
  'again',
  'listed',
  'log',
  'owner',
  'roles',
  'zones',
  'share',
]);
export type ClueId = z.infer<typeof clueId>;

/** One check of a diagnosis, streamed when it starts and ends. */
export const clueLine = z.object({
  id: clueId,
  /** `ok`: as it should be. `trouble`: a problem. `unknown`: not known; the detail says why. */
  state: z.enum(['running', 'ok', 'trouble', 'unknown']),
  title: text(120),
  detail: text(400),
});
export type ClueLine = z.infer<typeof clueLine>;

/** The action of a button. Main opens the `open-...` pages, because it knows the addresses; the window handles the others. */
export const remedyAction = z.enum([
  'test-again',
  'wait-and-test',
  'paste-again',
  'change-org',
  'open-tokens-page',
  'open-owner-page',
  'open-network-settings',
  'open-okta-status',
  'copy-report',
]);
export type RemedyAction = z.infer<typeof remedyAction>;

export const remedy = z.object({
  action: remedyAction,
  /** The button's words. */
  label: text(60),
  /** What to do, and why. */
  sentence: text(400),
  /** For `wait-and-test`: when the test may run; null otherwise. */
  at: time.nullable(),
});
export type Remedy = z.infer<typeof remedy>;

/** One possible cause, with the results of the checks for it. */
export const cause = z.object({
  id: text(40),
  title: text(120),
  verdict: z.enum(['confirmed', 'cannot-tell', 'ruled-out']),
  /** The reason for the verdict. */
  grounds: text(500),
  remedy,
});
export type Cause = z.infer<typeof cause>;

export const diagnosis = z.object({
  /** The failed test that the diagnosis explains. */
  testId: uuid,
  at: time,
  /** The case of Okta's own troubleshooting guide; null when it is none of its three. */
  guideCase: z.enum(['Invalid token', 'Permission denied', 'Rate limiting']).nullable(),
  /** A sentence: Okta's own words, or the computer's own words when it could not reach Okta. */
  said: text(400),
  checks: z.array(clueLine).max(14),
  /** The causes, most likely first. */
  causes: z.array(cause).min(1).max(8),
  /** The remedy for the most likely cause. */
  remedy,
  /** The second step after the remedy, if there is one. */
  second: remedy.nullable(),
});
export type Diagnosis = z.infer<typeof diagnosis>;

const jobId = uuid;
const about = z.strictObject({ subject: diagnosisSubject });
const told = { jobId, tokenId: uuid.nullable(), draftId: uuid.nullable() };

/** The bridge's methods of this feature. */
export const diagnosisMethods = {
  start: method(
    'Find out why the last test failed, with read-only checks. Results arrive as events.',
    about,
    z.object({ jobId }),
  ),
  cancel: method('Stop a running diagnosis.', z.strictObject({ jobId }), done),
  open: method(
    'Open a remedy’s page in the browser. The window sends a key, never a URL.',
    z.strictObject({
      subject: diagnosisSubject,
      page: z.enum(['open-tokens-page', 'open-owner-page', 'open-okta-status']),
    }),
    done,
  ),
  copyReport: method('Copy a report for Okta support or a colleague. It contains no secret.', about, done),
} as const;

/** The bridge's events of this feature. */
export const diagnosisEvents = {
  diagnosisProgress: z.object({ ...told, check: clueLine }),
  /** Null when the diagnosis was cancelled or failed. */
  diagnosisFinished: z.object({ ...told, diagnosis: diagnosis.nullable() }),
} as const;
