import { resolve } from 'node:path';
import { wordsOf } from '../base/words-of.ts';

export interface CommandLine {
  readonly userData: string | null;
  readonly extraCa: string | null;
  /** Whether Keyturn starts as the demo. */
  readonly demo: boolean;
}

/**
 * Returns the three switches that the app itself takes: `--user-data=DIR`, `--extra-ca=FILE` and `--demo`. It ignores all others. Pure.
 */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const { switches } = wordsOf(argv);
  const value = (name: string): string | null => {
    const found = switches.find((entry) => entry.startsWith(`--${name}=`))?.slice(name.length + 3);
    return found === undefined || found === '' ? null : resolve(found);
  };
  return { userData: value('user-data'), extraCa: value('extra-ca'), demo: switches.includes('--demo') };
}
