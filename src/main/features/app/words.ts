/** The sentences of the app's own methods, nested by the file that uses them. */
export const words = {
  licences: {
    notHere: 'The list of licences is not in this build.',
    installAgain: 'Install Keyturn again.',
  },
};
