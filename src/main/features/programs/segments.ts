/** What a segment may hold as it is: RFC 3986's pchar without `;`, which some servers cut a segment at, and without `%` and `.`. */
const plain = /^[A-Za-z0-9_~!$&'()*+,=:@-]$/;

/** What may stand there percent-encoded: what encodeURIComponent encodes of what logins and names of Okta's API hold (RFC 5322, atext). */
const encoded = ' !"$&\'()*+,:=@^`{|}';

/** Letters, marks and digits of any script, which stay such when a server folds them to plainer ones (NFKC, "best fit"). */
const wordy = /^[\p{L}\p{M}\p{Nd}]+$/u;

/**
 * Returns whether every server reads a path's segment as this one name. It says what may stand in it, since what may not has no end: dots only
 * singly and between other characters or at the beginning, so that none is read as `.` or `..` and none is cut off at the end; no `;` (Tomcat
 * takes what follows for a parameter); percent-encoding only of what needs it, in two hex digits, and of whole and shortest UTF-8; no
 * space at either end or beside a dot (Windows cuts them). Pure.
 */
export function isPlainSegment(segment: string): boolean {
  // Before each character stands the one that was read last; a dot and a space need a real one at their other side.
  let last = '/';
  for (const read of charactersOf(segment)) {
    if (read === null) return false;
    if (read === '.' && (last === '.' || last === ' ')) return false;
    if (read === ' ' && (last === '/' || last === '.')) return false;
    last = read;
  }
  return last !== '/' && last !== '.' && last !== ' ';
}

/** The characters of a segment, decoded; null for what may not stand in one. */
function* charactersOf(segment: string): Generator<string | null> {
  for (const [part] of segment.matchAll(/(?:%[0-9A-Fa-f]{2})+|[\s\S]/gu)) {
    if (part.length === 1) yield part === '.' || plain.test(part) ? part : null;
    else if (!part.startsWith('%')) yield null;
    else yield* decoded(part);
  }
}

function* decoded(run: string): Generator<string | null> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      Buffer.from(run.replaceAll('%', ''), 'hex'),
    );
  } catch {
    yield null;
    return;
  }
  for (const character of text) {
    const kept =
      character < '\x80'
        ? encoded.includes(character)
        : wordy.test(character.normalize('NFKC')) && wordy.test(character);
    yield kept ? character : null;
  }
}

/** Returns whether a path is of plain segments only; it begins with a slash, has none doubled, and may end with one. Pure. */
export function isPlainPath(path: string): boolean {
  const [first, ...segments] = path.split('/');
  if (first !== '' || segments.length === 0) return false;
  const named = segments.at(-1) === '' && segments.length > 1 ? segments.slice(0, -1) : segments;
  return named.every(isPlainSegment);
}
