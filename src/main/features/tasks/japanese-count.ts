/** Kana and kanji beside each other, and at least three halfwidth kana. */
const words = /[\u3005\u3041-\u30ff\u4e00-\u9fff]{2,}|[\uff61-\uff9f]{3,}/g;
const notAscii = /[^\0-\x7f]/g;
/** Signs that Shift JIS leaves to each program. */
const own = /[\ue000-\uf8ff]/;

const lengthOf = (matches: readonly string[] | null): number => (matches ?? []).join('').length;

/**
 * Counts how much of a text that was decoded as Shift JIS is Japanese. A text in Latin-1 is often valid Shift JIS: an accented letter and the
 * letter behind it then make one kanji, which stands alone.
 */
export class JapaneseCount {
  #inWords = 0;
  #all = 0;
  #hasOwn = false;

  /** Counts a part of the text. */
  add(text: string): void {
    this.#inWords += lengthOf(text.match(words));
    this.#all += lengthOf(text.match(notAscii));
    this.#hasOwn ||= own.test(text);
  }

  /** Whether the text is most likely Japanese. */
  get isLikely(): boolean {
    return !this.#hasOwn && this.#inWords > this.#all / 2;
  }
}
