/** Holds the words that the first screen needs, by the file that shows them. */
export const words = {
  app: {
    opening: 'Opening',
  },
  clipboardChip: {
    clearsByItself: 'Copied. The clipboard clears by itself.',
    clearsIn: (seconds: number) => `Copied. Clipboard clears in ${seconds} s`,
  },
  nothingOpen: {
    pickToken: 'Pick a token to see its page',
    pageWillBeHere: 'The page of a token will be here',
  },
  shortcuts: {
    openTheToken: 'Open the token',
    rotateToken: 'Rotate the token',
    thisList: 'This list',
  },
  sidebar: {
    keyturn: 'Keyturn',
    new: (fresh: number) => `${fresh} new`,
    orgs: 'Orgs',
    org: (host: string, environment: string) => `${host}, ${environment}`,
    goneAtQuit: 'Gone when Keyturn quits',
    doesNotLockByItself: 'Does not lock by itself',
    locks: (when: string) => `Locks ${when}`,
  },
  toast: {
    closeMessage: 'Close message',
  },
};
