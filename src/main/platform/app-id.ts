/** The app's id on Windows and macOS; the installers make their shortcuts by the same (electron-builder.yml, appId). */
export const appId = 'app.keyturn.desktop';
