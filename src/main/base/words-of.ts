/** A command line, cut at the first word that is not the app's own. */
export interface Words {
  /** The app's switches and Chromium's: all that begin with a hyphen before any other word. */
  readonly switches: readonly string[];
  /** Whatever follows: for the app nothing, or `exec` and what is another program's. */
  readonly rest: readonly string[];
}

/**
 * Cuts `argv` behind the program, the app's folder (the first bare word where the app is not packaged; switches of Electron's may stand before
 * it) and the switches. Nothing behind them is the app's: what follows `exec`, a word or `--` may be another program's own switch of the same
 * name. Pure.
 */
export function wordsOf(argv: readonly string[]): Words {
  const words = argv.slice(1);
  const firstEnd = (): number => words.findIndex((word) => word === '--' || !word.startsWith('-'));
  const folder = firstEnd();
  if (folder >= 0 && words[folder] !== 'exec' && words[folder] !== '--') words.splice(folder, 1);
  const end = firstEnd();
  return end < 0 ? { switches: words, rest: [] } : { switches: words.slice(0, end), rest: words.slice(end) };
}
