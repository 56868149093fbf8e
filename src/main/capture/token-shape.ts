export interface TokenText {
  /** What is left after putting right what was surely a slip; empty when refused. */
  readonly value: string;
  /** `token`: shaped like one. `unusual`: not, but Okta promises no shape. `refused`: surely something else. */
  readonly shape: 'token' | 'unusual' | 'refused';
  /** What was found or put right, one sentence each; never holds the value. */
  readonly notes: readonly string[];
}

const refused = (note: string): TokenText => ({ value: '', shape: 'refused', notes: [note] });

/** Okta promises no length, but what is longer than any header's value ought to be was copied by mistake and is not ours to take. */
const longest = 1_000;

/** Okta's ids by their first letters (Okta Management API description). */
const ids: readonly (readonly [prefix: string, what: string])[] = [
  ['00T', "the token's ID, not its value. The value is shown once, when the token is made."],
  ['00u', 'the ID of a user, not a token.'],
  ['00g', 'the ID of a group, not a token.'],
  ['00o', 'the ID of an org, not a token.'],
  ['0oa', 'the client ID of an app, not a token.'],
  ['nzo', 'the ID of a network zone, not a token.'],
];

/** Reads what was pasted or typed as an API token, putting the common slips right and naming them. */
export function readTokenText(raw: string): TokenText {
  const notes: string[] = [];
  const strip = (text: string, pattern: RegExp, note: string): string => {
    const next = text.replace(pattern, '');
    if (next !== text && !notes.includes(note)) notes.push(note);
    return next;
  };

  let text = strip(raw, /[\u00A0\u200B-\u200D\u2060\uFEFF]/g, 'Invisible characters were left out.');
  text = strip(text, /^\s+|\s+$/g, 'Spaces around it were left out.');
  if (text.length > longest) {
    return refused(
      `This is ${text.length.toLocaleString('en')} characters of text, far more than a token has. Copy the token value alone.`,
    );
  }
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length > 1) return refused('This is several lines of text. Copy the token value alone.');
  if (/^["'<]?https?:/i.test(text)) return refused('This is an address, not a token.');
  if (/^[{[]\s*"/.test(text)) return refused('This is JSON. Copy the token value out of it, alone.');
  text = strip(
    text,
    /^(?:export\s+)?[A-Za-z][\w.]*\s*[=:]\s*(?=\S)/,
    'The name in front of the value was left out.',
  );
  text = strip(text, /^["'`“”‘’]+|["'`“”‘’]+[;,]?$/g, 'Quotes around it were left out.');
  text = strip(text, /^SSWS\s+/i, '"SSWS " in front was left out; Keyturn adds it by itself.');
  text = strip(text, /^["'`]+|["'`]+$/g, 'Quotes around it were left out.').trim();

  if (text === '') return refused('There is no text in it.');
  if (/[{}<>]|your[_-]?(okta)?[_-]?(api)?[_-]?token/i.test(text)) {
    return refused('This is a placeholder such as {apiToken}, not a token.');
  }
  if (/^[•●*·.]{4,}$/.test(text))
    return refused('These are the dots of a hidden value. Copy the value itself.');
  if (/^Bearer\s|^ey[JK][\w-]+\./.test(text)) {
    return refused(
      'This is an OAuth access token. Keyturn keeps API tokens, which Okta makes in the Admin Console.',
    );
  }
  if (/\s/.test(text)) return refused('A token has no spaces in it. Copy the token value alone.');
  if (/[^\x21-\x7e]/.test(text)) {
    return refused('This holds letters that no token has. Copy the token value alone.');
  }
  const id = ids.find(([prefix]) => text.startsWith(prefix));
  if (id !== undefined && text.length === 20) return refused(`This is ${id[1]}`);

  if (/^00[\w-]{40}$/.test(text)) return { value: text, shape: 'token', notes };
  if (/^00[\w-]*$/.test(text) && text.length < 42) {
    notes.push(
      `It has ${text.length} characters where Okta's tokens have 42, so some of it may be missing. The test will tell.`,
    );
  } else if (/^[\w-]{40,70}$/.test(text)) {
    notes.push(
      "It does not begin with 00 as Okta's tokens do; it may be the client secret of an OAuth app. The test will tell.",
    );
  } else {
    notes.push("It is not shaped like Okta's tokens: 42 characters beginning with 00. The test will tell.");
  }
  return { value: text, shape: 'unusual', notes };
}
