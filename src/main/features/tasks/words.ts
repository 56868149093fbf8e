import type { JobAction, LifecycleAction, UserQuestion } from '../../../shared/contract/tasks.ts';
import { series } from '../../../shared/listed.ts';
import { number, plural } from '../../../shared/plural.ts';
import type { SearchTrouble } from '../../../shared/user-search.ts';

const trouble: Readonly<Record<SearchTrouble, (word: string) => string>> = {
  'name-missing': (word) =>
    word === ''
      ? 'The search ends where the name of an attribute should be.'
      : `The search has ${word} where the name of an attribute should be.`,
  'name-unknown': (word) =>
    `Okta has no property ${word} to search by. An attribute of the profile begins with "profile.", for example profile.department.`,
  'last-login': () =>
    'Okta does not search by the last sign-in. To find users who have not signed in, use the field below the search.',
  'operator-missing': (word) =>
    word === ''
      ? 'The search ends where an operator should be.'
      : `The search has ${word} where an operator should be.`,
  'operator-unknown': (word) => `Okta has no operator ${word}.`,
  'operator-ne': () => 'Okta has no operator ne for users. Write (status lt "STAGED" or status gt "STAGED").',
  'operator-co': (word) =>
    `Okta searches only the beginning of ${word}. The operator co works for the login, the email and the names.`,
  'value-missing': () => 'The search has no value after an operator.',
  'value-unquoted': (word) =>
    `The value ${word} is not in quotes.${/^['`´“”„‟‘’‚‛«»]/.test(word) ? ' A search needs straight double quotes (").' : ''}`,
  'quote-open': () => 'A quoted value has no quote at its end.',
  'bracket-open': () => 'A bracket is opened but not closed.',
  'bracket-close': () => 'A bracket is closed but was not opened.',
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

/** The words after the number of users in the question of a job. */
const groupWords = (action: JobAction, group: string): string =>
  action === 'add-to-group' ? ` to ${group}` : action === 'remove-from-group' ? ` from ${group}` : '';

/** What the change means for the users. */
const meanings: Readonly<Record<JobAction, string>> = {
  activate: 'Okta sends each of them an activation email.',
  suspend: 'They cannot sign in until somebody unsuspends them.',
  unsuspend: 'They can sign in again.',
  deactivate: 'They lose access to all apps, which may destroy their data there. Okta cannot undo this.',
  'reset-password':
    'Okta sends each of them an email. They cannot sign in before they choose a new password.',
  create: 'They become STAGED. They get no email, and cannot sign in before somebody activates them.',
  delete: 'Okta deactivates each of them first. Okta cannot restore a deleted user.',
  'add-to-group': 'They get the apps, the policies and the admin roles that come with the group.',
  'remove-from-group': 'They lose the apps, the policies and the admin roles that came with the group.',
};
const activated = 'Okta activates them and sends each of them an activation email.';

/** The facts about a job that the sentences name. */
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

/** Why Okta does not make the change for another status. */
const notFrom: Readonly<Record<LifecycleAction, (status: string) => string>> = {
  activate: (status) => `Okta activates users who are STAGED or DEPROVISIONED. This user is ${status}.`,
  suspend: (status) => `Okta suspends users who are ACTIVE. This user is ${status}.`,
  unsuspend: (status) => `Okta unsuspends users who are SUSPENDED. This user is ${status}.`,
  deactivate: (status) => `Okta does not deactivate a user who is ${status}.`,
  'reset-password': (status) => `Okta does not reset the password of a user who is ${status}.`,
};

/** The result of a row, in the result file. */
/** The sentences about user tasks, nested by the file that uses them. */
export const words = {
  reading: {
    trouble,
    lookAtHelp: 'Open the help beside the search, then change the search.',
    notUnderstood: 'Okta does not understand this search.',
  },
  desk: {
    mayNotAsk:
      'This token can no longer ask the org. It was revoked or removed, or Keyturn cannot decrypt it.',
    chooseAnother: 'Choose another token.',
    searchGone: 'This search is no longer open.',
    searchAgain: 'Search again.',
    stopped: 'Stopped.',
    tooMany: 'This org has 100 saved searches already.',
    forgetOne: 'Remove one of them first.',
    alreadyReading: 'Keyturn is reading users of this org already.',
    waitOrStop: 'Wait until it has read them, or stop it.',
    saveUsers: 'Save the users',
    exported: (count: number, host: string) =>
      `${plural(count, 'user was', 'users were')} exported from ${host}.`,
  },
  plan: {
    notFrom,
    already: (status: string) => `The user is ${status} already.`,
    empty: 'The row names no user.',
    noUser: 'Okta found no such user. Okta may not find a user who was created moments ago.',
    twice: (row: string) => `Row ${row} has the same user.`,
    ownOwner: 'This user owns the token that Keyturn asks with. The token would stop working.',
    tooLong: (most: string) => `A job has at most ${most} users.`,
    inParts: 'Split it into several jobs.',
    notDeleted: (status: string) =>
      `The user is ${status}, so somebody uses the account. An undo deletes users who are STAGED, PROVISIONED or DEPROVISIONED.`,
  },
  profile: {
    missing: (name: string) => `${name} is missing.`,
    wrongType: {
      string: (name: string) => `${name} is not a text.`,
      boolean: (name: string) => `${name} is neither true nor false.`,
      integer: (name: string) => `${name} is not a whole number.`,
      number: (name: string) => `${name} is not a number.`,
      array: (name: string) => `${name} is not a list of numbers.`,
    },
    unseen: (name: string) => `${name} has an invisible character or a line end in it.`,
    noEmail: (name: string) => `${name} does not have the form of an email address.`,
    tooShort: (name: string, least: number) => `${name} is shorter than ${least} characters.`,
    tooLong: (name: string, most: number) => `${name} is longer than ${number(most)} characters.`,
    notAllowed: (name: string) => `${name} is not one of the values that the org allows.`,
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
    ofApp: 'An app or a directory decides the members of this group. Change them there.',
    ofOkta: 'Okta itself decides the members of this group.',
    gone: 'Okta has no such group.',
    noGroup: (name: string) =>
      `Okta has no group with the name ${name}. Capital letters in the name must be the same as in Okta.`,
    severalOfName: (name: string) => `Okta has several groups with the name ${name}.`,
    unnamed: 'The row names no group.',
    noneChosen: 'No group is chosen.',
    choose: 'Choose a group, or the column with the names of groups.',
    chooseAnother: 'Choose another group.',
    ofRows: 'the group that each row names',
  },
  membership: {
    of: (isMember: boolean): string => (isMember ? 'member' : 'not a member'),
    already: (isMember: boolean) => `The user is ${isMember ? 'a member' : 'not a member'} already.`,
    ownOwner:
      'This user owns the token that Keyturn asks with. The token may lose its rights with the group.',
  },
  rule: {
    changeSearch: 'Change the search, or run a job with it instead.',
    noSignIn: 'A group rule cannot use the last sign-in.',
    noSearch: 'A group rule needs a search. Okta already has the group Everyone for all users.',
    noProperty: (name: string) => `A group rule can use attributes of the profile only, and not ${name}.`,
    noText: (name: string) => `${name} is not a text, so Keyturn cannot use it in a group rule.`,
    noOperator: (operator: string) => `Keyturn cannot use the operator ${operator} in a group rule.`,
    noValue: (value: string) =>
      `Keyturn cannot use the value ${value} in a group rule. The value must be a text in quotes, without quotes or backslashes in it.`,
    noName: 'The rule has no name.',
    typeName: 'Type a name.',
    nameTaken: (name: string) => `Okta has a group rule with the name ${name} already.`,
    otherName: 'Look at the rule in the Admin Console, or choose another name.',
    notMade: 'The rule was not made. Nothing was changed.',
    notOn: (why: string) => `Okta has the rule now, but the rule is not switched on and adds nobody. ${why}`,
    switchOn: 'Switch the rule on in the Admin Console, under Directory, Groups, Rules.',
    noted: ({ name, group }: { readonly name: string; readonly group: string }) =>
      `The group rule ${name} adds users to ${group} from now on.`,
    tooLong: 'The condition is too long for a dialog to show all of it, so no rule was made.',
    fewerParts: 'Use fewer or shorter conditions.',
    approval: ({ host, label, name, expression, group }: AskedRule) => ({
      question: `Make a group rule for ${group} at ${host}?`,
      detail: [
        `From now on Okta adds to ${group} every user who fits this condition:`,
        expression,
        'Unlike a search, a rule distinguishes capital letters from small ones.',
        `The rule has the name ${name}. Keyturn asks with the token ${label}.`,
      ].join('\n'),
      yes: 'Make the rule',
    }),
  },
  rowView: {
    deleted: 'deleted',
  },
  run: {
    done: 'Okta made the change.',
    doneByStatus: (status: string) => `The answer was lost. Okta says that the user is ${status} now.`,
    unknown: (before: string, status: string) =>
      `The answer was lost. The user was ${before} and is ${status} now, so Keyturn cannot tell whether the change was made.`,
    gone: 'Okta no longer has this user.',
    wrongStatus: "Okta refused the change because of the user's current status.",
    refused: (causes: string) => `Okta refused the change: ${causes}`,
    created: (status: string) => `Okta created the user. The user is ${status}.`,
    createdByLogin: (status: string) =>
      `The answer was lost. Okta has the user now, and the user is ${status}.`,
    loginTaken: 'Okta had a user with this login before.',
    otherProfile:
      'The answer was lost. Okta has a new user with this login and another profile, so Keyturn cannot tell who created the user.',
    deleted: 'Okta deleted the user.',
    notDeletedYet: 'Okta has deactivated the user, but has not deleted the user yet.',
    userOrGroupGone: 'Okta no longer has this user or this group.',
    doneByGroups: (isMember: boolean) =>
      `The answer was lost. Okta says that the user is ${isMember ? 'a member' : 'not a member'} now.`,
    noAnswer: 'Okta did not answer twice. Nothing has changed.',
    limitUsedUp:
      'Okta refuses every call because of too many requests. Other programs use the whole rate limit.',
    firstFailed:
      'Okta did not change the first users. Read the reasons in their rows. The token may lack the role for this change.',
    someUnreadable: 'Some rows of this job are damaged in the vault, so Keyturn cannot do them.',
  },
  csv: {
    choose: 'Choose a CSV file of users',
    empty: 'The file has no row.',
    chooseAnother: 'Choose another file.',
    noText: 'The file is not a text file.',
    noFile: 'This is not a file.',
    workbook: 'The file is a workbook of a spreadsheet, and not a CSV file.',
    page: 'The file is a page or a document, and not a CSV file.',
    saveAsCsv: 'Save it as CSV in the spreadsheet, then choose that file.',
    manyColumns: 'The file has more than 500 columns.',
    badRow: (line: string) =>
      line === ''
        ? 'Keyturn cannot read the file as CSV.'
        : `Keyturn cannot read line ${line} of the file as CSV. A quote is open or in the wrong place, or the row is too long.`,
    mendIt: 'Correct that line, or save the file as CSV again. Then choose the file again.',
    notRead: 'Keyturn could not read the file.',
    changed: 'The columns of the file have changed since you chose it.',
    notHeld: 'The file is no longer chosen.',
    chooseAgain: 'Choose it again.',
  },
  jobs: {
    notThere: 'Keyturn no longer has this job.',
    nobody: 'Keyturn found no user for this job.',
    otherUsers: 'Choose other users.',
    nothingToDo: 'The job would change none of these users.',
    wrongCount: (count: string) =>
      `The typed number is not the number of users, which is ${count}. Nothing was changed.`,
    typeCount: 'Type the number that the window shows.',
    notStarted: 'The job was not started. Nothing was changed.',
    notPlanned: 'This job was started or ended already.',
    notPaused: 'This job is not paused.',
    lookAgain: 'Look at the list of jobs again.',
    anotherRuns: 'Another job of this org is running.',
    runs: 'This job is running.',
    pauseFirst: 'Pause it first.',
    noUndo: 'This kind of job has no undo.',
    deleteIsUndo: 'A job deletes only users whom an earlier job created.',
    wrongSource: 'These users do not belong to this kind of job.',
    paused: 'Paused.',
    locked: 'Keyturn was locked while the job ran.',
    endedMeanwhile: 'Keyturn ended while the job ran.',
    trouble: 'An error occurred inside Keyturn. Finished changes are not lost.',
    saveResults: 'Save the results',
    ofSelection: (count: number) => `${users(count)} chosen in the list`,
    ofSearch: ({ search, notSignedInForDays }: UserQuestion) =>
      series([
        search.trim() === '' ? 'all users' : search.trim(),
        ...(notSignedInForDays === null
          ? []
          : [`not signed in for ${plural(notSignedInForDays, 'day', 'days')}`]),
      ]),
    ofFile: (name: string) => `the file ${name}`,
    ofUndo: 'the changes of an earlier job',
    started: ({ action, group = '' }: JobWords, count: number) =>
      `${verbs[action]} ${users(count)}${groupWords(action, group)}: the job was started.`,
    ended: ({ action, group = '' }: JobWords, state: 'done' | 'cancelled', done: number, failed: number) =>
      `${verbs[action]} ${users(done)}${groupWords(action, group)}: ${state === 'done' ? 'the job has ended' : 'the job was cancelled'}, ${number(failed)} failed.`,
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
