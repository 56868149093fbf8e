/** The sentences of the app's start, nested by the file that uses them. A terminal shows those that begin with "keyturn:". */
export const words = {
  command: {
    doesNotStart: (program: string, why: string) => `keyturn: ${program} does not start (${why}).`,
  },
  console: {
    appMissing: (path: string) => `keyturn: The app is not at ${path}. Install it again.`,
  },
  demo: {
    refused: (why: string) => `keyturn: ${why}`,
    ownAuthority:
      'keyturn: --demo and --extra-ca do not go together. The demo trusts the authority of its own orgs.',
    notice: (sentence: string) => `Demo: ${sentence}`,
    isDemo: 'This is the demo already.',
    notStarted: 'The demo did not start.',
    tryAgain: 'Try it again. If it fails again, start Keyturn in a terminal with --demo to see why.',
  },
  index: {
    alreadyRunning: 'keyturn: already running, its window was brought to the front',
    pageDoesNotLoad: (why: string) =>
      `keyturn: cannot start, its own page does not load (${why}). Install it again.`,
    restDoesNotLoad: 'keyturn: a part of it does not load, so most of it does not work. Install it again.',
    partDoesNotLoad: 'keyturn: cannot start, a part of it does not load. Install it again.',
  },
  installCommand: {
    moveFirst: 'Move Keyturn to Applications first.',
    linkWouldBreak: 'A link to its current place would soon stop working.',
    ok: 'OK',
    ask: 'Install the command keyturn?',
    makesLink: (link: string) => `macOS asks for an administrator, and makes the link ${link}.`,
    install: 'Install',
    installed: 'The command keyturn is installed.',
    tryIt: 'Open a new terminal and write: keyturn help',
    notInstalled: 'The command keyturn was not installed.',
    makeByHand: (source: string, link: string) =>
      `macOS did not make the link. Make it in a terminal: sudo ln -s "${source}" ${link}`,
  },
  sandbox: {
    notAsRoot:
      'keyturn: Keyturn must not run as root, because Chromium has no sandbox there. Start it as yourself.',
  },
  switches: {
    notTaken: (name: string) =>
      `keyturn: the option --${name} is not accepted, because it could open the app to others`,
  },
};
