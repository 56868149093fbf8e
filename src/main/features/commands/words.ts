/** The app's messages to the `keyturn` command, nested by the file that uses them. */
export const words = {
  desk: {
    locked: 'Keyturn is locked. Unlock it to continue.',
    stayedLocked: 'It is locked, and nobody unlocked it in two minutes.',
    several: (count: number, name: string, ids: string) =>
      `${count} tokens or apps have the name ${name}. Write the id of one: ${ids}.`,
    noToken: (name: string) => `No token or app has the name ${name}. keyturn ls lists the names.`,
    isApp: (label: string) =>
      `${label} is an OAuth app. Change its key on its page in the window of Keyturn.`,
    changedMeanwhile: 'The app was changed while Keyturn tested it. Test it again.',
  },
  serve: {
    notKnown: 'This keyturn asks for something that the running Keyturn does not know.',
    wentWrong: 'An error occurred inside Keyturn. Its log has the details.',
  },
};
