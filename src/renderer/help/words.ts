/** The help of one page. */
export interface PageHelp {
  /** What the page is for. */
  readonly purpose: string;
  /** The words of the page, each with what it means. */
  readonly terms: readonly (readonly [term: string, meaning: string])[];
  /** What the page does not do. */
  readonly not: readonly string[];
}

const overview: PageHelp = {
  purpose: 'It shows all tokens together, so that you see where to begin.',
  terms: [
    [
      'Needs you this week',
      'A token fails, or something is due within seven days, or a rotation or a job waits.',
    ],
    [
      'Least privilege',
      'The share of judged tokens that reach nothing beyond their job. Give a token a purpose and make an X-ray, and it is judged.',
    ],
    ['Unused', 'Nobody used the token for 20 days. Okta ends it after 30.'],
  ],
  not: ['It asks Okta nothing. What it shows is as new as the last test and the last X-ray.'],
};

const tokens: PageHelp = {
  purpose: 'It lists the tokens that Keyturn keeps. What needs you stands first.',
  terms: [
    ['Healthy', 'Okta accepted the token in its last test, and nothing is due within seven days.'],
    ['Attention', 'Something is due, was never tested, or goes too far. The line under the label says what.'],
    ['Failing', 'Okta refused the token in its last test.'],
    ['Rotating', 'A rotation is under way.'],
    ['Revoked', 'Keyturn has seen that Okta no longer accepts the token.'],
  ],
  not: [
    'It does not list tokens that you did not add. The Inventory reads all tokens of an org.',
    'A removed token still works in Okta.',
  ],
};

const token: PageHelp = {
  purpose: 'It shows one token: whether it works, what it can do, how it is used, and how it is replaced.',
  terms: [
    [
      'Test',
      'A few read-only calls with the token. They tell whether it works, whose it is and when it expires.',
    ],
    ['X-ray', 'One read-only call to each family of endpoints. It tells what the token can reach.'],
    [
      'Rotate',
      'You make a new token in the Admin Console. Keyturn compares the two, waits until the old one is quiet, and revokes it.',
    ],
    ['Programs', 'A program on this computer uses the token through Keyturn and does not have it.'],
    ['OAuth', 'A service app that takes the place of the token, with scopes of its own.'],
    ['Fingerprint', 'Eight hex digits that tell two values apart. They do not give the value away.'],
  ],
  not: [
    'The page never has the value. Copy puts it on the clipboard, and Keyturn clears it after 30 seconds.',
    'Keyturn cannot make a token. Only the Admin Console can.',
  ],
};

const upcoming: PageHelp = {
  purpose: 'It shows the expiries and rotations of the next 90 days, and the notices about tokens.',
  terms: [
    [
      'Forecast',
      'Okta ends a token after 30 days without use. Keyturn counts from the last use that it knows of.',
    ],
    ['Rotation due', 'The interval that you chose for the token is over.'],
  ],
  not: ['It cannot foresee a use that is still to come. Each use moves the expiry by 30 days.'],
};

const inventory: PageHelp = {
  purpose: 'It reads every API token of an org, also those that Keyturn does not keep.',
  terms: [
    ['Adopt', 'You paste the value of a listed token, so that Keyturn keeps it.'],
    ['Agent', 'Okta manages the token of an agent by itself. Keyturn leaves it alone.'],
    ['Revoke', 'Okta ends the token at once. You type its name first.'],
  ],
  not: ['It does not show values. Okta shows a value once, when the token is made.'],
};

const tasks: PageHelp = {
  purpose: 'It finds users of an org, exports them, and changes many of them by one job.',
  terms: [
    ['Search', "Okta's own search language. Keyturn completes and explains it."],
    ['Job', 'One change for many users. You see each user before it starts.'],
    ['Undo', 'A job that sets the changed users back, where Okta can.'],
  ],
  not: ['It changes no user before you confirm in a dialog of the system.'],
};

const plaintext: PageHelp = {
  purpose: 'It looks for tokens that lie in files of this computer, and takes them out.',
  terms: [
    ['Take in', 'Keyturn keeps the token, and tests it first.'],
    ['Take it out', 'A reference takes the place of the token in the file.'],
  ],
  not: [
    'It cannot find a copy in a backup, in the history of Git or on another computer. Rotate a token that lay open.',
  ],
};

const activity: PageHelp = {
  purpose: 'It is the record of everything that was done with your tokens in Keyturn.',
  terms: [
    [
      'Check',
      'It follows the chain of the record from its beginning. A changed, removed or added entry breaks the chain.',
    ],
    ['Export', 'It saves the record as CSV or JSON.'],
  ],
  not: ['It holds no value. It does not show what others did with a token; the Usage tab does.'],
};

const settings: PageHelp = {
  purpose: 'It holds the choices about this computer: looks, notices, locks, backups and the network.',
  terms: [
    ['Passcode', 'It opens the vault together with the keyring. Without one the lock is a curtain.'],
    ['Recovery key', 'It opens the vault when the keyring or the passcode is lost.'],
    ['Backup', 'A file with all tokens that opens with a passphrase of its own.'],
    ['Data key', 'It encrypts everything in the vault. A new one shuts out a lost copy of the old one.'],
  ],
  not: ['Nobody can recover a forgotten passphrase for you.'],
};

/** Holds every word of the help, by the file that shows it. */
export const words = {
  helpDialog: {
    topics: 'Topics',
    whatFor: 'What it is for',
    terms: 'What its words mean',
    not: 'What it does not do',
    onePage: 'One token',
    version: (version: string) => (version === 'Unreleased' ? 'In this version' : `In ${version}`),
  },
  pages: { overview, tokens, token, upcoming, inventory, tasks, plaintext, activity, settings },
};
