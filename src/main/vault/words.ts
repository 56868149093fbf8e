import { formFor, plural } from '../../shared/plural.ts';

const systemKeyring = 'the system keyring';
const chooseFile = 'Choose another file.';
const notAFile = 'This is not a file that Keyturn can read. It may be a folder, a device or a pipe.';
const empty = 'This file is empty. A cloud service may not have downloaded it yet.';
const download = 'Download the file, then choose it again.';
const choosePlace = 'Choose another place.';
const installNewer = 'Install the newer version first.';
const newerBackup = 'This backup was written by a newer version of Keyturn.';
const tryAgain = 'Try again.';
const nothingChanged = 'Nothing was changed.';
const startKeyring = 'Unlock or start the keyring, then try again.';

/** The sentences of the vault, nested by the file that uses them. */
export const words = {
  ageFile: {
    notAge: 'This is not an age file.',
    chooseAge: 'Choose a file that Keyturn or age has encrypted.',
    noPassphrase: 'This age file is not encrypted with a passphrase, or its beginning was changed.',
    encryptAgain: 'Encrypt it again with a passphrase (age --passphrase), or choose another file.',
    empty,
    download,
    isBackup: 'This file is a database, such as a backup of Keyturn, and not an age file.',
    restoreIt: 'Restore a backup with "Restore a backup", or choose an age file.',
    notAFile,
    unreadable: 'This file cannot be read.',
    chooseFile,
    wrongPassphrase: 'That is not the passphrase of this file.',
    tryAgain: `${tryAgain} ${nothingChanged}`,
    tooMuchWork: 'This file needs more work to open than Keyturn does.',
    lessWork: 'Encrypt it again with a work factor of at most 20.',
    changed: 'This file was cut short or changed, so nothing was taken from it.',
    copyAgain: 'Copy it again, or choose another file.',
  },
  otherFile: {
    packed: {
      sentence: 'This file is packed, such as a .zip or .gz file.',
      remedy: 'Unpack it, then choose the file in it.',
    },
    page: {
      sentence: 'This file is a web page, such as a sign-in page that was saved in place of the file.',
      remedy: 'Sign in there and download the file again.',
    },
    passwords: {
      sentence:
        'This file is from a password manager, such as KeePass or Bitwarden. Keyturn does not read it.',
      remedy: 'Choose a file that Keyturn saved. Add a token from the password manager with "Add token".',
    },
    beside: {
      sentence: 'macOS made this file beside the real one, and its name begins with "._".',
      remedy: 'Choose the file without "._" in its name.',
    },
    encoded: {
      sentence: 'This file is the text form (base64) that a mail has for an attachment.',
      remedy: 'Save the attachment again from the mail program, then choose it.',
    },
    blank: {
      sentence:
        'This file has only zeros. A copy or a download did not finish, or the disk lost its content.',
      remedy: 'Copy or download it again.',
    },
  },
  backup: {
    diskFull: 'The backup was not saved, because that disk is full.',
    freeSpace: 'Free some space or choose another place.',
    mayNotWrite: 'The backup was not saved, because Keyturn may not write there.',
    notWritten: 'The backup was not saved, because it could not be written there.',
    choosePlace,
    notProved: 'The backup was not saved. What was written could not be opened again, so it was removed.',
    tryOrChoosePlace: 'Try again or choose another place.',
    notAFile,
    empty,
    download,
    isAge: 'This is an age file, and not a backup. Age files have tokens from another computer.',
    importIt: 'Import it with "Import tokens" in Settings, or choose a backup.',
    unreadable: 'This file cannot be read.',
    chooseFile,
    changed: 'This backup was changed or damaged since it was saved, so nothing was restored.',
    chooseBackup: 'Choose another backup.',
    unsealed:
      'This backup was saved by an early Keyturn, which put no seal on it. Nothing shows whether it was changed since, so nothing was restored.',
    chooseOrLook: 'Choose another backup, or restore this one and look at its tokens.',
    isVault: 'This file is a vault and not a backup, so no passphrase opens it.',
    chooseBackupFile: 'Choose a backup file.',
    wrongPassphrase: 'That is not the passphrase of this backup.',
    tryAgain: `${tryAgain} ${nothingChanged}`,
    newerVersion: newerBackup,
    installNewer,
    noBackup: 'This file is not a Keyturn backup, or it is damaged.',
  },
  dailyBackup: {
    noSuchDay: 'There is no backup of that day.',
    chooseOther: 'Choose another one.',
    notMade: {
      'disk-full': {
        sentence: "Today's backup was not made, because the disk is full.",
        remedy: 'Free some space, then back up again.',
      },
      'read-only': {
        sentence:
          'Today\'s backup was not made, because Keyturn may not write to the folder "backups" beside its vault.',
        remedy: 'Give your account write permission to it, then back up again.',
      },
      damaged: {
        sentence:
          "Today's backup was not made. What was written could not be opened again, so it was removed.",
        remedy: 'Save a backup in another place, then check the disk.',
      },
      other: {
        sentence: "Today's backup was not made, because the disk did not take it.",
        remedy: 'Check the folder "backups" beside the vault, then back up again.',
      },
    },
    newerVersion: newerBackup,
    installNewer,
    damaged: 'This backup is damaged or gone, so nothing was changed.',
    chooseDay: 'Choose the backup of another day.',
    noKey: 'No key on this computer opens this backup now, so nothing was changed.',
    unlockKeyring: 'Unlock the system keyring and try again, or choose the backup of another day.',
  },
  failedAttempts: {
    waitSeconds: (seconds: number) =>
      `There were too many wrong attempts, so Keyturn accepts none for ${plural(seconds, 'second', 'seconds')}.`,
    waitMinutes: (minutes: number) =>
      `There were too many wrong attempts, so Keyturn accepts none for ${plural(minutes, 'minute', 'minutes')}.`,
    wait: 'Wait, or use the recovery key.',
  },
  fileTrouble: {
    diskFull: 'The disk is full, so nothing was changed.',
    freeSpace: 'Free some space and try again.',
    mayNotWrite: 'Keyturn may not write to its folder, so nothing was changed.',
    givePermission: 'Give your account write permission to the folder, then try again.',
    damaged: 'The file with your tokens is damaged at the place that was needed.',
    saveWhatOpens: 'Save a backup of what still opens, then quit Keyturn and check the disk.',
    inUse: 'Another program is using the file with your tokens.',
    closeIt: 'Close it and try again.',
    movedAway:
      'The file with your tokens, or its log, was moved or deleted while Keyturn had it open, so nothing was changed.',
    putBack:
      'Save a backup in Settings before you quit, then put the file back where it was or restore the backup.',
  },
  keptIn: {
    passphrase: 'Passphrase',
    withPassphrase: 'encrypted with your passphrase on this computer',
    session: 'This session only',
    inMemory: 'in memory only, until Keyturn quits',
    withKeyring: (keyring: string) => `encrypted with ${keyring} on this computer`,
  },
  keyRenewal: {
    openedAgain: 'The vault was opened again meanwhile.',
    onlySession: 'Tokens kept for this session only have no key on a disk.',
    choosePasscode: 'The recovery key opened the vault. Choose a new passcode or passphrase first.',
    keyringSilent: 'The system keyring did not answer, so no new data key was made.',
    startKeyring,
    cancelled: 'No new data key was made.',
  },
  passcodeLock: {
    noKeyring: 'A passcode needs a keyring, and this vault has none.',
  },
  passcodeStrength: {
    tooShort: 'This PIN is too short. It needs at least 6 digits.',
    run: 'This PIN is easy to guess. Its digits are a run or all the same.',
    twoDigits: 'This PIN is easy to guess. It has only two different digits.',
    repeats: 'This PIN is easy to guess. It repeats itself.',
    date: 'This PIN is easy to guess. It may be a date.',
    chooseOther: 'Choose other digits, or a passphrase.',
  },
  passphraseLock: {
    noPassphrase: 'This vault has no passphrase.',
  },
  passphraseStrength: {
    easy: (why: string) => `This passphrase is easy to guess. ${why}`.trim(),
    useWords: 'Use four or five words that do not belong together.',
  },
  problems: {
    tokens: (count: number | null) => (count === null ? 'your tokens' : plural(count, 'token', 'tokens')),
    'keyring-locked': {
      sentence: (tokens: string) =>
        `The system keyring is locked or not running, so ${tokens} cannot be opened now.`,
      remedy: `${startKeyring} Your file is untouched.`,
    },
    'key-lost': {
      sentence: (tokens: string) =>
        `The key that opens your vault is not in the system keyring any more, so ${tokens} cannot be opened. The keyring was reset, or this profile came from another computer.`,
      remedy:
        'Open it with your recovery key, restore a backup, or start over beside it. The old file stays untouched.',
    },
    'key-wrong': {
      sentence: (tokens: string) =>
        `The keyring gave a key, but it belongs to another vault, so ${tokens} cannot be opened.`,
      remedy: `Put the right file back, open it with its recovery key, restore a backup, or start over beside it. ${nothingChanged}`,
    },
    'newer-version': {
      sentence: () => 'Your vault was written by a newer version of Keyturn, so this one leaves it alone.',
      remedy: 'Install the newer version. Your file is untouched.',
    },
    damaged: {
      sentence: () => 'The file with your tokens is damaged and does not open.',
      remedy: 'Restore a backup, or start over beside it. Keyturn keeps the damaged file.',
    },
    'read-only': {
      sentence: () => 'Keyturn may not write to its own folder, so it cannot keep anything safely.',
      remedy: `Give your account write permission to the folder, then try again. ${nothingChanged}`,
    },
    'disk-full': {
      sentence: () => 'The disk is full, so Keyturn cannot keep anything safely.',
      remedy: `Free some space, then try again. ${nothingChanged}`,
    },
    'not-a-vault': {
      sentence: () => 'The file where your vault should be is not a Keyturn vault.',
      remedy:
        'Put the right file back, restore a backup, or start over. The file is kept beside the new one.',
    },
    'in-use': {
      sentence: () => 'Another program, perhaps another Keyturn, is using the file with your tokens.',
      remedy: `Close it, then try again. ${nothingChanged}`,
    },
    ownFile: "This is Keyturn's own file, not a backup.",
    chooseFileOrName: 'Choose another file or name.',
    nothingChanged,
    wrongPassphrase: 'That is not the passphrase of this vault.',
    wrongPasscode: 'That is not the passcode of this vault.',
    tryAgain,
    checkRecoveryKey:
      'Check it letter by letter against what you wrote down. Upper and lower case, spaces and dashes do not matter.',
    keyringSilent: 'The system keyring did not answer, so the passcode could not be checked.',
    startKeyring,
  },
  recoveryKey: {
    noneMade: 'That is not the recovery key of this vault, because none was made for it.',
    ofAnother:
      'That is not the recovery key of this vault. It belongs to another vault, or a newer one replaced it.',
    strangeLetter: (letter: string) =>
      `That is not the recovery key of this vault. No recovery key has a "${letter}" in it.`,
    missing: (count: number) =>
      `That is not the recovery key of this vault. ${plural(count, 'character', 'characters')} ${formFor(count, 'is', 'are')} missing.`,
    tooMany: (count: number) =>
      `That is not the recovery key of this vault. ${plural(count, 'character', 'characters')} ${formFor(count, 'is', 'are')} too many.`,
    slip: 'That is not the recovery key of this vault. There is a slip in it.',
  },
  removals: {
    over: 'The time to bring it back is over.',
    addAgain: 'Add it again.',
    placeTaken: 'It was added again meanwhile, so Keyturn did not bring it back a second time.',
  },
  systemProof: {
    /** The ends of "Keyturn wants to", which macOS and polkit show. */
    reasons: {
      unlock: 'unlock your tokens',
      switchOn: 'ask for this at each unlock',
      switchOff: 'stop asking for this',
    },
    answers: {
      cancelled: {
        'touch-id': 'Touch ID was cancelled, so nothing was proved.',
        polkit: 'The question for your password was closed, so nothing was proved.',
      },
      refused: {
        'touch-id': 'Touch ID was cancelled or did not recognise you, so nothing was proved.',
        polkit: 'The system did not accept the password, so nothing was proved.',
      },
      'timed-out': {
        'touch-id': 'Nobody answered Touch ID within two minutes, so nothing was proved.',
        polkit: 'Nobody entered the password within two minutes, so nothing was proved.',
      },
      'no-agent': {
        'touch-id': 'The system cannot show its question, so nothing was proved.',
        polkit: 'No polkit agent runs on this desktop to ask for your password, so nothing was proved.',
      },
      unavailable: {
        'touch-id': 'Touch ID cannot be used now, and Keyturn does not continue without it.',
        polkit: 'The system cannot ask for your password now, and Keyturn does not continue without it.',
      },
    },
    tryOrPasscode: 'Try again, or enter your passcode.',
    tryOrLock: 'Try again. If the system cannot ask any more, lock Keyturn and use the recovery key.',
    tryOrRecoveryKey: 'Try again, or use the recovery key.',
    asksAlready: 'The system is already asking.',
    answerThat: 'Answer its question first.',
    noKeyring: 'The question of the system needs a keyring, and this vault has none.',
    cannotAsk: 'This system cannot ask who you are, so nothing was switched on.',
    isOff: 'The question of the system is switched off.',
    noWayOut: 'If the system could no longer ask, nothing would open your tokens.',
    makeWayOut: 'Make a recovery key or choose a passcode first.',
  },
  vaultBackups: {
    onlySession: 'Tokens kept for this session only have no backup.',
  },
  vaultState: {
    locked: 'Keyturn is locked.',
    unlock: 'Unlock it and try again.',
  },
  vault: {
    noRecoveryKey: 'Tokens kept for this session only have no recovery key.',
    sessionWouldBeLost: 'Restoring now would lose the tokens kept for this session only.',
    cannotReplace: 'A backup cannot replace this file now.',
    opens: 'The vault opens, so Keyturn leaves it alone.',
    mustStay: 'This file must stay where it is now.',
    systemKeyring,
  },
  wrappings: {
    damaged: 'The part of the file that goes with your passphrase is damaged, so no passphrase opens it.',
    useOther: 'Use your recovery key or a backup.',
    systemKeyring,
  },
};
