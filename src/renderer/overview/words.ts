import { plural } from '../../shared/plural.ts';

/** Holds every word of this feature's pages, by the file that shows it. */
export const words = {
  overviewPage: {
    about: 'All tokens together. This page shows what Keyturn keeps. It asks no org.',
    nothingYet: 'There is nothing to show yet',
    addFirst: 'Add a token to see its health, what it needs from you, and what it can do.',
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
    percent: (score: number) => `${score} %`,
    noneJudged: 'None judged',
    ofJudged: (within: number, judged: number) => `${within} of ${judged} judged`,
  },
  workCard: {
    thisWeek: 'Needs you this week',
    nothing: 'Nothing needs you within seven days.',
    token: 'Token',
    what: 'What',
    due: 'When',
    now: 'Now',
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
      `Nobody used these for ${days} days or more. Okta counts a test by Keyturn as a use, too.`,
    noneUnused: (days: number) => `Each token was used within ${days} days.`,
    superAdmins: 'Of super admins',
    whatSuperAdmins: 'Each of these can do everything in its org.',
    noneSuperAdmin: 'No token is known to belong to a super admin.',
    token: 'Token',
    owner: 'Owner',
    lastUse: 'Last use',
  },
  rows: {
    firstOf: (shown: number, all: number) => `The first ${shown} of ${all}.`,
  },
};
