import { z } from 'zod';
import { healths } from '../health.ts';
import { environment } from './orgs.ts';
import { method, nothing, text, time, tokenId, uuid, whole } from './shapes.ts';

/** What the Overview page shows of all tokens together. It uses only kept data, and makes no call to Okta. */

const count = whole.nonnegative();

export const health = z.enum(healths);

/** The tokens of one org: how many have each health, and how many are within their job. */
export const orgOverview = z.object({
  orgId: uuid,
  name: text(120),
  host: text(300),
  environment,
  tokens: count,
  health: z.record(health, count),
  /** The judged tokens that reach nothing beyond their job. */
  within: count,
  /** The judged tokens that reach more than their job needs. */
  beyond: count,
  /** The tokens without a judgement: no purpose, no X-ray, or not everything could be seen. */
  notJudged: count,
  /** The share of `within` in the judged tokens in percent, rounded down; null when none is judged. */
  score: count.max(100).nullable(),
});
export type OrgOverview = z.infer<typeof orgOverview>;

/** Why something needs a person. */
export const workKind = z.enum(['failing', 'paste-again', 'expiry', 'rotation', 'rotating', 'job']);

/** One thing that a person must do within seven days. */
export const work = z.object({
  kind: workKind,
  tokenId,
  label: text(120),
  orgHost: text(300),
  environment,
  /** When it is due; null when it waits already. */
  at: time.nullable(),
  sentence: text(300),
});
export type Work = z.infer<typeof work>;

/** A row of the tables of unused and of super-admin tokens. */
export const overviewToken = z.object({
  tokenId,
  label: text(120),
  orgHost: text(300),
  environment,
  /** The owner's login; null when it is not known. */
  owner: text(200).nullable(),
  /** The last use that Okta or Keyturn knows of. */
  lastUseAt: time,
});
export type OverviewToken = z.infer<typeof overviewToken>;

/** The first rows of a list, and how many the whole list has. */
const listOf = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row).max(200), all: count });

export const overview = z.object({
  at: time,
  /** How many tokens have each health. */
  health: z.record(health, count),
  orgs: z.array(orgOverview),
  /** The most urgent first. */
  work: listOf(work).extend({
    /** How much waits already. */
    waiting: count,
    /** How much is due on each calendar day from today on. `at` is the beginning of the day. */
    days: z.array(z.object({ at: time, count })).length(8),
  }),
  /** The longest unused first. */
  unused: listOf(overviewToken),
  superAdmins: listOf(overviewToken),
});
export type Overview = z.infer<typeof overview>;

/** The methods of `overview`. */
export const overviewMethods = {
  read: method('The Overview page, from kept data. Makes no call.', nothing, overview),
} as const;
