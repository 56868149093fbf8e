/** The position of a key's value in the text of an .env file. */
export interface Place {
  readonly start: number;
  readonly end: number;
  /** The quote around the value, or an empty text. */
  readonly mark: string;
  /** The value as it is written, without its quotes. */
  readonly written: string;
}

/** A line that gives a value to a name. */
export interface Assignment extends Place {
  readonly name: string;
  /** The start of its line. */
  readonly line: number;
  /** The sign behind the name: `=`, ` =` behind a blank, or `:`. */
  readonly sign: '=' | ' =' | ':';
}

/** The lines of a file, as the grammar of .env files reads them. */
export interface EnvLines {
  readonly assignments: readonly Assignment[];
  /** The starts of the lines that give no value, and are neither blank nor a comment. */
  readonly others: readonly number[];
}

const head = /[^\S\r\n]*(?:export[^\S\r\n]+)?([\w.-]+)(?:[^\S\r\n]*=|:[^\S\r\n])/y;
const withoutValue = /[^\S\r\n]*(?:#|[\r\n]|$(?![\s\S]))/y;
const blanks = /[^\S\r\n]*/y;
const quoted = /('(?:\\'|[^'])*'|"(?:\\"|[^"])*"|`(?:\\`|[^`])*`)(?=\s*(?:#|$))/my;
const rest = /[^\r\n]*/y;
const lineEnd = /\r\n?|\n|$(?![\s\S])/g;

/**
 * Returns the lines of a file, in file order. The grammar is dotenv's (its README, "What rules does the parsing engine
 * follow?"): `export`, `KEY: value`, and three kinds of quotes that may span lines and hold their own sign behind a backslash. In a value
 * without quotes, a comment begins at a `#` behind a blank, as in a shell. dotenv needs no blank.
 */
export function envLinesOf(text: string): EnvLines {
  const assignments: Assignment[] = [];
  const others: number[] = [];
  for (let at = 0; at < text.length; ) {
    const found = matchAt(head, text, at);
    let end = at;
    if (found !== null) {
      const behindSign = at + found[0].length;
      const place = placeAt(text, behindSign);
      assignments.push({ ...place, name: found[1] ?? '', line: at, sign: signOf(found[0]) });
      end = Math.max(behindSign, place.end);
    } else if (matchAt(withoutValue, text, at) === null) {
      others.push(at);
    }
    lineEnd.lastIndex = end;
    const line = lineEnd.exec(text);
    at = line === null || line[0] === '' ? text.length : line.index + line[0].length;
  }
  return { assignments, others };
}

const signOf = (head: string): Assignment['sign'] => {
  if (!head.endsWith('=')) return ':';
  return /\s=$/.test(head.slice(-2)) ? ' =' : '=';
};

function placeAt(text: string, behindSign: number): Place {
  const start = behindSign + (matchAt(blanks, text, behindSign)?.[0].length ?? 0);
  const [inQuotes] = matchAt(quoted, text, start) ?? [];
  if (inQuotes !== undefined) {
    const written = inQuotes.slice(1, -1);
    return { start, end: start + inQuotes.length, mark: inQuotes[0] ?? '', written };
  }
  const [line = ''] = matchAt(rest, text, start) ?? [];
  // The position of an empty value is right behind the sign, because behind a blank a shell would take the value for a command.
  if (line === '' || line.startsWith('#')) {
    return { start: behindSign, end: line === '' ? start : behindSign, mark: '', written: '' };
  }
  const comment = line.search(/\s#/);
  const written = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
  const end = start + (written.length < line.trimEnd().length ? written.length : line.length);
  return { start, end, mark: '', written };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
