import type { JobAction, LifecycleAction, RowState, UserQuestion } from '../../../shared/contract/tasks.ts';
import { plural } from '../../../shared/plural.ts';
import type { SearchTrouble } from '../../../shared/user-search.ts';

const trouble: Readonly<Record<SearchTrouble, (word: string) => string>> = {
  'name-missing': (word) =>
    word === ''
      ? 'The search ends before the name of an attribute.'
      : `The search needs the name of an attribute in place of ${word}.`,
  'name-unknown': (word) =>
    `Okta has no property ${word} to search by. An attribute of the profile begins with "profile.", for example profile.department.`,
  'last-login': () =>
    'Okta does not search by the last sign-in. Use the field below the search to find who has not signed in.',
  'operator-missing': (word) =>
    word === '' ? 'The search ends before an operator.' : `The search needs an operator in place of ${word}.`,
  'operator-unknown': (word) => `Okta has no operator ${word}.`,
  'operator-ne': () => 'Okta has no operator ne for users. Write (status lt "STAGED" or status gt "STAGED").',
  'operator-co': (word) =>
    `Okta searches ${word} by its beginning only. The operator co is for the login, the email and the names.`,
  'value-missing': () => 'An operator of the search has no value.',
  'value-unquoted': (word) =>
    `The value ${word} is not in quotes.${/^['`´“”„‟‘’‚‛«»]/.test(word) ? ' A search needs straight double quotes (").' : ''}`,
  'quote-open': () => 'A quoted value has no quote at its end.',
  'bracket-open': () => 'A bracket is opened and not closed.',
  'bracket-close': () => 'A closing bracket has no opening one.',
  'joint-missing': (word) => `The search needs "and" or "or" before ${word}.`,
};

const users = (count: number): string => plural(count, 'user', 'users');

/** What a job does, as the beginning of a sentence about a number of users. */
const verbs: Readonly<Record<JobAction, string>> = {
  activate: 'Activate',
  suspend: 'Suspend',
  unsuspend: 'Unsuspend',
  deactivate: 'Deactivate',
  'reset-password': 'Reset the password of',
  create: 'Create',
  delete: 'Delete',
  'add-to-group': 'Add',
  'remove-from-group': 'Remove',
};

/** What stands behind the number of users in the question of a job. */
const groupWords = (action: JobAction, group: string): string =>
  action === 'add-to-group' ? ` to ${group}` : action === 'remove-from-group' ? ` from ${group}` : '';

/** What the change means for the people. */
const meanings: Readonly<Record<JobAction, string>> = {
  activate: 'Okta sends each of them an activation email.',
  suspend: 'They cannot sign in until somebody unsuspends them.',
  unsuspend: 'They can sign in again.',
  deactivate: 'They lose access to all apps, which may destroy their data there. Okta cannot undo this.',
  'reset-password':
    'Okta sends each of them an email. They cannot sign in before they choose a new password.',
  create: 'Their status is STAGED: they get no email, and cannot sign in until somebody activates them.',
  delete: 'Okta deactivates each of them first. Okta cannot restore a deleted user.',
  'add-to-group': 'They get the apps, the policies and the admin roles that come with the group.',
  'remove-from-group': 'They lose the apps, the policies and the admin roles that came with the group.',
};
const activated = 'Okta activates them and sends each of them an activation email.';

/** What the sentences about a job say of it. */
interface JobWords {
  readonly action: JobAction;
  readonly activates?: boolean | undefined;
  readonly group?: string | undefined;
}

/** What the dialog before a job names: the number of users, the first of them, the org and the group. */
interface Asked {
  readonly count: number;
  readonly host: string;
  readonly named: readonly string[];
  readonly group: string;
}

/** What the dialog before a group rule names. */
interface AskedRule {
  readonly host: string;
  readonly label: string;
  readonly name: string;
  readonly expression: string;
  readonly group: string;
}

/** Why Okta does not make the change from another status. */
const notFrom: Readonly<Record<LifecycleAction, (status: string) => string>> = {
  activate: (status) => `Okta activates users who are STAGED or DEPROVISIONED. This one is ${status}.`,
  suspend: (status) => `Okta suspends users who are ACTIVE. This one is ${status}.`,
  unsuspend: (status) => `Okta unsuspends users who are SUSPENDED. This one is ${status}.`,
  deactivate: (status) => `Okta does not deactivate a user who is ${status}.`,
  'reset-password': (status) => `Okta does not reset the password of a user who is ${status}.`,
};

/** The result of a row, in the result file. */
const rowStates: Readonly<Record<RowState, string>> = {
  left: 'left out',
  waiting: 'not done',
  sent: 'not known yet',
  done: 'done',
  already: 'no change needed',
  failed: 'failed',
  unknown: 'not known',
};

/** The sentences about user tasks, nested by the file that uses them. */
export const words = {
  reading: {
    trouble,
    lookAtHelp: 'Open the help beside the search, then change the search.',
    notUnderstood: 'Okta does not understand this search.',
  },
  desk: {
    mayNotAsk:
      'Keyturn cannot ask the org with this token any more: it was revoked, removed, or does not open.',
    chooseAnother: 'Choose another token.',
    searchGone: 'This search is not open any more.',
    searchAgain: 'Search again.',
    stopped: 'Stopped.',
    tooMany: 'More than 100 searches are kept for this org.',
    forgetOne: 'Forget one of them first.',
    alreadyReading: 'Keyturn is already reading users of this org.',
    waitOrStop: 'Wait until it ends, or stop it.',
    saveUsers: 'Save the users',
    exported: (users: string, host: string) => `${users} of ${host} were exported.`,
  },
  rowStates,
  plan: {
    notFrom,
    already: (status: string) => `The user is ${status} already.`,
    empty: 'The row names no user.',
    noUser: 'Okta found no such user. A user created moments ago may be missing.',
    twice: (row: string) => `Row ${row} has the same user.`,
    ownOwner: 'This user owns the token that Keyturn asks with. It would stop working.',
    tooLong: (most: string) => `A job has at most ${most} users.`,
    inParts: 'Split it into several jobs.',
    notDeleted: (status: string) =>
      `The user is ${status}, so somebody uses the account. An undo deletes users who are STAGED, PROVISIONED or DEPROVISIONED.`,
  },
  profile: {
    missing: (name: string) => `${name} is missing.`,
    wrongType: {
      string: (name: string) => `${name} is not text.`,
      boolean: (name: string) => `${name} is neither true nor false.`,
      integer: (name: string) => `${name} is not a whole number.`,
      number: (name: string) => `${name} is not a number.`,
      array: (name: string) => `${name} is not a list of numbers.`,
    },
    noEmail: (name: string) => `${name} does not have the form of an email address.`,
    tooShort: (name: string, least: number) => `${name} is shorter than ${least} characters.`,
    tooLong: (name: string, most: number) => `${name} is longer than ${most} characters.`,
    notAllowed: (name: string) => `${name} has a value that the org does not allow.`,
    otherCharacters: 'login has characters that the org does not allow.',
    slash: 'login has a slash. Keyturn could not ask Okta about this user after a lost answer.',
    formula: (name: string) => `${name} looks like a formula and is kept as text.`,
    value: (name: string, value: string) => `${name}: ${value}`,
    twice: (row: string) => `Row ${row} has the same login for Okta.`,
    exists: 'Okta has a user with this login already.',
    noAttribute: (name: string) => `The profiles of this org have no attribute ${name}.`,
    mapAgain: 'Choose the columns again.',
  },
  groups: {
    ofApp: 'Its members come from an app or a directory. Change them there.',
    ofOkta: 'Okta itself decides who its members are.',
    gone: 'Okta has no such group.',
    noGroup: (name: string) => `Okta has no group with the name ${name}.`,
    severalOfName: (name: string) => `Okta has several groups with the name ${name}.`,
    unnamed: 'The row names no group.',
    noneChosen: 'No group is chosen.',
    choose: 'Choose a group, or the column with the names of groups.',
    chooseAnother: 'Choose another group.',
    ofRows: 'the group that each row names',
  },
  membership: {
    of: (isMember: boolean) => (isMember ? 'member' : 'not a member'),
    already: (isMember: boolean) => `The user is ${isMember ? 'a member' : 'not a member'} already.`,
    ownOwner:
      'This user owns the token that Keyturn asks with. The token may lose its rights with the group.',
  },
  rule: {
    changeSearch: 'Change the search, or run a job with it instead.',
    noSignIn: 'A group rule cannot look at the last sign-in.',
    noSearch: 'A group rule needs a search. Everyone is a group of Okta already.',
    noProperty: (name: string) => `A group rule cannot look at ${name}, only at attributes of the profile.`,
    noText: (name: string) => `${name} is not text, so Keyturn cannot make a group rule of it.`,
    noOperator: (operator: string) => `Keyturn cannot use the operator ${operator} in a group rule.`,
    noValue: (value: string) =>
      `Keyturn cannot use the value ${value} in a group rule. Write a text in quotes, without quotes or backslashes in it.`,
    noName: 'The rule has no name.',
    typeName: 'Type a name.',
    nameTaken: (name: string) => `Okta has a group rule with the name ${name} already.`,
    otherName: 'Look at it in the Admin Console, or choose another name.',
    notMade: 'The rule was not made. Nothing was changed.',
    notOn: (why: string) => `Okta has the rule now, but the rule is not active and adds nobody. ${why}`,
    switchOn: 'Activate it in the Admin Console, under Directory, Groups, Rules.',
    noted: ({ name, group }: { readonly name: string; readonly group: string }) =>
      `The group rule ${name} adds users to ${group} from now on.`,
    approval: ({ host, label, name, expression, group }: AskedRule) => ({
      question: `Make a group rule for ${group} at ${host}?`,
      detail: [
        `From now on Okta adds every user to ${group} who matches this:`,
        expression,
        'Unlike a search, a rule distinguishes capital letters from small ones.',
        `Its name is ${name}. Keyturn asks with the token ${label}.`,
      ].join('\n'),
      yes: 'Make the rule',
    }),
  },
  rowView: {
    deleted: 'deleted',
  },
  run: {
    done: 'Okta did it.',
    doneByStatus: (status: string) => `The answer was lost, and Okta says that the user is ${status} now.`,
    unknown: (before: string, status: string) =>
      `The answer was lost. The user was ${before} and is ${status} now, so Keyturn cannot tell whether Okta did it.`,
    gone: 'Okta has no such user any more.',
    wrongStatus: 'Okta refused it because of the present status of the user.',
    refused: (causes: string) => `Okta refused it: ${causes}`,
    created: (status: string) => `Okta created the user, who is ${status}.`,
    createdByLogin: (status: string) => `The answer was lost, and Okta has the user now, who is ${status}.`,
    loginTaken: 'Okta had a user with this login before.',
    otherProfile:
      'The answer was lost. Okta has a new user with this login and another profile, so Keyturn cannot tell who created the user.',
    deleted: 'Okta deleted the user.',
    notDeletedYet: 'Okta has deactivated the user, and has not deleted the user yet.',
    userOrGroupGone: 'Okta has no such user or no such group any more.',
    doneByGroups: (isMember: boolean) =>
      `The answer was lost, and Okta says that the user is ${isMember ? 'a member' : 'not a member'} now.`,
    noAnswer: 'Okta gave no answer, two times. Nothing has changed.',
    limitUsedUp: 'Okta refuses every call because of too many requests: others use the whole rate limit.',
    firstFailed: 'The first users could not be changed. See their rows; the token may lack the role for it.',
    someUnreadable: 'Some rows of this job are damaged in the vault and cannot be done.',
  },
  csv: {
    choose: 'Choose a CSV file of users',
    empty: 'The file has no row.',
    chooseAnother: 'Choose another file.',
    noText: 'The file is not text.',
    manyColumns: 'The file has more than 500 columns.',
    badRow: (line: string) =>
      line === ''
        ? 'Keyturn cannot read the file as CSV.'
        : `Keyturn cannot read line ${line} as CSV: a quote is open or in the wrong place, or the row is too long.`,
    mendIt: 'Correct that line, or save the file as CSV again. Then choose it again.',
    notRead: 'The file could not be read.',
    changed: 'The columns of the file changed after you chose it.',
    notHeld: 'The file is not chosen any more.',
    chooseAgain: 'Choose it again.',
  },
  jobs: {
    notThere: 'This job is not kept any more.',
    nobody: 'Keyturn found no user for this job.',
    otherUsers: 'Choose other users.',
    nothingToDo: 'This would change none of these users.',
    wrongCount: (count: string) =>
      `The number of users is ${count}, and you typed something else. Nothing was changed.`,
    typeCount: 'Type exactly this number.',
    notStarted: 'The job was not started. Nothing was changed.',
    notPlanned: 'This job has already started or ended.',
    notPaused: 'This job is not paused.',
    lookAgain: 'Look at the list of jobs again.',
    anotherRuns: 'Another job of this org is running.',
    runs: 'This job is running.',
    pauseFirst: 'Pause it first.',
    noUndo: 'This job cannot be undone that way.',
    deleteIsUndo: 'A job deletes only users whom an earlier job created.',
    wrongSource: 'These users do not belong to this kind of job.',
    paused: 'Paused.',
    locked: 'Keyturn was locked while the job ran.',
    endedMeanwhile: 'Keyturn ended while the job ran.',
    trouble: 'Something went wrong inside Keyturn. Nothing that was done is lost.',
    saveResults: 'Save the results',
    ofSelection: (count: number) => `${users(count)} chosen in the list`,
    ofSearch: ({ search, notSignedInForDays }: UserQuestion) =>
      [
        search.trim() === '' ? 'all users' : search.trim(),
        ...(notSignedInForDays === null ? [] : [`not signed in for ${notSignedInForDays} days`]),
      ].join(', '),
    ofFile: (name: string) => `the file ${name}`,
    ofUndo: 'what an earlier job has done',
    started: ({ action, group = '' }: JobWords, count: number) =>
      `${verbs[action]} ${users(count)}${groupWords(action, group)}: the job was started.`,
    ended: ({ action, group = '' }: JobWords, state: 'done' | 'cancelled', done: number, failed: number) =>
      `${verbs[action]} ${users(done)}${groupWords(action, group)}: ${state === 'done' ? 'the job has ended' : 'the job was cancelled'}, ${failed} failed.`,
  },
  approval: (
    { action, activates, tokenLabel }: JobWords & { readonly tokenLabel: string },
    { count, host, named, group }: Asked,
  ) => ({
    question: `${verbs[action]} ${users(count)}${groupWords(action, group)} at ${host}?`,
    detail: [
      action === 'create' && activates === true ? activated : meanings[action],
      `Keyturn asks with the token ${tokenLabel}.`,
      ...named,
      ...(count > named.length ? [`and ${count - named.length} more`] : []),
    ].join('\n'),
    yes: `${verbs[action]} ${users(count)}`,
  }),
};
