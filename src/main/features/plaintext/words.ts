import { plural } from '../../../shared/plural.ts';

/** The sentences about tokens in plain text, nested by the file that uses them. */
export const words = {
  because: {
    kept: 'Keyturn keeps this very value.',
    ssws: 'It follows SSWS.',
    name: "It follows a token's name.",
    word: 'An Okta word is near it.',
    org: 'An org is in the same file.',
    alone: 'The file holds nothing else.',
  },
  cleanText: {
    notThisKind: 'Keyturn does not know its form',
    wouldBreak: 'its form would break. Take the token out by hand',
    comment: (name: string) => `${name} was taken out by Keyturn. Run the program by: keyturn exec`,
  },
  cleanNote: {
    env: 'The line becomes a comment. Run the program by keyturn exec instead.',
    history:
      'Keyturn removes the whole command. Close every open shell first: a shell writes its history again when it ends.',
    marker: 'The value is replaced by taken-out-by-Keyturn. The rest of the file stays as it is.',
    terraformState:
      'Keyturn does not edit a Terraform state: its serial and lineage belong to Terraform. Rotate the token, run terraform apply, and delete old states and their backups.',
    environment:
      'It is in the environment that Keyturn was started in. Take it out of the file that sets it, then sign in again.',
    other: 'Keyturn does not know the form of this file. Take the token out by hand.',
    reopen: 'An editor that has the file open may save the value again.',
  },
  desk: {
    gone: 'This place is not in the list any more.',
    searchAgain: 'Search again.',
    alreadyKept: (label: string) => `Keyturn keeps this token already, as ${label}.`,
    openIt: 'Open its page from the list.',
    notClean: (place: string, why: string) => `${place} was not changed: ${why}.`,
    changed: 'it was changed after the search. Search again',
    stillThere: 'the token is there in another form, too. Take it out by hand',
    askClean: (place: string) => `Take the token out of ${place}?`,
    clean: 'Take it out',
    keptAs: (note: string, label: string) => `${note} Keyturn keeps the token as ${label}.`,
    notKept: (note: string) =>
      `${note} Keyturn does not keep this token. Its value is lost after this, unless it is somewhere else.`,
    notCleaned: 'Nothing was changed.',
    cleaned: (place: string) => `The token was taken out of ${place}.`,
    copies: (names: string) => `Check these, too: ${names}.`,
    git: 'Earlier commits of Git may still hold it.',
    rotate: 'Rotate the token: it was in plain text.',
    noteCleaned: (place: string) => `It was taken out of ${place}.`,
    chooseFolder: 'Choose a folder to search',
  },
  leftOut: {
    files: (most: number) => `Keyturn stopped after ${most} files. Choose a smaller folder for the rest.`,
    time: (seconds: number) =>
      `Keyturn stopped after ${seconds} seconds. Choose a smaller folder for the rest.`,
    cancelled: 'You stopped it, so the rest was not read.',
    tooLarge: (count: number, megabytes: number) =>
      `${plural(count, 'file', 'files')} of more than ${megabytes} MB ${count === 1 ? 'was' : 'were'} not read.`,
    binary: (count: number) => `${plural(count, 'binary file', 'binary files')} left out.`,
    unreadable: (count: number) =>
      `${plural(count, 'file or folder', 'files or folders')} could not be read.`,
    links: (count: number) => `${plural(count, 'link was', 'links were')} not followed.`,
    folders: (count: number) => `${plural(count, 'folder', 'folders')} named .git or node_modules left out.`,
    more: (count: number) => `${plural(count, 'more place', 'more places')} not shown. Clean these up first.`,
  },
};
