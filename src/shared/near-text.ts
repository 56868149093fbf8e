/** The shortest word in which one slip leaves it certain what was meant. */
const leastLetters = 4;

/**
 * Returns whether a text has a typed word with at most one slip: two letters exchanged, one left out, one too many, or another one. It
 * makes no list of the text's parts, because the palette asks about thousands of texts at each letter.
 */
export function hasNearly(text: string, typed: string): boolean {
  if (text.includes(typed)) return true;
  if ([...typed].length < leastLetters) return false;
  for (let from = 0; from < text.length; from++) if (beginsNearly(text, from, typed)) return true;
  return false;
}

/** Returns whether the typed word, with one slip, stands at a position of the text. A sign outside Unicode's first plane counts as two. */
function beginsNearly(text: string, from: number, typed: string): boolean {
  let at = 0;
  while (at < typed.length && typed[at] === text[from + at]) at++;
  const goesOn = (typedAt: number, textAt: number): boolean =>
    textAt <= text.length && text.startsWith(typed.slice(typedAt), textAt);
  const here = from + at;
  const isExchanged =
    typed[at] === text[here + 1] && typed[at + 1] === text[here] && goesOn(at + 2, here + 2);
  return isExchanged || goesOn(at + 1, here) || goesOn(at, here + 1) || goesOn(at + 1, here + 1);
}
