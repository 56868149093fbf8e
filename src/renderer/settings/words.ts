import { type CredentialCounts, countedWords } from '../../shared/credential-counts.ts';
import { series } from '../../shared/listed.ts';
import { number, plural } from '../../shared/plural.ts';

/** Holds every word of this feature's pages, by the file that shows it. */
export const words = {
  anotherComputer: {
    anotherComputer: 'Another computer',
    ageFile:
      'An age file with its own passphrase. Keyturn on the other computer adds the tokens of the file to its own. The program age opens the file too.',
    exportTokens: 'Export tokens',
    importTokens: 'Import tokens',
    exported: (counts: CredentialCounts, path: string) =>
      `Exported and opened again to prove it: ${countedWords(counts)} in ${path}.`,
    exportedSome: (counts: CredentialCounts, path: string, leftOut: number) =>
      `Exported and opened again to prove it: ${countedWords(counts)} in ${path}. Left out: ${plural(leftOut, 'token', 'tokens')}, revoked or unreadable.`,
    whoeverHas:
      'A person with the file and the passphrase has every token. Send the file and the passphrase in different ways. Delete the file when the other computer has the tokens.',
    chooseWhere: 'Choose where to save it',
    makePassphrase: 'Make a passphrase',
    writeDown: 'Write down this passphrase. Keyturn shows it only now.',
    imported: (added: CredentialCounts) => `Imported: ${countedWords(added)}.`,
    importedSome: (added: CredentialCounts, here: CredentialCounts) =>
      `Imported: ${countedWords(added)}. Already here and unchanged: ${countedWords(here)}.`,
    besideThose:
      'Keyturn adds the tokens and apps of the file. Tokens and apps that are here already do not change.',
    passphraseOfFile: 'Passphrase of the file',
    thenChoose: 'Then choose the age file.',
    chooseFile: 'Choose the file',
  },
  dailyBackupsCard: {
    dailyBackups: 'Daily backups',
    onThisComputer: 'On this computer',
    onePerDay:
      'Keyturn makes one backup a day and keeps those of the last 7 days and 4 weeks. The backups are beside the vault, and open with the same key.',
    checkNewest: 'Check the newest',
    backUpNow: 'Back up now',
    noneYet: 'There is no backup yet.',
    readable: (day: string, tokens: number) =>
      `${day}: ${plural(tokens, 'token', 'tokens')} readable. Nothing was changed.`,
    partlyReadable: (day: string, tokens: number, unreadable: number) =>
      `${day}: ${plural(tokens, 'token', 'tokens')} readable, ${number(unreadable)} not. Nothing was changed.`,
  },
  languageSetting: {
    whatLanguageDoes: 'Keyturn speaks another language from its next start on.',
    atNextStart: 'The language was changed',
    whatRestartDoes: 'Keyturn closes, and starts in the other language.',
    restart: 'Restart',
  },
  newKeySetting: {
    dataKey: 'Data key',
    whatFor:
      'The data key encrypts everything in the vault. Make a new key after you lost a computer or a backup. The lost copy then no longer opens the vault.',
    makeKey: 'Make a new data key',
    make: 'Make the key',
    everything:
      'Keyturn encrypts everything in the vault with a new key. It deletes the earlier daily backups and makes a new one.',
    recoveryKeyGoes:
      'The current recovery key no longer works afterwards. Keyturn makes a new one and shows it once.',
    whatStays:
      'Backups that you saved, and files that Keyturn kept beside the vault, still open as before. Save a new backup and delete the old ones.',
    whatIsForgotten:
      'Keyturn asks once more before it runs a hand-over command. It removes the use of tokens that are not in Keyturn or were never tested.',
    yourPasscode: 'Your passcode',
    yourPassphrase: 'Your passphrase',
    typeIt: 'Type it first.',
    encrypted: (done: number, of: number) => `${number(done)} of ${plural(of, 'value', 'values')} encrypted.`,
    progress: 'Encrypting',
    made: 'A new data key was made. The earlier key opens nothing in the vault.',
    notRemoved:
      'A new data key was made. Keyturn could not yet remove from the disk the data that the earlier key opens. It removes this data at the next start.',
    noRecoveryKey:
      'The earlier recovery key no longer works, and Keyturn could not write a new one. Make a new recovery key.',
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
      'This lock keeps nobody out. Anybody at this computer can open it with one click. Choose a passcode to change this.',
    onlySystem:
      'There is no passcode. The system asks before the window opens your tokens, but the keyring alone holds their key. Choose a passcode to bind the key to it.',
    bound:
      'Keyturn asks for the passcode at each unlock and after a restart. The keyring alone does not open your tokens.',
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
      'The system asks who you are before each unlock, and before a value leaves or somebody may do more. The key is not bound to this question. A person with this disk and the keyring can open your tokens without it.',
    standsIn:
      'While Keyturn is open, an answer to the system can replace the passcode. An unlock still needs the passcode, because it is a part of the key.',
    notHere:
      'This computer has no question that Keyturn can use. Keyturn supports Touch ID on macOS, and polkit on Linux with the policy from the .deb and .rpm packages.',
    switchOff: 'Switch it off',
    takesPasscode: 'Enter your passcode to switch off the question of the system.',
  },
  passphraseSetting: {
    opensTokens: 'The passphrase opens your tokens on this computer, because there is no keyring.',
    change: 'Change the passphrase',
    changePassphrase: 'Change passphrase',
    present: 'Current passphrase',
    typePresent: 'Type the current passphrase.',
    forgotten: 'The recovery key opened your tokens, so Keyturn does not ask for the current passphrase.',
    oldOpensNothing:
      'The current passphrase no longer opens your tokens afterwards. A new daily backup replaces the earlier ones.',
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
    whatProxyDoes: 'The proxy for calls to Okta. System includes HTTPS_PROXY and NO_PROXY.',
    proxyAddress: 'Proxy address',
    proxyExample: 'http://proxy.acme.com:8080',
    saveProxy: 'Save proxy',
    whatCaFileDoes:
      "Keyturn trusts the certificates of this file besides the system's, for example of a proxy that inspects TLS.",
    chooseAFile: 'Choose a file',
    fromCommandLine: ' Set on the command line for this run.',
    trustThese: 'Trust these',
  },
  noticeCard: {
    notices: 'Notices',
    whatNotificationsAre:
      "Keyturn sends each notice once as a system notification, without a token's name or value. The inbox has all notices.",
    whatQuietHoursDo:
      'Keyturn sends no system notification between these times. It sends them together afterwards.',
    quietFrom: 'Quiet from',
    quietUntil: 'Quiet until',
    whatTrayShows:
      'The tray shows the health of your tokens, the three that need you first, and Test all. While Keyturn is locked, it names no token.',
    noTrayInDemo: 'The demo has no icon in the tray. Keyturn itself has one.',
    noLoginInDemo: 'The demo never starts at login. Keyturn itself can.',
    whyAtLogin: 'Keyturn starts when you log in, so that it can warn you.',
  },
  policyCard: {
    title: 'Set by your organisation',
    from: (place: string) =>
      `Your administrator keeps these rules in ${place}. Keyturn reads them at each unlock.`,
    nothing: "Your organisation's policy has no rule.",
    unreadable: (problem: string) =>
      `${problem} Until your administrator corrects it, Keyturn calls no org, copies no value and lets no program use a token.`,
    orgs: (hosts: readonly string[]) =>
      hosts.length === 0 ? 'Keyturn calls no org.' : `Keyturn calls only these orgs: ${series(hosts)}.`,
    lockAfter: (minutes: number) =>
      `Keyturn locks after ${plural(minutes, 'minute', 'minutes')} without use at the latest.`,
    lockOnSuspend: 'Keyturn locks when the computer goes to sleep.',
    lockOnScreenLock: 'Keyturn locks with the screen.',
    noCopy: 'Keyturn does not copy values.',
    noPrograms: 'Programs cannot use tokens.',
    noDemo: 'The demo does not start.',
    noUpdates: 'Keyturn does not check for updates.',
  },
  programsCard: {
    programs: 'Programs',
    whatPortIs:
      'Programs find Keyturn at 127.0.0.1 and this port, from 1024 to 65535. Keyturn listens only while programs may call Okta with a token. The Programs tab of a token turns this on.',
  },
  safetyCard: {
    safety: 'Safety',
    whatLockDoes: 'Keyturn locks after this time without use. Locking removes the key from memory.',
    whenSuspended: 'Keyturn locks when the computer goes to sleep.',
    whatScreenshotsDo:
      'Keyturn asks the system to leave this window out of screenshots and screen sharing. Not supported on Linux.',
    backup: 'Backup',
    whatBackupIs:
      'A backup opens with its own passphrase on any computer. Keyturn opens it once to prove this.',
    saveABackup: 'Save a backup',
    whatRecoveryKeyDoes:
      'The recovery key opens the vault if the keyring has lost its key. A new recovery key replaces the old one.',
    makeNewKey: 'Make a new recovery key',
  },
  settingsPage: {
    appearance: 'Appearance',
    whatThemeDoes: 'Follows the system unless you choose.',
    whatMinimisedDoes: 'Keyturn starts with its window minimised.',
  },
  updatesCard: {
    updates: 'Updates',
    whatLookingDoes:
      'Once a day Keyturn asks its update host for a newer version, and downloads it. Nothing restarts by itself.',
    newerVersion: 'Newer version',
    lookNow: 'Check now',
    ready: (version: string) => `Keyturn ${version} is ready.`,
    looking: 'Checking for a newer version.',
    failed: 'The update host did not answer, or its answer was wrong. Keyturn asks again tomorrow.',
    notYet: 'Keyturn has not checked since it started.',
    newest: (when: string) => `Keyturn had the newest version ${when}.`,
    off: {
      policy: 'Your organisation does not let Keyturn check for updates.',
      setting: 'Keyturn does not check for updates.',
      development: 'This Keyturn was started from its source. It does not update itself.',
      package: 'The package manager of this system brings new versions.',
      portable: 'A portable program does not update itself.',
      unsigned: 'Nobody signed this Keyturn, so it does not update itself.',
      demo: 'The demo does not update itself.',
    },
  },
  usageCard: {
    usage: 'Usage',
    whatReadingDoes:
      "Keyturn reads each org's System Log once a minute while it is open. Each reading uses a token, so that token does not expire.",
  },
};
