import type { words as english } from '../../../demo/words.ts';

/** Holds the German text of the demo. */
export const words: typeof english = {
  demo: {
    onlyOwnOrgs: (host: string) =>
      `Die Demo ruft nur ihre eigenen Orgs auf. Deshalb ruft sie ${host} nicht auf.`,
    onlyOwnPages: 'Die Demo hat nur die Seiten der API-Tokens und der Apps ihrer eigenen Orgs.',
    startWithout: 'Beenden Sie die Demo, und öffnen Sie die Seite in Keyturn selbst.',
  },
  folder: {
    inTheWay: (folder: string) =>
      `${folder} enthält etwas anderes als eine Demo. Verschieben Sie den Ordner, oder nennen Sie mit --user-data einen anderen.`,
    notWritten: (folder: string, code: string) => `Die Demo kann nicht in ${folder} schreiben (${code}).`,
  },
  keyring: {
    label: 'Demo-Schlüsselbund',
  },
};
