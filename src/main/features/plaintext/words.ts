import { number, plural } from '../../../shared/plural.ts';

/** The sentences about tokens in plain text, nested by the file that uses them. */
export const words = {
  because: {
    kept: 'Keyturn keeps this value.',
    ssws: 'It follows SSWS.',
    name: "It follows a token's name.",
    word: 'An Okta word is near it.',
    secret: 'A word such as "token" is near it.',
    org: 'An org is in the same file.',
    alone: 'The file holds nothing else.',
  },
  cleanText: {
    notThisKind: 'Keyturn does not know its form',
    wouldBreak: 'its form would break. Remove the token by hand',
    comment: (name: string) => `Keyturn removed ${name}. Run the program with: keyturn exec`,
  },
  cleanNote: {
    env: 'The line becomes a comment. Run the program with keyturn exec instead.',
    history:
      'Keyturn removes the whole command. Close every open shell first: a shell writes its history again when it ends.',
    marker: 'Keyturn replaces the value with taken-out-by-Keyturn. The rest of the file does not change.',
    terraformState:
      'Keyturn does not edit a Terraform state: its serial and lineage belong to Terraform. Rotate the token, run terraform apply, and delete old states and their backups.',
    environment:
      'The token is in the environment of Keyturn. Remove it from the file that sets it, then sign in to this computer again.',
    other: 'Keyturn does not know the form of this file. Remove the token by hand.',
    reopen: 'An editor that has the file open may save the value again.',
  },
  desk: {
    gone: 'This place is no longer in the list.',
    searchAgain: 'Search again.',
    alreadyKept: (label: string) => `Keyturn keeps this token already, as ${label}.`,
    openIt: 'Open its page from the list.',
    notClean: (place: string, why: string) => `${place} was not changed: ${why}.`,
    changed: 'it was changed after the search. Search again',
    stillThere: 'the token is there in another form too. Remove it by hand',
    askClean: (place: string) => `Remove the token from ${place}?`,
    clean: 'Remove it',
    keptAs: (note: string, label: string) => `${note} Keyturn keeps the token as ${label}.`,
    notKept: (note: string) =>
      `${note} Keyturn does not keep this token. After this, its value is lost unless you have it elsewhere.`,
    notCleaned: 'Nothing was changed.',
    cleaned: (place: string) => `Keyturn removed the token from ${place}.`,
    copies: (names: string) => `Check these too: ${names}.`,
    git: 'Earlier commits of Git may still hold the token.',
    rotate: 'Rotate the token, because it was in plain text.',
    noteCleaned: (place: string) => `Keyturn removed it from ${place}.`,
    chooseFolder: 'Choose a folder to search',
  },
  leftOut: {
    files: (most: number) =>
      `Keyturn stopped after ${number(most)} files. Choose a smaller folder for the rest.`,
    time: (seconds: number) =>
      `Keyturn stopped after ${seconds} seconds. Choose a smaller folder for the rest.`,
    cancelled: 'You stopped the search, so Keyturn did not read the rest.',
    tooLarge: (count: number, megabytes: number) =>
      `${plural(count, 'file', 'files')} of more than ${megabytes} MB ${count === 1 ? 'was' : 'were'} not read.`,
    binary: (count: number) => `${plural(count, 'binary file', 'binary files')} skipped.`,
    unreadable: (count: number) =>
      `${plural(count, 'file or folder', 'files or folders')} could not be read.`,
    links: (count: number) => `${plural(count, 'link was', 'links were')} not followed.`,
    folders: (count: number) => `${plural(count, 'folder', 'folders')} named .git or node_modules skipped.`,
    more: (count: number) =>
      `${plural(count, 'more place', 'more places')} not shown. Clean up the shown places first.`,
  },
};
