import { number } from '../../shared/plural.ts';
/** Holds the words that the first screen needs, by the file that shows them. */
export const words = {
  app: {
    opening: 'Opening',
  },
  clipboardChip: {
    clearsByItself: 'Copied. Keyturn clears the clipboard.',
    clearsIn: (seconds: number) => `Copied. Clipboard clears in ${seconds} s`,
  },
  demoBar: {
    title: 'Keyturn, demo',
    demo: 'Demo.',
    whatItIs: 'Nothing here reaches Okta. Everything is thrown away when you quit.',
  },
  firstRun: {
    welcome: 'Welcome',
    title: 'Keyturn manages your Okta API tokens',
    create: 'It guides you when you make an API token in the Admin Console.',
    keep: 'It keeps each token encrypted on this computer, and sends it to its own Okta org only.',
    test: 'It tests, watches and replaces the token, until the token is revoked with proof.',
    startingDemo: 'Starting the demo…',
    noTokensYet: 'No tokens yet. You need the address of your org, or a backup from another computer.',
  },
  nothingOpen: {
    pickToken: 'Choose a token to see its page',
    pageWillBeHere: 'The page of a token will be here',
  },
  shortcuts: {
    openTheToken: 'Open the token',
    rotateToken: 'Rotate the token',
    undo: 'Undo the last change',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    actualSize: 'Actual size',
    quit: 'Quit Keyturn',
    thisList: 'This list',
    // Between two keys that do the same.
    or: 'or',
  },
  sidebar: {
    keyturn: 'Keyturn',
    // This button opens the help. It is not named "Help", because a page has its own button with that name.
    aboutThisPage: 'About this page',
    aboutAndNew: 'About this page. What is new in this version',
    new: (fresh: number) => `${number(fresh)} new`,
    orgs: 'Orgs',
    org: (host: string, environment: string) => `${host}, ${environment}`,
    goneAtQuit: 'Gone when Keyturn quits',
    doesNotLockByItself: 'Does not lock by itself',
    locks: (when: string) => `Locks ${when}`,
  },
  updateToast: {
    ready: (version: string) => `Keyturn ${version} is ready. Restart when you like.`,
    later: 'Later',
  },
  toast: {
    closeMessage: 'Close message',
  },
};
