/** A message box as a person would have seen it. */
export interface ShownBox {
  readonly message: string;
  readonly detail: string;
  readonly buttons: string[];
  readonly defaultId: number;
}

export interface ShownWindow {
  readonly title: string;
  readonly visible: boolean;
  readonly minimized: boolean;
  readonly focused: boolean;
  readonly contentProtected: boolean;
  readonly url: string;
}

/** One message between the page and main; `text` holds all that it carried. */
export interface Message {
  readonly direction: 'in' | 'out';
  readonly channel: string;
  readonly text: string;
}

/**
 * What only a desktop would show of a running app, and what only its person could do. The Chromium host answers it by its own channel
 * (tools/chromium-host/control.ts), Electron by what electron-hook.ts puts into its main process; specs know this alone.
 */
export interface Commands {
  /** Clicks an item of the application menu by its labels from the top; false when there is none. */
  clickMenu(...path: string[]): boolean;
  /** The icons in the tray: their tool tips, and the files their images were made from. */
  trays(): { toolTip: string; image: string }[];
  /** Clicks the item of the tray's menu whose label begins so; false when there is none. */
  clickTray(label: string): boolean;
  notifications(): { title: string; body: string }[];
  /** Clicks the newest notification; false when there is none. */
  clickNotification(): boolean;
  /** What shell was asked to open. */
  opened(): string[];
  /** The answer of the next dialog, in Electron's own form; a dialog without one is cancelled. */
  answerDialog(answer: object): void;
  /** How Touch ID answers from now on; at the start as cancelled. `absent`: its sensor cannot be used. Needs `touchId` at the launch. */
  touchIdAnswers(answer: TouchIdAnswer): void;
  /** The reasons that Touch ID showed since the start. */
  touchIdAsked(): string[];
  /** What the message boxes showed that came since the start. */
  messageBoxes(): ShownBox[];
  /** An event of powerMonitor: "suspend", "resume"; "lock-screen" and "unlock-screen", but not on Linux, as in Electron. */
  power(event: string): void;
  readClipboard(): Promise<string>;
  writeClipboard(text: string): Promise<void>;
  /** Raw formats on the clipboard that a page cannot make, by the system's own names. */
  clipboardFormats(): Record<string, string> | Promise<Record<string, string>>;
  /** Whether the system is dark, as long as the app follows it. */
  systemTheme(dark: boolean): void;
  /** Every message between page and main since the recording began; the first call begins it. */
  ipc(): Message[];
  /** Ends the recording and gives its messages; main holds none of them any more. */
  takeIpc(): Message[];
  windows(): ShownWindow[];
  closeWindow(): void;
  /** Moves the main process's clock by so many milliseconds; what was to happen by then happens. */
  moveClock(ms: number): void;
}

/** `Commands` from another process. A command rejects when the app has gone. */
export type Control = {
  readonly [K in keyof Commands]: (
    ...args: Parameters<Commands[K]>
  ) => Promise<Awaited<ReturnType<Commands[K]>>>;
};

/** What the person does at Touch ID, or that it is not there. */
export type TouchIdAnswer = 'given' | 'cancelled' | 'absent';

/** How safeStorage is to misbehave: temporarily unavailable, the key has gone, or no keyring at all. */
export type KeyringTrouble = 'flaky' | 'lost' | 'none';
