import type { Program } from '../../../shared/contract/programs.ts';
import { shownText } from './shown.ts';
import { words } from './words.ts';

/** A program at the other end of a connection, and what tells it from another one. */
export interface Caller {
  readonly program: Program;
  /**
   * Stays the same for what a person allowed: this process, or the same file started by the same parent, so that a script that runs curl
   * a hundred times is asked about once. Another terminal, or the same path after an update of the file, is somebody else.
   */
  readonly key: string;
  /** False for another account's process: it is denied unasked. */
  readonly ours: boolean;
}

/** Finds who is at the other end of a connection on this computer, by the ports of both ends. Null when it has gone or cannot be told. */
export type FindCaller = (theirPort: number, ourPort: number) => Promise<Caller | null>;

/** Where the system does not say who calls, each connection is somebody else, and is asked about by itself. */
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

/** What a command line shows; values shaped like a secret are taken out, since people do type them there. */
export function commandText(argv: readonly string[]): string {
  const words = argv
    .slice(0, 200)
    .map((word) => word.slice(0, 2000))
    .map((word) => (/^[\w@%+=:,./~-]+$/.test(word) ? word : JSON.stringify(word)))
    .join(' ')
    .replace(/\b00[\w-]{38,44}\b/g, '…')
    .replace(/((?:SSWS|Bearer)\s+)\S+?(?=["'\s]|$)/gi, '$1…')
    .replace(/((?:token|secret|password|api[_-]?key)[=:]\s*)[^\s"']+/gi, '$1…');
  return shownText(words, 500);
}
