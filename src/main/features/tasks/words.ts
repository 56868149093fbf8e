import type { SearchTrouble } from '../../../shared/user-search.ts';

const trouble: Readonly<Record<SearchTrouble, (word: string) => string>> = {
  'name-missing': (word) =>
    word === ''
      ? 'The search ends where the name of an attribute should stand.'
      : `The search has ${word} where the name of an attribute should stand.`,
  'name-unknown': (word) =>
    `Okta has no property ${word} to search by. An attribute of the profile begins with "profile.", for example profile.department.`,
  'last-login': () =>
    'Okta does not search by the last sign-in. Keyturn finds who has not signed in by the field below the search.',
  'operator-missing': (word) =>
    word === ''
      ? 'The search ends where an operator should stand.'
      : `The search has ${word} where an operator should stand.`,
  'operator-unknown': (word) => `Okta has no operator ${word}.`,
  'operator-ne': () => 'Okta has no operator ne for users. Write (status lt "STAGED" or status gt "STAGED").',
  'operator-co': (word) =>
    `Okta searches ${word} by its beginning only. The operator co is for the login, the email and the names.`,
  'value-missing': () => 'The search has no value behind an operator.',
  'value-unquoted': (word) => `The value ${word} is not in quotes.`,
  'quote-open': () => 'A quoted value has no quote at its end.',
  'bracket-open': () => 'A bracket is opened and not closed.',
  'bracket-close': () => 'A bracket is closed that was not opened.',
  'joint-missing': (word) => `The search needs "and" or "or" before ${word}.`,
};

/** The sentences about user tasks, nested by the file that uses them. */
export const words = {
  reading: {
    trouble,
    lookAtHelp: 'Open the help beside the search, then change the search.',
    notUnderstood: 'Okta does not understand this search.',
  },
  desk: {
    mayNotAsk: 'This token may not ask the org any more: it was revoked, removed, or does not open.',
    chooseAnother: 'Choose another token.',
    searchGone: 'This search is not open any more.',
    searchAgain: 'Search again.',
    stopped: 'Stopped.',
    tooMany: 'More than 100 searches are kept for this org.',
    forgetOne: 'Forget one of them first.',
    alreadyReading: 'Users of this org are being read already.',
    waitOrStop: 'Wait until that has ended, or stop it.',
    saveUsers: 'Save the users',
    exported: (users: string, host: string) => `${users} of ${host} were exported.`,
  },
};
