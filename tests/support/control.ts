/** A message box as a person would see it. */
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

/** One message between the page and main; `text` is its whole content. */
export interface Message {
  readonly direction: 'in' | 'out';
  readonly channel: string;
  readonly text: string;
}

/**
 * Shows and does what only a desktop and its person could with a running app. The Chromium host answers over its own channel
 * (tools/chromium-host/control.ts), and Electron through electron-hook.ts in its main process. Specs use only this interface.
 */
export interface Commands {
  /** Clicks an item of the application menu by its labels from the top. Returns false when there is none. */
  clickMenu(...path: string[]): boolean;
  /** Returns the icons in the tray: their tool tips, and the files of their images. */
  trays(): { toolTip: string; image: string }[];
  /** Clicks the item of the tray's menu whose label starts with this text. Returns false when there is none. */
  clickTray(label: string): boolean;
  notifications(): { title: string; body: string }[];
  /** Clicks the newest notification. Returns false when there is none. */
  clickNotification(): boolean;
  /** Returns everything that shell was asked to open. */
  opened(): string[];
  /** Sets the answer of the next dialog, in Electron's own form. A dialog without an answer is cancelled. */
  answerDialog(answer: object): void;
  /**
   * Sets Touch ID's answer from now on; the initial answer is cancelled. `absent`: the sensor is unavailable. Needs `touchId` at launch.
   */
  touchIdAnswers(answer: TouchIdAnswer): void;
  /** Returns the reasons that Touch ID showed since the start. */
  touchIdAsked(): string[];
  /** Returns the message boxes since the start. */
  messageBoxes(): ShownBox[];
  /** Sends an event of powerMonitor: "suspend", "resume"; also "lock-screen" and "unlock-screen", except on Linux, as in Electron. */
  power(event: string): void;
  readClipboard(): Promise<string>;
  writeClipboard(text: string): Promise<void>;
  /** Returns raw clipboard formats that a page cannot make, by the system's own names. */
  clipboardFormats(): Record<string, string> | Promise<Record<string, string>>;
  /** Sets whether the system is dark, while the app follows the system. */
  systemTheme(dark: boolean): void;
  /** Returns every message between page and main since the recording began. The first call starts it. */
  ipc(): Message[];
  /** Ends the recording and returns its messages. Main drops them. */
  takeIpc(): Message[];
  windows(): ShownWindow[];
  closeWindow(): void;
  /** Sends an event to the page, as main does. It stands for one that needs a package, such as an update that is ready. */
  tellPage(channel: string, payload: unknown): void;
  /** Moves the main process's clock by so many milliseconds. Timers due by then fire. */
  moveClock(ms: number): void;
}

/** `Commands` from another process. A command rejects when the app is gone. */
export type Control = {
  readonly [K in keyof Commands]: (
    ...args: Parameters<Commands[K]>
  ) => Promise<Awaited<ReturnType<Commands[K]>>>;
};

/** The person's reaction to Touch ID, or no sensor. */
export type TouchIdAnswer = 'given' | 'cancelled' | 'absent';

/** The faults of safeStorage: temporarily unavailable, the key is gone, or no keyring at all. */
export type KeyringTrouble = 'flaky' | 'lost' | 'none';
