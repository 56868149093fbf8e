import { EventEmitter } from 'node:events';
import type { TouchIdAnswer } from '../../tests/support/control.ts';
import type { Cdp } from './cdp.ts';
import type { SessionProxy } from './session-proxy.ts';

export interface HostFlags {
  readonly headless: boolean;
  readonly userDataDir: string | null;
  readonly debugPort: number | null;
  readonly chromium: string | null;
  /** The effect of shell.openExternal: opens the desktop's browser or a window of this Chromium, or only records it. */
  readonly openExternal: 'spawn' | 'window' | 'record';
  readonly pins: string | null;
  readonly appPath: string;
  readonly appArgs: readonly string[];
  readonly appName: string;
  readonly appVersion: string;
  /** The command that starts an app on this host with the same flags: a program and its first arguments. */
  readonly command: readonly [program: string, args: readonly string[]];
}

/** The shared state of the emulated modules. There is one per process, as there is one Electron. */
export interface Host {
  readonly flags: HostFlags;
  /** Null before `ready`. */
  cdp: Cdp | null;
  ready: boolean;
  /** Null before `ready`, and with `--open-external=window`. */
  proxy: SessionProxy | null;
  /** The Chromium switches that main added with app.commandLine. */
  readonly switches: Map<string, string>;
  /** For the control channel: events that only a desktop would show. */
  readonly seen: {
    readonly opened: string[];
    readonly notifications: unknown[];
    readonly messageBoxes: { message: string; detail: string; buttons: string[]; defaultId: number }[];
    readonly ipc: { direction: 'in' | 'out'; channel: string; text: string }[];
  };
  /** A test's prepared answers for dialogs, oldest first. */
  readonly dialogAnswers: unknown[];
  /** Touch ID's answer from now on, and the reasons it showed. */
  readonly touchId: { answers: TouchIdAnswer; readonly asked: string[] };
  readonly events: EventEmitter;
  /** Whether IPC is recorded for the control channel. */
  recordIpc: boolean;
}

/** Returns the state of a host that has not started yet. */
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

/** Returns the browser. Throws before `ready`. */
export function browserOf(host: Host): Cdp {
  if (host.cdp === null) throw new Error('Electron is not ready yet.');
  return host.cdp;
}
