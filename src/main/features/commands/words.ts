import { number } from '../../../shared/plural.ts';
/** The app's messages to the `keyturn` command, nested by the file that uses them. */
export const words = {
  desk: {
    locked: 'Keyturn is locked. Unlock it to continue.',
    stayedLocked: 'It is locked, and nobody unlocked it in two minutes.',
    several: (count: number, name: string, ids: string) =>
      `${number(count)} tokens or apps have the name ${name}. Write the ID of one: ${ids}.`,
    noToken: (name: string) => `No token or app has the name ${name}. keyturn ls lists the names.`,
    noApp: (name: string) => `No OAuth app has the name ${name}. keyturn ls lists the names and kinds.`,
    shared: (count: number, name: string) =>
      `${number(count)} tokens or apps have the name ${name}, so Keyturn cannot tell which one you mean. Let programs use the one you mean, on its Programs tab. It then keeps the name.`,
    isApp: (label: string) =>
      `${label} is an OAuth app. Change its key on its page in the window of Keyturn.`,
    changedMeanwhile: 'The app was changed while Keyturn tested it. Test it again.',
  },
  appChoice: {
    replaces: (app: string, token: string) => `using the OAuth app ${app}, which replaces ${token}.`,
    covers: (app: string, token: string) =>
      `using the OAuth app ${app}. Its last test covered the job of ${token}.`,
    samePurpose: (app: string, token: string) =>
      `using the OAuth app ${app}, which has the purpose of ${token}. Keyturn does not know which scopes the job of ${token} needs.`,
    offer: (token: string, app: string) =>
      `the OAuth app ${app} can do the job of ${token} with access tokens that expire within the hour. To use it, add --app.`,
    offerSeveral: (token: string, apps: string) =>
      `these OAuth apps can do the job of ${token} with access tokens that expire within the hour: ${apps}. To use one, name it in place of ${token}.`,
    several: (token: string, apps: string) =>
      `Several OAuth apps can do the job of ${token}: ${apps}. Name one of them in place of ${token}.`,
    proofs: (app: string) =>
      `The last test of ${app} says that Okta demands a proof of possession (DPoP) with every call, so a program cannot use an access token alone. Run the program without --value. Keyturn then makes the calls and the proofs. If the app no longer demands proofs, test it again.`,
    noApps: (host: string, token: string) =>
      `No OAuth app can do the job of ${token}, because Keyturn keeps none of ${host}. Add one in the window of Keyturn, and test it.`,
    none: (token: string) => `No OAuth app can do the job of ${token} now.`,
    noneCovers: (token: string, needs: string) =>
      `No OAuth app has shown in its last test that it can do the job of ${token}, which needs: ${needs}. Add an app for this job in the window of Keyturn, or test one again.`,
    jobNotKnown: (token: string) =>
      `Keyturn does not know the job of ${token}, and no OAuth app has its purpose. X-ray the token and choose what it is for on its Access tab, or name an app in place of ${token}.`,
    need: (label: string, access: 'read' | 'manage') => (access === 'read' ? label : `${label} (change)`),
    unreadable: (app: string) =>
      `The key of ${app} cannot be decrypted. Replace the key at once, on its page.`,
    notSetUp: (app: string) => `${app} has no Client ID yet. Finish it on its page.`,
    notTested: (app: string) => `${app} was not tested yet. Test it: keyturn test ${app}`,
    failed: (app: string, outcome: string) =>
      `The last test of ${app} ended with "${outcome}". Test it again: keyturn test ${app}`,
    lacks: (app: string, needs: string) =>
      `The last test of ${app} did not show what the job needs: ${needs}. Give the app this job on its page, and test it.`,
  },
  serve: {
    notKnown: 'This keyturn asks for something that the running Keyturn does not know.',
    wentWrong: 'An error occurred inside Keyturn. Its log has the details.',
  },
};
