import { app, type Session, session } from 'electron';

/** The window's partition. Without `persist:` its storage, cookies and caches are in memory only, and end with the app. */
export const windowPartition = 'keyturn';

/**
 * The permissions that the app's pages may have. The app denies all others. The list is empty on purpose: main reads and writes the
 * clipboard, shows notifications and opens files. Electron grants every permission when no handler is set (docs/tutorial/security.md, item
 * 5).
 */
const granted: ReadonlySet<string> = new Set();

/** Returns the window's session. Nothing that script writes into it reaches the disk. Call it after `ready`. */
export const windowSession = (): Session => session.fromPartition(windowPartition);

/** Denies what the app's window never needs: permissions, devices, downloads. */
export function hardenSession(target: Session): void {
  target.setPermissionRequestHandler((_contents, permission, callback) => callback(granted.has(permission)));
  target.setPermissionCheckHandler((_contents, permission) => granted.has(permission));
  target.setDevicePermissionHandler(() => false);
  target.on('will-download', (event) => event.preventDefault());
}

/** Keeps all web contents from navigation, new windows and webviews (Electron security checklist, 12 to 14). */
export function hardenContents(allowedOrigin: string): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => {
      // A reload of the app's own page is a navigation too. The lock reloads the page.
      if (
        !event.isMainFrame ||
        new URL(event.url).origin !== new URL(allowedOrigin).origin ||
        !sameHost(event.url, allowedOrigin)
      ) {
        event.preventDefault();
      }
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    // A page that asks to stay would stay over a lock, which loads the page again, and keep the app from ending.
    contents.on('will-prevent-unload', (event) => event.preventDefault());
    // A page that moves its window could put it below the next click on a dialog of the system.
    contents.on('content-bounds-updated', (event) => event.preventDefault());
  });
}

// The origin of a non-special scheme reads "null" in WHATWG URL, so scheme and host are compared as well.
function sameHost(url: string, origin: string): boolean {
  const a = new URL(url);
  const b = new URL(origin);
  return a.protocol === b.protocol && a.host === b.host;
}
