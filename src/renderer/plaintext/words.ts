import { series } from '../../shared/listed.ts';
import { plural } from '../../shared/plural.ts';

/** Holds every word of this feature's pages, by the file that shows it. */
export const words = {
  plaintextPage: {
    about:
      "Keyturn searches for API tokens in okta.yaml, .env files, shell histories, netrc, Terraform's and Postman's files, the environment and the settings of VS Code. It shows the place of each token and never its value.",
    chooseFolder: 'Choose folder',
    alsoIn: (folder: string) => `Also below ${folder}`,
    withoutFolder: 'Leave the folder out',
    search: 'Search',
    searchAgain: 'Search again',
    stop: 'Stop',
    searching: (looked: number) => `Searching. ${plural(looked, 'file was', 'files were')} read.`,
    found: (count: number, looked: number) =>
      count === 0
        ? `No token was found in ${plural(looked, 'file', 'files')}.`
        : `${plural(count, 'place', 'places')} with a token in ${plural(looked, 'file', 'files')}.`,
    stopped: (count: number, looked: number) =>
      `Stopped after ${plural(looked, 'file', 'files')}: ${plural(count, 'place', 'places')} with a token.`,
    notSearched: 'Not searched yet',
    whatSearchDoes:
      'The search reads the known places below your home folder, and the folder that you choose. It changes nothing, sends nothing, and forgets what it found when you leave this page.',
    noneFound: 'No token in plain text',
    searchMore: 'To search more, choose the folder of your projects and search again.',
    places: 'Tokens in plain text',
  },
  findingsTable: {
    place: 'Place',
    whySo: 'Why',
    whatCanBeDone: 'What can be done',
    lines: (lines: readonly number[]) =>
      lines.length === 0
        ? 'Environment variable'
        : `${lines.length === 1 ? 'Line' : 'Lines'} ${series(lines.map(String))}`,
    notKept: 'Not kept here',
    fingerprint: (fingerprint: string) => `Fingerprint ${fingerprint}`,
    of: (host: string) => `Of ${host}`,
    takeIn: 'Take in',
    takeInFrom: (place: string) => `Take in the token of ${place}`,
    cleanUp: 'Clean up',
    cleanUpNamed: (place: string) => `Clean up ${place}`,
    open: 'Open',
    openNamed: (label: string) => `Open ${label}`,
    rotate: 'Rotate',
    rotateNamed: (label: string) => `Rotate ${label}`,
  },
};
