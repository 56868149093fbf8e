import { resolve } from 'node:path';

export interface CommandLine {
  readonly userData: string | null;
  readonly extraCa: string | null;
}

/** The two switches the app itself takes: `--user-data=DIR` and `--extra-ca=FILE`; anything else is somebody else's. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const value = (name: string): string | null => {
    const found = argv.find((entry) => entry.startsWith(`--${name}=`))?.slice(name.length + 3);
    return found === undefined || found === '' ? null : resolve(found);
  };
  return { userData: value('user-data'), extraCa: value('extra-ca') };
}
