/** The app's messages to the `keyturn` command, nested by the file that uses them. */
export const words = {
  desk: {
    locked: 'Keyturn is locked. Unlock it, and this goes on.',
    stayedLocked: 'It is locked, and nobody unlocked it in two minutes.',
    several: (count: number, name: string, ids: string) =>
      `${count} tokens are called ${name}. Write the id of one: ${ids}.`,
    noToken: (name: string) => `No token has the name ${name}. keyturn ls lists the names.`,
  },
  serve: {
    notKnown: 'This keyturn asks for something that the running Keyturn does not know.',
    wentWrong: 'An error occurred inside Keyturn. Its log has the details.',
  },
};
