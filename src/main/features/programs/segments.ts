/**
 * The characters that a segment may hold unencoded: RFC 3986's pchar without `;`, at which some servers cut a segment, and without `%` and
 * `.`.
 */
const plain = /^[A-Za-z0-9_~!$&'()*+,=:@-]$/;

/**
 * The characters that may be percent-encoded. They occur in logins and names of Okta's API (RFC 5322, atext), and encodeURIComponent
 * encodes them.
 */
const encoded = ' !"$&\'()*+,:=@^`{|}';

/**
 * Letters, marks and digits of any script. They must stay letters, marks or digits when a server folds them to plainer characters (NFKC,
 * "best fit"). Fillers and variation selectors are not among them, because some servers drop invisible characters (RFC 3454, B.1).
 */
const wordy = /^[[\p{L}\p{M}\p{Nd}]--\p{Default_Ignorable_Code_Point}]+$/v;
const mark = /^\p{M}/u;
/** The beginning of what ASP.NET takes out of a path, up to `))` there or in a later segment: a session without a cookie, such as `(S(id))`. */
const session = /^\([A-Za-z]\(/;

/**
 * Returns whether every server reads a path's segment as this one name. It lists what is allowed, because a list of what is forbidden would
 * never be complete. It allows a single dot, at the beginning or between other characters, so that no server reads `.` or `..` or cuts a
 * dot off at the end. It forbids `;`, because Tomcat reads the text after it as a parameter. It allows percent-encoding only where needed,
 * in two hex digits, of whole and shortest UTF-8. It forbids a space at either end or beside a dot, because Windows cuts it. It allows a mark
 * only on a letter, because a server that takes accents off would leave a dot alone. It takes no notice of `+`, because a server that reads a
 * path as a form has a space there. It forbids the beginning of a session in the path. Pure.
 */
export function isPlainSegment(segment: string): boolean {
  // `last` is the previous character. A dot and a space need a real character on their other side.
  let last = '/';
  let text = '';
  for (const read of charactersOf(segment)) {
    if (read === null) return false;
    text += read;
    if (read === '+') continue;
    if (read === '.' && (last === '.' || last === ' ')) return false;
    if (read === ' ' && (last === '/' || last === '.')) return false;
    if (mark.test(read) && !wordy.test(last)) return false;
    last = read;
  }
  return last !== '/' && last !== '.' && last !== ' ' && !session.test(text);
}

/** Returns the decoded characters of a segment, or null for a character that is not allowed. */
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

/** Returns whether a path has plain segments only. It begins with a slash, has no double slash, and may end with a slash. Pure. */
export function isPlainPath(path: string): boolean {
  const [first, ...segments] = path.split('/');
  if (first !== '' || segments.length === 0) return false;
  const named = segments.at(-1) === '' && segments.length > 1 ? segments.slice(0, -1) : segments;
  return named.every(isPlainSegment);
}
