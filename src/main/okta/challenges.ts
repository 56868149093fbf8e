import { FieldReader, joined } from './fields.ts';

/** One challenge of a WWW-Authenticate header. Names are in lower case; a repeated parameter keeps its first value. */
export interface Challenge {
  readonly scheme: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const token = /[!#$%&'*+\-.^_`|~\dA-Za-z]+/y;
const token68 = /[\w\-.~+/]+=*(?=[ \t]*(?:,|$))/y;

/**
 * Returns the challenges of WWW-Authenticate headers (RFC 9110, section 11.6.1). Commas separate both challenges and their parameters. A
 * name before `=` is a parameter; a name before a space, a comma or the end starts a challenge. The parser is hand-written: the grammar is
 * small, and one or several headers may contain several challenges.
 */
export function challengesOf(header: string | readonly string[] | undefined): Challenge[] {
  const reader = new FieldReader(joined(header));
  const all: { scheme: string; parameters: Map<string, string> }[] = [];
  for (reader.skip(true); !reader.done; reader.skip(true)) {
    const name = reader.take(token)?.toLowerCase();
    if (name === undefined) {
      // Skip text that is not a challenge, up to the next comma.
      if (reader.quoted() === null) reader.take(/[^,"]+/y);
      continue;
    }
    reader.skip();
    if (reader.take(/=(?!=)/y) !== null) {
      reader.skip();
      const value = reader.quoted() ?? reader.take(/[^,]*/y)?.trim() ?? '';
      const parameters = all.at(-1)?.parameters;
      if (parameters?.has(name) === false) parameters.set(name, value);
    } else {
      all.push({ scheme: name, parameters: new Map() });
      // A key and value may look like the start of a token68, but only a comma or the end can follow a token68.
      reader.take(token68);
    }
  }
  return all;
}

/** The content of a refusal of an access token (RFC 6750, section 3; RFC 9449, section 7.1). */
export interface TokenRefusal {
  readonly error: string;
  /** The scopes the call needs, when the refusal names them. */
  readonly scopes: readonly string[];
}

/** Returns why an access token was refused, from the first Bearer or DPoP challenge that names an error; null when none does. */
export function tokenRefusal(header: string | readonly string[] | undefined): TokenRefusal | null {
  const of = challengesOf(header)
    .filter(({ scheme }) => scheme === 'bearer' || scheme === 'dpop')
    .find(({ parameters }) => /^[a-z_]{1,40}$/i.test(parameters.get('error') ?? ''));
  if (of === undefined) return null;
  const scopes = (of.parameters.get('scope') ?? '').split(/\s+/);
  return {
    error: (of.parameters.get('error') ?? '').toLowerCase(),
    scopes: scopes.filter((one) => /^[\w.:/*-]{1,100}$/.test(one)).slice(0, 5),
  };
}
