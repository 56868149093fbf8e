/**
 * The exit codes of `keyturn` on the command line: numbers of sysexits.h where it has one, the shell's own for the rest (POSIX, 2.8.2).
 * `keyturn help` and docs/command-line.md list them.
 */
export const ends = {
  done: 0,
  /** `keyturn test`: Okta does not accept the token, or could not be asked. */
  notWorking: 1,
  /** `keyturn guard`: the commit holds a token. */
  holdsToken: 1,
  usage: 64,
  /** No token, or more than one, has this name. */
  noToken: 66,
  unavailable: 69,
  /** Something went wrong inside Keyturn. */
  internal: 70,
  /** Keyturn stayed locked, or the person stopped the request there. */
  locked: 75,
  /** `keyturn guard --install`: another hook is there, or it could not be written. */
  notInstalled: 73,
  /** `keyturn guard`: Git did not say what is staged. */
  gitFailed: 74,
  denied: 77,
  cannotRun: 126,
  notFound: 127,
} as const;
