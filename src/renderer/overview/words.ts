import { number, plural } from '../../shared/plural.ts';

/** Holds every word of this feature's pages, by the file that shows it. */
export const words = {
  overviewPage: {
    about: 'All tokens together. This page uses only what Keyturn keeps, and calls no org.',
    nothingYet: 'There is nothing to show yet',
    addFirst: 'Add a token. This page then shows its health, what it needs from you and what it can do.',
  },
  healthCard: {
    byHealth: 'Tokens by health',
    show: (health: string, count: number) => `Show ${plural(count, 'token', 'tokens')}: ${health}`,
    byOrg: 'Health by org',
    org: 'Org',
  },
  privilegeCard: {
    leastPrivilege: 'Least privilege by org',
    meaning:
      'The share of judged tokens that reach nothing beyond their job. A token is judged once it has a purpose and an X-ray that saw enough.',
    org: 'Org',
    score: 'Within their job',
    tokens: 'Tokens',
    notJudged: 'Not judged',
    percent: (score: number) => `${score}%`,
    noneJudged: 'None judged',
    ofJudged: (within: number, judged: number) => `${number(within)} of the ${number(judged)} judged`,
  },
  workCard: {
    thisWeek: 'Needs you this week',
    nothing: 'Nothing needs you within seven days.',
    token: 'Token',
    what: 'What',
    due: 'When',
    now: 'Now',
    byDay: 'How much is due on each day',
    kinds: {
      failing: 'Failing',
      'paste-again': 'Paste again',
      expiry: 'Expiry',
      rotation: 'Rotation',
      rotating: 'In rotation',
      job: 'Job',
    },
    openTasks: 'Open Tasks',
  },
  tokensCard: {
    unused: 'Unused',
    whatUnused: (days: number) =>
      `Nobody used these tokens for ${days} days or more. For Okta, a test by Keyturn is a use too.`,
    noneUnused: (days: number) => `Each token was used within ${days} days.`,
    superAdmins: 'Tokens of super admins',
    whatSuperAdmins: 'Each of these tokens can do everything in its org.',
    noneSuperAdmin: 'Keyturn knows of no token that belongs to a super admin.',
    share: (count: number, all: number) => `${number(count)} of ${plural(all, 'token', 'tokens')}`,
    token: 'Token',
    owner: 'Owner',
    lastUse: 'Last use',
  },
  rows: {
    firstOf: (shown: number, all: number) => `The first ${number(shown)} of ${number(all)}.`,
  },
};
