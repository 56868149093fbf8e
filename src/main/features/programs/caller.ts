import { cut } from '../../../shared/clip.ts';
import type { Program } from '../../../shared/contract/programs.ts';
import { shownText } from '../../base/shown.ts';
import { words } from './words.ts';

/** The file that a process runs from. */
export interface ProgramFile {
  /** Its real path. */
  readonly path: string;
  /** The SHA-256 of its content, in hex. */
  readonly sha256: string;
}

/** What Keyturn knows of a program's file. */
export interface FileAnswer {
  /** Null when the file was not read. */
  readonly file: ProgramFile | null;
  /** Why the file does not tell what the program does, as a sentence. Empty when a person may allow it always. */
  readonly notAlways: string;
}

/** The program at the other end of a connection. */
export interface Caller {
  readonly program: Program;
  /**
   * The identity that a person's answer holds for: this process, or the same file started by the same parent. So Keyturn asks once about a
   * script that runs curl a hundred times. Another terminal is another caller, and so is the same path after an update of the file.
   */
  readonly key: string;
  /** Reads the program's file as it is now. Keyturn asks at each call, because a process can replace itself. Never rejects. */
  readonly file: () => Promise<FileAnswer>;
  /** False for a process of another account. Keyturn denies such a process without asking. */
  readonly ours: boolean;
}

/**
 * Finds the program at the other end of a connection on this computer, by the ports of both ends. Returns null when the program has gone or
 * is not known.
 */
export type FindCaller = (theirPort: number, ourPort: number) => Promise<Caller | null>;

/**
 * Returns the caller on a system that does not say which program calls. Each connection is then another caller with a question of its own.
 */
export const unnamed = (theirPort: number): Caller => ({
  program: {
    name: words.caller.unnamed,
    pid: null,
    path: '',
    command: '',
    folder: '',
    startedFrom: '',
    parents: [],
  },
  key: `connection ${theirPort}`,
  file: async () => ({ file: null, notAlways: words.programFile.notNamed }),
  ours: true,
});

/** Returns a command line for display. It leaves out values that look like a secret, because people type secrets there. */
export function commandText(argv: readonly string[]): string {
  const line = argv
    .slice(0, 200)
    .map((word) => cut(word, 2000))
    .map((word) => (/^[\w@%+=:,./~-]+$/.test(word) ? word : JSON.stringify(word)))
    .join(' ')
    .replace(/\b00[\w-]{38,44}\b/g, '…')
    .replace(/((?:SSWS|Bearer)\s+)\S+?(?=["'\s]|$)/gi, '$1…')
    .replace(/((?:token|secret|password|api[_-]?key)[=:]\s*)[^\s"']+/gi, '$1…');
  return shownText(line, 500);
}
