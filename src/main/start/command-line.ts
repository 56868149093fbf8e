import { resolve } from 'node:path';

export interface CommandLine {
  readonly userData: string | null;
  readonly extraCa: string | null;
}

/**
 * Reads the two switches the app itself takes: `--user-data=DIR` and `--extra-ca=FILE`. What stands behind `exec` or `--` is a program's, whatever
 * it is called; anything else is somebody else's.
 */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const end = argv.findIndex((word, n) => n > 0 && (word === 'exec' || word === '--'));
  const ours = end < 0 ? argv : argv.slice(0, end);
  const value = (name: string): string | null => {
    const found = ours.find((entry) => entry.startsWith(`--${name}=`))?.slice(name.length + 3);
    return found === undefined || found === '' ? null : resolve(found);
  };
  return { userData: value('user-data'), extraCa: value('extra-ca') };
}
