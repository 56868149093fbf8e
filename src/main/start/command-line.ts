import { resolve } from 'node:path';

export interface CommandLine {
  readonly userData: string | null;
  readonly extraCa: string | null;
}

/**
 * The two switches the app itself takes: `--user-data=DIR` and `--extra-ca=FILE`; anything else is somebody else's, and so is all that
 * follows `exec` or `--`: a program that exec starts may have switches of the same names. Pure.
 */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const end = argv.findIndex((entry, n) => n > 0 && (entry === 'exec' || entry === '--'));
  const own = argv.slice(1, end < 0 ? undefined : end);
  const value = (name: string): string | null => {
    const found = own.find((entry) => entry.startsWith(`--${name}=`))?.slice(name.length + 3);
    return found === undefined || found === '' ? null : resolve(found);
  };
  return { userData: value('user-data'), extraCa: value('extra-ca') };
}
