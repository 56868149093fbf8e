/** What the app does about Chromium's sandbox when it starts. */
export type SandboxStart = 'enable' | 'leave' | 'refuse';

/** The status with which the app ends when it must not run as it was started (sysexits.h, EX_NOPERM). */
export const refusedExit = 77;

/**
 * Returns what to do about the sandbox. `app.enableSandbox()` takes `--no-sandbox` out of the command line (Electron,
 * shell/browser/api/electron_api_app.cc), and as root Chromium's network service does not start without that switch. So the app calls it
 * only when the switch is missing. The window's own `sandbox: true` stays either way. A packaged app opens no window as root, because an
 * attacker who takes over its page would be root.
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
