/** Returns the words that Chromium reads as its own switches: those before a lone `--` (Chromium, base/command_line.cc). */
export function switchesOf(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--');
  return end < 0 ? argv : argv.slice(0, end);
}
