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
  purpose: 'This page shows all tokens together, so that you see where to begin.',
  terms: [
    [
      'Needs you this week',
      'A token fails, or something is due within seven days, or a rotation or a job waits.',
    ],
    [
      'Least privilege',
      'The share of judged tokens that reach nothing beyond their job. Keyturn judges a token after you give it a purpose and make an X-ray.',
    ],
    ['Unused', 'Nobody used the token for 20 days. Okta ends it after 30 days.'],
  ],
  not: ['It does not call Okta. Its facts come from the last test and the last X-ray.'],
};

const tokens: PageHelp = {
  purpose: 'This page lists the tokens that Keyturn keeps. Tokens that need you come first.',
  terms: [
    ['Healthy', 'Okta accepted the token in its last test, and nothing is due within seven days.'],
    [
      'Attention',
      'Something is due, or the token was never tested or can do too much. The line under the label gives the reason.',
    ],
    ['Failing', 'Okta refused the token in its last test.'],
    ['Rotating', 'A rotation is open.'],
    ['Revoked', 'Keyturn has seen that Okta no longer accepts the token.'],
  ],
  not: [
    'It does not list tokens that you did not add. The Inventory reads all tokens of an org.',
    'A removed token still works in Okta.',
  ],
};

const token: PageHelp = {
  purpose:
    'This page shows one token: whether it works, what it can do, how programs use it, and how you replace it.',
  terms: [
    [
      'Test',
      'A few read-only calls with the token. They show whether it works, who owns it and when it expires.',
    ],
    ['X-ray', 'One read-only call to each family of endpoints. It shows what the token can reach.'],
    [
      'Rotate',
      'You make a new token in the Admin Console. Keyturn compares both tokens, waits until nobody uses the old token, and revokes it.',
    ],
    ['Programs', 'A program on this computer uses the token through Keyturn and never gets the value.'],
    ['OAuth', 'A service app with its own scopes that replaces the token.'],
    ['Fingerprint', 'Eight hex digits that distinguish two values. They do not reveal the value.'],
  ],
  not: [
    'The page never has the value. Copy puts it on the clipboard, and Keyturn clears it after 30 seconds.',
    'Keyturn cannot make a token. Only the Admin Console can.',
  ],
};

const upcoming: PageHelp = {
  purpose:
    'This page shows the expiries and rotations of the next 90 days, and the notices about tokens and OAuth apps.',
  terms: [
    ['Forecast', 'Okta ends a token after 30 days without use. Keyturn counts from the last known use.'],
    ['Rotation due', 'The interval that you chose for the token is over.'],
    ['Key due', 'The interval that you chose for the key of the OAuth app is over. The key still works.'],
  ],
  not: ['It cannot know future uses. After each use, the token expires 30 days later.'],
};

const inventory: PageHelp = {
  purpose: 'This page reads every API token of an org, including tokens that Keyturn does not keep.',
  terms: [
    ['Adopt', 'You paste the value of a listed token, so that Keyturn keeps it.'],
    ['Agent', 'Okta manages the token of an agent by itself. Keyturn does not change it.'],
    ['Revoke', 'You type the name of the token. Okta then ends the token at once.'],
  ],
  not: ['It does not show values. Okta shows a value once, when the token is made.'],
};

const tasks: PageHelp = {
  purpose: 'This page finds users of an org, exports them, and changes many of them in one job.',
  terms: [
    ['Search', "Okta's own search language. Keyturn completes and explains it."],
    ['Job', 'One change for many users. You see each user before it starts.'],
    ['Undo', 'A job that restores the changed users, if Okta can do this.'],
  ],
  not: ['It changes no user before you confirm in a dialog of the system.'],
};

const plaintext: PageHelp = {
  purpose: 'This page finds tokens in files on this computer, and removes them.',
  terms: [
    ['Take in', 'Keyturn tests the token, and then keeps it.'],
    ['Remove it', 'Keyturn replaces the token in the file with a reference.'],
  ],
  not: [
    'It cannot find a copy in a backup, in the history of Git or on another computer. Rotate a token that was in plain text.',
  ],
};

const activity: PageHelp = {
  purpose: 'This page shows the record of all actions with your tokens in Keyturn.',
  terms: [
    [
      'Check',
      'Check follows the chain of the record from its beginning. A changed, removed or added entry breaks the chain.',
    ],
    ['Export', 'It saves the record as CSV or JSON.'],
  ],
  not: ['It holds no value. It does not show how others used a token. The Usage tab shows this.'],
};

const settings: PageHelp = {
  purpose: 'This page has the settings of this computer: look, notices, locks, backups and network.',
  terms: [
    [
      'Passcode',
      'The passcode opens the vault together with the keyring. Without a passcode, the lock keeps nobody out.',
    ],
    ['Recovery key', 'It opens the vault when the keyring or the passcode is lost.'],
    ['Backup', 'A file with all tokens that opens with a passphrase of its own.'],
    [
      'Data key',
      'It encrypts everything in the vault. After you make a new key, a lost copy of the old key opens nothing.',
    ],
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
