/** The sentences of the router, nested by the file that uses them. */
export const words = {
  channels: {
    notTrusted: 'This page may not ask Keyturn for anything.',
  },
  parts: {
    doesNotLoad: 'A part of Keyturn does not load, so it cannot do this. Nothing that was saved is lost.',
    installAgain: 'Install Keyturn again.',
  },
  router: {
    notUnderstood: 'Keyturn did not understand what was asked.',
    checkInput: 'Check what was entered.',
    unexpected: 'Something went wrong inside Keyturn. Nothing that was saved is lost.',
    reportIt:
      'Try once more. If it happens again, report it with the log from the folder that Settings shows.',
  },
};
