import { app } from 'electron';

/** The app's name for the system: of its folder and of its key in the keyring. It is the same in every language. */
const appName = 'Keyturn';

/** Gives Electron the app's name, which decides where the app's data is. Call it before anything asks for a path. */
export const nameApp = (): void => app.setName(appName);
