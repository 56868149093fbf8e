/** The app's id on Windows and macOS; the installers make their shortcuts by the same (tools/packaging/configuration.ts). */
export const appId = 'app.keyturn.desktop';
