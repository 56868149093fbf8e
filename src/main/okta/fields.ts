/** Reads one HTTP field value from its start to its end (RFC 9110, section 5.6). It never throws and never looks back. */
export class FieldReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get done(): boolean {
    return this.#at >= this.#text.length;
  }

  /** Returns the text that is not read yet. */
  get rest(): string {
    return this.#text.slice(this.#at);
  }

  /** Takes the text that `pattern`, a sticky one, matches here; null when it does not match. */
  take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.#text) ?? [];
    if (found === undefined) return null;
    this.#at += found.length;
    return found;
  }

  /** Skips spaces and tabs. With `commas`, also skips the commas of empty list elements (RFC 9110, section 5.6.1.2). */
  skip(commas = false): void {
    this.take(commas ? /[ \t,]*/y : /[ \t]*/y);
  }

  /**
   * Returns the text of a quoted string without its quotes and backslashes; null when none begins here. An unclosed string ends at the end.
   */
  quoted(): string | null {
    const found = this.take(/"(?:[^"\\]|\\[\s\S]?)*"?/y);
    return found === null ? null : found.replace(/^"|"$/g, '').replace(/\\([\s\S])/g, '$1');
  }
}

/** Returns a header as undici gives it. Several headers become the list they form together (RFC 9110, section 5.3). */
export const joined = (header: string | readonly string[] | undefined): string =>
  typeof header === 'string' ? header : (header ?? []).join(', ');
