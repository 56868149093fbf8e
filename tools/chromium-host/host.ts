import { EventEmitter } from 'node:events';
import type { TouchIdAnswer } from '../../tests/support/control.ts';
import type { Cdp } from './cdp.ts';
import type { SessionProxy } from './session-proxy.ts';

export interface HostFlags {
  readonly headless: boolean;
  readonly userDataDir: string | null;
  readonly debugPort: number | null;
  readonly chromium: string | null;
  /** What shell.openExternal does: the desktop's browser, a window of this Chromium, or a note only. */
  readonly openExternal: 'spawn' | 'window' | 'record';
  readonly pins: string | null;
  readonly appPath: string;
  readonly appArgs: readonly string[];
  readonly appName: string;
  readonly appVersion: string;
  /** What starts an app on this host, with the same flags: a program and its first arguments. */
  readonly command: readonly [program: string, args: readonly string[]];
}

/** What the emulated modules share. There is one per process, as there is one Electron. */
export interface Host {
  readonly flags: HostFlags;
  /** Null before `ready`. */
  cdp: Cdp | null;
  ready: boolean;
  /** Null before `ready`, and with `--open-external=window`. */
  proxy: SessionProxy | null;
  /** Switches main added with app.commandLine, for Chromium. */
  readonly switches: Map<string, string>;
  /** For the control channel: what happened that only a desktop would show. */
  readonly seen: {
    readonly opened: string[];
    readonly notifications: unknown[];
    readonly messageBoxes: { message: string; detail: string; buttons: string[]; defaultId: number }[];
    readonly ipc: { direction: 'in' | 'out'; channel: string; text: string }[];
  };
  /** Answers a test has ready for dialogs, oldest first. */
  readonly dialogAnswers: unknown[];
  /** How Touch ID answers from now on, and the reasons that it showed. */
  readonly touchId: { answers: TouchIdAnswer; readonly asked: string[] };
  readonly events: EventEmitter;
  /** Whether IPC is written down for the control channel. */
  recordIpc: boolean;
}

export const createHost = (flags: HostFlags): Host => ({
  flags,
  cdp: null,
  ready: false,
  proxy: null,
  switches: new Map(),
  seen: { opened: [], notifications: [], messageBoxes: [], ipc: [] },
  dialogAnswers: [],
  touchId: { answers: 'cancelled', asked: [] },
  events: new EventEmitter(),
  recordIpc: false,
});

/** The browser, for what needs it. Throws before `ready`. */
export function browserOf(host: Host): Cdp {
  if (host.cdp === null) throw new Error('Electron is not ready yet.');
  return host.cdp;
}
