/**
 * Returns the word of a list that a person meant by another word: one with other capital letters or signs, with two letters exchanged, with
 * a part left out at its end, or with a value behind `=`. Returns null when no word or several ones come into question. Pure.
 */
export function meantWord(typed: string, known: readonly string[]): string | null {
  const plain = (word: string): string =>
    word
      .split('=', 1)[0]
      ?.toLowerCase()
      .replaceAll(/[^a-z]/g, '') ?? '';
  const letters = (word: string): string => [...plain(word)].toSorted().join('');
  const is = plain(typed);
  if (is.length < 2) return null;
  const tests: readonly ((word: string) => boolean)[] = [
    (word) => plain(word) === is,
    (word) => letters(word) === letters(typed),
    (word) =>
      Math.min(is.length, plain(word).length) >= 3 &&
      (plain(word).startsWith(is) || is.startsWith(plain(word))),
  ];
  for (const fits of tests) {
    const found = known.filter(fits);
    if (found.length > 0) return found.length === 1 ? (found[0] ?? null) : null;
  }
  return null;
}
