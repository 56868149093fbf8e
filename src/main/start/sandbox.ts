/** How the app stands to Chromium's sandbox when it starts. */
export type SandboxStart = 'enable' | 'leave' | 'refuse';

/** The app ends with this when it must not run as it was started (sysexits.h, EX_NOPERM). */
export const refusedExit = 77;

export const rootSentence =
  'keyturn: it must not run as root, since Chromium has no sandbox there; start it as yourself';

/**
 * Returns what to do. `app.enableSandbox()` takes `--no-sandbox` out of the command line again (Electron, shell/browser/api/electron_api_app.cc),
 * and as root Chromium's network service does not start without that switch, so it is called only where the switch is not there; the window's own
 * `sandbox: true` stays either way. A packaged app runs no window as root at all: whoever takes over its page would be root.
 */
export function sandboxStart(from: {
  readonly noSandbox: boolean;
  readonly isPackaged: boolean;
  /** Undefined on Windows. */
  readonly uid: number | undefined;
}): SandboxStart {
  if (from.isPackaged && from.uid === 0) return 'refuse';
  return from.noSandbox ? 'leave' : 'enable';
}
