import type { Program } from '../../../shared/contract/programs.ts';
import { shownText } from './shown.ts';
import { words } from './words.ts';

/** The program at the other end of a connection. */
export interface Caller {
  readonly program: Program;
  /**
   * The identity that a person's answer holds for: this process, or the same file started by the same parent. So Keyturn asks once about a
   * script that runs curl a hundred times. Another terminal is another caller, and so is the same path after an update of the file.
   */
  readonly key: string;
  /** False for a process of another account. Keyturn denies such a process without asking. */
  readonly ours: boolean;
}

/**
 * Finds the program at the other end of a connection on this computer, by the ports of both ends. Returns null when the program has gone or
 * is not known.
 */
export type FindCaller = (theirPort: number, ourPort: number) => Promise<Caller | null>;

/**
 * Returns the caller on a system that does not tell which program calls. Each connection is then another caller with a question of its own.
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
  ours: true,
});

/** Returns a command line for display. It leaves out values that look like a secret, because people type secrets there. */
export function commandText(argv: readonly string[]): string {
  const line = argv
    .slice(0, 200)
    .map((word) => word.slice(0, 2000))
    .map((word) => (/^[\w@%+=:,./~-]+$/.test(word) ? word : JSON.stringify(word)))
    .join(' ')
    .replace(/\b00[\w-]{38,44}\b/g, '…')
    .replace(/((?:SSWS|Bearer)\s+)\S+?(?=["'\s]|$)/gi, '$1…')
    .replace(/((?:token|secret|password|api[_-]?key)[=:]\s*)[^\s"']+/gi, '$1…');
  return shownText(line, 500);
}
