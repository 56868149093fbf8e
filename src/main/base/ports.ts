/** What features are given instead of the world, so that tests run the real code with a hand on the clock. */

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Resolves after `ms`; rejects with the signal's reason when aborted first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Calls `run` once after `ms`; the function given back cancels it. */
  after(ms: number, run: () => void): () => void;
}

/** The system clipboard, of the main process only. */
export interface Clipboard {
  readText(): Promise<string>;
  /** Asks the system to keep it out of clipboard history where it can. */
  writeText(text: string): Promise<void>;
  clear(): Promise<void>;
}

/**
 * The operating system's encryption (Electron safeStorage, async calls only).
 * `unwrap` throws KeyringUnavailable when asking again later may help, KeyringRefused when it cannot.
 */
export interface Keyring {
  /** True only when what it wraps is under a real keyring: on Linux by what a probe's first bytes tell, whatever the backend is called. */
  isReal(): Promise<boolean>;
  /** Why the last `isReal` said no although there is a keyring, as a sentence; empty where there is none or it is real. */
  doubt?(): string;
  wrap(bytes: Buffer): Promise<Buffer>;
  unwrap(wrapped: Buffer): Promise<{ bytes: Buffer; rewrap: boolean }>;
  /** "GNOME Keyring", "Keychain", "Windows data protection": as a person knows it. */
  label(): string;
}

export class KeyringUnavailable extends Error {
  override readonly name = 'KeyringUnavailable';
}

export class KeyringRefused extends Error {
  override readonly name = 'KeyringRefused';
}

/** What the operating system can ask a person by: Touch ID of macOS, or polkit of Linux, which asks for the account's password as a rule. */
export type SystemProofWay = 'touch-id' | 'polkit';

/**
 * How a question of the system ended. `refused`: the person did not prove it; Touch ID tells a cancelled one so, too. `no-agent`: nothing on
 * this desktop can show the question. `unavailable`: the system cannot ask now, or would say yes without asking.
 */
export type SystemAnswer = 'given' | 'cancelled' | 'refused' | 'timed-out' | 'no-agent' | 'unavailable';

/** The system's own proof of who sits at the computer. Neither method throws. */
export interface SystemProof {
  /** Returns the way that this system can ask by now; null where it has none. */
  available(): Promise<SystemProofWay | null>;
  /** Asks the person. `reason` completes "Keyturn wants to"; polkit shows the sentence of its policy in its place. */
  ask(reason: string): Promise<SystemAnswer>;
}

/** Opens an https address in the person's browser; the caller has built it, it never comes from the window. */
export interface Opener {
  openUrl(url: URL): Promise<void>;
  showFolder(path: string): void;
}

/** System dialogs; null when the person cancelled. */
export interface Dialogs {
  openFile(title: string, extensions: readonly string[]): Promise<string | null>;
  saveFile(title: string, suggestedName: string): Promise<string | null>;
  /** Asks yes or no; the safe answer is the default. */
  confirm(question: string, detail: string, yes: string): Promise<boolean>;
}

/** A log of facts for support; everything is redacted before it is written. */
export interface Log {
  note(event: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void;
}
