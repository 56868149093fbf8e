/** The interfaces that features get in place of the real world, so that tests run the real code and control the clock. */

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Resolves after `ms`; rejects with the signal's reason when aborted first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Calls `run` once after `ms`. Returns a function that cancels it. */
  after(ms: number, run: () => void): () => void;
}

/** The system clipboard, of the main process only. */
export interface Clipboard {
  readText(): Promise<string>;
  /** Writes a text, and asks the system to keep it out of clipboard history where possible. */
  writeText(text: string): Promise<void>;
  clear(): Promise<void>;
}

/**
 * The operating system's encryption (Electron safeStorage, async calls only). `unwrap` throws KeyringUnavailable when a later try may help,
 * and KeyringRefused when it cannot.
 */
export interface Keyring {
  /**
   * Returns true only when a real keyring protects what is wrapped. On Linux the first bytes of a probe decide, whatever the backend is
   * called.
   */
  isReal(): Promise<boolean>;
  /** Returns why the last `isReal` was false although a keyring exists, as a sentence; empty when there is none or it is real. */
  doubt?(): string;
  wrap(bytes: Buffer): Promise<Buffer>;
  unwrap(wrapped: Buffer): Promise<{ bytes: Buffer; rewrap: boolean }>;
  /** Returns the id of the present keyring, such as "gnome-keyring". The vault keeps it. */
  id(): string;
  /** Returns the name of a keyring in the chosen language, such as "GNOME Keyring" or "Keychain". An unknown id is a system keyring. */
  label(id: string): string;
}

/** The keyring does not answer now: it is locked or not running. The same call may succeed later. */
export class KeyringUnavailable extends Error {
  override readonly name = 'KeyringUnavailable';
}

/** The keyring answered, and does not decrypt this: its key is gone or is another one. */
export class KeyringRefused extends Error {
  override readonly name = 'KeyringRefused';
}

/** How the operating system can ask a person: Touch ID on macOS, or polkit on Linux, which usually asks for the account's password. */
export type SystemProofWay = 'touch-id' | 'polkit';

/**
 * The result of the system's question. `refused`: the person did not prove it; Touch ID also reports a cancelled question like this.
 * `no-agent`: nothing on this desktop can show the question. `unavailable`: the system cannot ask now, or would say yes without asking.
 */
export type SystemAnswer = 'given' | 'cancelled' | 'refused' | 'timed-out' | 'no-agent' | 'unavailable';

/** The system's own proof of who sits at the computer. Neither method throws. */
export interface SystemProof {
  /** Returns the way this system can ask now; null when it has none. */
  available(): Promise<SystemProofWay | null>;
  /** Asks the person. `reason` completes "Keyturn wants to"; polkit shows the sentence of its policy instead. */
  ask(reason: string): Promise<SystemAnswer>;
}

/** What an organisation's policy says, before its form is checked. */
export interface PolicySource {
  /** Where the policy stands, as administrators name it. */
  readonly from: string;
  readonly entries: unknown;
  /** Why the entries cannot be read, or null. */
  readonly trouble: string | null;
}

/** Opens an https address in the person's browser. Main builds the address; it never comes from the window. */
export interface Opener {
  openUrl(url: URL): Promise<void>;
  showFolder(path: string): void;
}

/** System dialogs. They return null when the person cancels. */
export interface Dialogs {
  /** Asks for a folder. */
  openFolder(title: string): Promise<string | null>;
  /** Asks for a file. The dialog shows those with these endings first, and all files on demand; without endings it shows all. */
  openFile(title: string, extensions: readonly string[]): Promise<string | null>;
  saveFile(title: string, suggestedName: string): Promise<string | null>;
  /** Asks yes or no; the safe answer is the default. */
  confirm(question: string, detail: string, yes: string): Promise<boolean>;
}

/** Brings newer versions of the program. */
export interface Updater {
  /** Looks for a newer version, downloads it and checks it. Returns the version that is ready, or null. Throws when the host does not answer. */
  look(): Promise<string | null>;
  /** Ends the app, puts the version that is ready in its place, and starts it. */
  install(): Promise<void>;
}

/** A log of facts for support; everything is redacted before it is written. */
export interface Log {
  note(event: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void;
}
