/** The app's id on Windows and macOS. The installers give their shortcuts the same id (tools/packaging/configuration.ts). */
export const appId = 'app.keyturn.desktop';
