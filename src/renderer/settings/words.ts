import { type CredentialCounts, countedWords } from '../../shared/credential-counts.ts';
import { plural } from '../../shared/plural.ts';

/** Holds every word of this feature's pages, by the file that shows it. */
export const words = {
  anotherComputer: {
    anotherComputer: 'Another computer',
    ageFile:
      'An age file with its own passphrase. Keyturn on the other computer adds its tokens to those that are there. The program age opens it too.',
    exportTokens: 'Export tokens',
    importTokens: 'Import tokens',
    exported: (counts: CredentialCounts, path: string) =>
      `Exported and opened again to prove it: ${countedWords(counts)} in ${path}.`,
    exportedSome: (counts: CredentialCounts, path: string, leftOut: number) =>
      `Exported and opened again to prove it: ${countedWords(counts)} in ${path}. Left out: ${plural(leftOut, 'token', 'tokens')}, revoked or unreadable.`,
    whoeverHas:
      'Whoever has the file and the passphrase has every token. Send them in different ways. Delete the file when the other computer has the tokens.',
    chooseWhere: 'Choose where to save it',
    makePassphrase: 'Make a passphrase',
    writeDown: 'Write it down. Keyturn shows it only now.',
    imported: (added: CredentialCounts) => `Imported: ${countedWords(added)}.`,
    importedSome: (added: CredentialCounts, here: CredentialCounts) =>
      `Imported: ${countedWords(added)}. Already here and unchanged: ${countedWords(here)}.`,
    besideThose: 'Keyturn adds the tokens and apps of the file. What is here already stays as it is.',
    passphraseOfFile: 'Passphrase of the file',
    thenChoose: 'Then choose the age file.',
    chooseFile: 'Choose the file',
  },
  dailyBackupsCard: {
    dailyBackups: 'Daily backups',
    onThisComputer: 'On this computer',
    onePerDay:
      'Keyturn makes one backup a day and keeps those of the last 7 days and 4 weeks. They are beside the vault, and what opens the vault opens them.',
    checkNewest: 'Check the newest',
    backUpNow: 'Back up now',
    noneYet: 'There is none yet.',
    readable: (day: string, tokens: number) =>
      `${day}: ${plural(tokens, 'token', 'tokens')} readable. Nothing was changed.`,
    partlyReadable: (day: string, tokens: number, unreadable: number) =>
      `${day}: ${plural(tokens, 'token', 'tokens')} readable, ${unreadable} not. Nothing was changed.`,
  },
  newKeySetting: {
    dataKey: 'Data key',
    whatFor:
      'It encrypts everything in the vault. Make a new one after a computer or a backup was lost. What was lost then no longer opens the vault.',
    makeKey: 'Make a new data key',
    make: 'Make the key',
    everything:
      'Keyturn encrypts everything in the vault with a new key. It deletes the earlier daily backups and makes a new one.',
    recoveryKeyGoes:
      'The present recovery key no longer works afterwards. Keyturn makes a new one and shows it once.',
    whatStays:
      'Backups that you saved, and files that Keyturn kept beside the vault, still open as before. Save a new backup and delete the old ones.',
    whatIsForgotten:
      'Keyturn asks once more before it runs a hand-over command. It forgets the use of tokens that are not kept here or were never tested.',
    yourPasscode: 'Your passcode',
    yourPassphrase: 'Your passphrase',
    typeIt: 'Type it first.',
    encrypted: (done: number, of: number) => `${done} of ${plural(of, 'value', 'values')} encrypted.`,
    progress: 'Encrypting',
    made: 'A new data key was made. The earlier one opens nothing in the vault.',
    notRemoved:
      'A new data key was made. What the earlier one opens could not be removed from the disk yet. Keyturn removes it the next time it opens.',
    noRecoveryKey: 'The earlier recovery key no longer works, and a new one could not be written. Make one.',
  },
  licencesDialog: {
    licences: 'Third-party licences',
    partOfKeyturn:
      'These packages are part of Keyturn. The licences of Electron and Chromium come with the program, in separate files.',
    packages: 'Packages',
    packageUnder: (name: string, version: string, licence: string | null) =>
      `${name} ${version}, ${licence ?? 'no licence named'}`,
  },
  passcodeSetting: {
    curtain:
      'This lock is a curtain: anybody at this computer opens it with one click. Choose a passcode to close it.',
    onlySystem:
      'There is none. The system asks before the window opens your tokens, but the keyring alone holds their key. Choose a passcode to bind the key to it.',
    bound:
      'Keyturn asks for it at each unlock, also after a restart. The keyring alone does not open your tokens.',
    choose: 'Choose a passcode',
    anew: 'Choose a new passcode',
    change: 'Change the passcode',
    remove: 'Remove the passcode',
  },
  systemProofSetting: {
    unlockBy: { 'touch-id': 'Unlock with Touch ID', polkit: 'Unlock with the password of this account' },
    proveBy: { 'touch-id': 'Prove with Touch ID', polkit: 'Prove with the password of this account' },
    none: 'Unlock with a question of the system',
    asksAtUnlock:
      'The system asks who you are before each unlock, and before a value leaves or somebody may do more. The key is not bound to it: someone who has this disk and the keyring opens your tokens without it.',
    standsIn:
      'While Keyturn is open, its answer can replace the passcode. An unlock still takes the passcode, which is a part of the key.',
    notHere:
      'This computer has no question that Keyturn can use. It takes Touch ID on macOS, or on Linux polkit with the policy that the .deb and .rpm packages install.',
    switchOff: 'Switch it off',
    takesPasscode: 'Give your passcode to switch off the question of the system.',
  },
  passphraseSetting: {
    opensTokens: 'It opens your tokens on this computer, which has no keyring.',
    change: 'Change the passphrase',
    changePassphrase: 'Change passphrase',
    present: 'Present passphrase',
    typePresent: 'Type the present passphrase.',
    forgotten: 'The recovery key opened your tokens, so Keyturn does not ask for the present passphrase.',
    oldOpensNothing:
      'The present passphrase no longer opens your tokens afterwards. A new daily backup replaces the earlier ones.',
    changed: 'The passphrase was changed.',
  },
  about: {
    version: 'Version',
    host: 'Host',
    runsOn: 'Runs on',
    versions: (platform: string, electron: string, chrome: string, node: string) =>
      `${platform}, Electron ${electron}, Chromium ${chrome}, Node ${node}`,
    tokensAre: 'Tokens are',
    about: 'About',
  },
  backupDialog: {
    saved: (tokens: number, path: string) =>
      `Saved and opened again to prove it: ${plural(tokens, 'token', 'tokens')} in ${path}.`,
    saveABackup: 'Save a backup',
    whatFileHolds:
      'The file holds all your tokens, encrypted with its own passphrase. Keep the file and the passphrase in different places.',
    chooseWhere: 'Choose where to save it',
  },
  networkCard: {
    network: 'Network',
    proxy: 'Proxy',
    whatProxyDoes: 'The proxy for calls to Okta. System includes HTTPS_PROXY and NO_PROXY.',
    system: 'System',
    none: 'None',
    custom: 'Custom',
    proxyAddress: 'Proxy address',
    proxyExample: 'http://proxy.acme.com:8080',
    saveProxy: 'Save proxy',
    extraCaFile: 'Extra CA file',
    whatCaFileDoes:
      "Keyturn trusts the certificates of this file besides the system's, for example of a proxy that inspects TLS.",
    chooseAFile: 'Choose a file',
    fromCommandLine: ' Given on the command line for this run.',
    trustThese: 'Trust these',
  },
  noticeCard: {
    notices: 'Notices',
    notifications: 'Notifications',
    whatNotificationsAre:
      "Keyturn sends each as a system notification once, without a token's name or value. The inbox always has all of them.",
    quietHours: 'Quiet hours',
    whatQuietHoursDo:
      'Keyturn sends no system notification between these times. They come together afterwards.',
    quietFrom: 'Quiet from',
    quietUntil: 'Quiet until',
    showInTray: 'Show in the tray',
    whatTrayShows:
      'The tray shows the health of your tokens, the three that need you first, and Test all. While Keyturn is locked, it names no token.',
    startAtLogin: 'Start at login',
    whyAtLogin: 'Keyturn starts when you log in, so that it can warn you.',
  },
  policyCard: {
    title: 'Set by your organisation',
    from: (place: string) =>
      `Your administrator keeps these rules in ${place}. Keyturn reads them at each unlock.`,
    nothing: 'Your organisation’s policy has no rule.',
    unreadable: (problem: string) =>
      `${problem} Until your administrator mends it, Keyturn calls no org, copies no value and lets no program use a token.`,
    orgs: (hosts: readonly string[]) =>
      hosts.length === 0 ? 'Keyturn calls no org.' : `Keyturn calls only these orgs: ${hosts.join(', ')}.`,
    lockAfter: (minutes: number) =>
      `Keyturn locks after ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} without use at the latest.`,
    lockOnSuspend: 'Keyturn locks when the computer goes to sleep.',
    lockOnScreenLock: 'Keyturn locks with the screen.',
    noCopy: 'Values are not copied.',
    noPrograms: 'Programs do not use tokens.',
    noDemo: 'The demo does not start.',
    noUpdates: 'Keyturn does not look for updates.',
  },
  programsCard: {
    programs: 'Programs',
    port: 'Port for programs',
    whatPortIs:
      "Programs find Keyturn at 127.0.0.1 and this port, from 1024 to 65535. Keyturn listens only while programs may call Okta with a token. A token's Programs tab turns that on.",
  },
  safetyCard: {
    safety: 'Safety',
    lockAfter: 'Lock after',
    whatLockDoes: 'Keyturn locks after this time without use. Locking removes the key from memory.',
    never: 'Never',
    oneMinute: '1 minute',
    minutes: (n: number) => `${n} minutes`,
    lockOnSuspend: 'Lock on suspend',
    whenSuspended: 'Keyturn locks when the computer goes to sleep.',
    lockWithScreen: 'Lock with the screen',
    keepOutOfScreenshots: 'Keep out of screenshots',
    whatScreenshotsDo:
      'Keyturn asks the system to leave this window out of screenshots and screen sharing. Not supported on Linux.',
    backup: 'Backup',
    whatBackupIs:
      'A file that opens with its own passphrase on any computer. Keyturn opens it once to prove it.',
    saveABackup: 'Save a backup',
    whatRecoveryKeyDoes:
      'It opens the vault if the keyring has lost the key. A new one replaces the old one.',
    makeNewKey: 'Make a new recovery key',
  },
  settingsPage: {
    appearance: 'Appearance',
    theme: 'Theme',
    whatThemeDoes: 'Follows the system unless you choose.',
    system: 'System',
    light: 'Light',
    dark: 'Dark',
    startMinimised: 'Start minimised',
    whatMinimisedDoes: 'Keyturn starts with its window minimised.',
  },
  updatesCard: {
    updates: 'Updates',
    lookForUpdates: 'Look for updates',
    whatLookingDoes:
      'Once a day Keyturn asks its update host for a newer version, and downloads it. Nothing restarts by itself.',
    newerVersion: 'Newer version',
    lookNow: 'Look now',
    ready: (version: string) => `Keyturn ${version} is ready.`,
    looking: 'Looking for a newer version.',
    failed: 'The update host did not answer, or its answer was wrong. Keyturn asks again tomorrow.',
    notYet: 'Keyturn has not looked since it started.',
    newest: (when: string) => `Keyturn had the newest version ${when}.`,
    off: {
      policy: 'Your organisation does not let Keyturn look for updates.',
      setting: 'Keyturn does not look for updates.',
      development: 'This Keyturn was started from its source. It does not update itself.',
      package: 'The package manager of this system brings new versions.',
      portable: 'A portable program does not update itself.',
      unsigned: 'Nobody signed this Keyturn, so it does not update itself.',
      demo: 'The demo does not update itself.',
    },
  },
  usageCard: {
    usage: 'Usage',
    keepFor: 'Keep the use of tokens for',
    whatReadingDoes:
      "Keyturn reads each org's System Log once a minute while it is open. Each reading uses a token, so that token does not expire.",
    doNotReadLog: 'Do not read the log',
    days: (n: number) => `${n} days`,
  },
};
