const withScreenLock = 'When the screen lock or the screen saver starts.';

/** The sentences of the system's own parts (menu, tray, dialogs, keyring), nested by the file that uses them. */
export const words = {
  loginItem: {
    notChanged: (why: string) => `The entry that starts Keyturn at login was not changed: ${why}.`,
  },
  appName: 'Keyturn',
  policySource: {
    notOnlyRoots: (path: string) =>
      `An account other than root can write ${path}, so Keyturn does not use it as the policy of this computer.`,
    tooLarge: 'The policy is over 64 KB.',
    notJson: (why: string) =>
      `The policy is not JSON: ${why}. Comments and a comma behind the last entry are not allowed.`,
    twice: (name: string) => `The policy has the entry ${name} twice. Keep one of the two.`,
    notUtf8: 'The policy is not JSON in UTF-8. Save it as UTF-8.',
    notAFile: (path: string) =>
      `${path} is not a file, so Keyturn does not use it as the policy of this computer.`,
  },
  dialogs: {
    cancel: 'Cancel',
    allFiles: 'All files',
  },
  menu: {
    file: 'File',
    addToken: 'Add Token',
    testAll: 'Test All',
    lock: 'Lock',
    settings: 'Settings',
    installCommand: 'Install the keyturn Command…',
    quit: 'Quit',
    view: 'View',
    tokens: 'Tokens',
    find: 'Find',
    commands: 'Commands',
    actualSize: 'Actual Size',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
  },
  safeStorage: {
    unknownMark:
      'This system has a keyring that Keyturn does not know, so Keyturn cannot tell whether its key is a real one.',
    gnomeKeyring: 'GNOME Keyring',
    kwallet: 'KWallet',
    keychain: 'Keychain',
    windows: 'Windows data protection',
    systemKeyring: 'the system keyring',
  },
  screenLock: {
    looking: withScreenLock,
    'screen-saver': withScreenLock,
    logind:
      'When the session is locked through logind (loginctl lock-session). No screen saver answers here. Keyturn does not notice a locker that does not tell logind, such as i3lock or swaylock.',
    nobody:
      'Not available here. Neither logind nor a screen saver answers, so Keyturn cannot know when the screen is locked. Lock after a time without use, or by hand.',
    lost: 'Not available now. The connection to the message bus of this system was lost. Keyturn keeps trying to reach it.',
    otherSystems: "When the system's screen lock starts.",
  },
  tray: {
    tip: (line: string) => `Keyturn: ${line}`,
    show: 'Show Keyturn',
    testAll: 'Test all',
    lock: 'Lock',
    quit: 'Quit',
  },
};
