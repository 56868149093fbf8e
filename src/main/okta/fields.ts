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

  /** What is left to read. */
  get rest(): string {
    return this.#text.slice(this.#at);
  }

  /** Takes what `pattern`, a sticky one, matches here; null when it does not match. */
  take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.#text) ?? [];
    if (found === undefined) return null;
    this.#at += found.length;
    return found;
  }

  /** Passes over spaces and tabs, and over the commas of empty list elements where `commas` says so (RFC 9110, section 5.6.1.2). */
  skip(commas = false): void {
    this.take(commas ? /[ \t,]*/y : /[ \t]*/y);
  }

  /** The text of a quoted string without its quotes and backslashes; null when none begins here. An open one goes to the end. */
  quoted(): string | null {
    const found = this.take(/"(?:[^"\\]|\\[\s\S]?)*"?/y);
    return found === null ? null : found.replace(/^"|"$/g, '').replace(/\\([\s\S])/g, '$1');
  }
}

/** A header as undici gives it, several ones as the list they make together (RFC 9110, section 5.3). */
export const joined = (header: string | readonly string[] | undefined): string =>
  typeof header === 'string' ? header : (header ?? []).join(', ');
