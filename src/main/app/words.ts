/** The sentences of the record and of notices that concern several features, nested by the file that uses them. */
export const words = {
  compose: {
    locked: 'Locked.',
  },
  house: {
    notRecorded: 'This was done, but Keyturn could not write it into the record of activity.',
  },
  needs: {
    commandWaits: 'A command waits for you to unlock Keyturn.',
    imported: 'It was imported from another computer.',
  },
  witnesses: {
    app: (label: string) => `the app "${label}"`,
    token: (label: string) => `the token "${label}"`,
  },
  tokenNeeds: {
    removed: 'It was removed from Keyturn. It still works in Okta.',
    broughtBack: 'Its removal was undone.',
  },
};
