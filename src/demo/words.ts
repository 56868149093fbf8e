/** The sentences of the demo, nested by the file that uses them. */
export const words = {
  demo: {
    onlyOwnOrgs: (host: string) => `The demo calls its own orgs only, so it does not call ${host}.`,
    onlyOwnPages: 'The demo opens the pages for API tokens and for apps, of its own orgs only.',
    startWithout: 'Quit the demo, and open the page in Keyturn itself.',
  },
  folder: {
    inTheWay: (folder: string) =>
      `${folder} holds other things than a demo. Move it away, or name another folder with --user-data.`,
    notWritten: (folder: string, code: string) => `The demo cannot write into ${folder} (${code}).`,
  },
  keyring: {
    // A page says "encrypted with Demo keyring".
    label: 'Demo keyring',
  },
};
