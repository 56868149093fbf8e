import { FieldReader, joined } from './fields.ts';

/** One challenge of a WWW-Authenticate header. Names are in lower case; a repeated parameter keeps its first value. */
export interface Challenge {
  readonly scheme: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const token = /[!#$%&'*+\-.^_`|~\dA-Za-z]+/y;
const token68 = /[\w\-.~+/]+=*(?=[ \t]*(?:,|$))/y;

/**
 * The challenges of WWW-Authenticate headers (RFC 9110, section 11.6.1). Commas part both challenges and their parameters: a name before `=`
 * is a parameter, a name before a space, a comma or the end begins a challenge. By hand: the grammar is small, and several challenges may stand
 * in several headers.
 */
export function challengesOf(header: string | readonly string[] | undefined): Challenge[] {
  const reader = new FieldReader(joined(header));
  const all: { scheme: string; parameters: Map<string, string> }[] = [];
  for (reader.skip(true); !reader.done; reader.skip(true)) {
    const name = reader.take(token)?.toLowerCase();
    if (name === undefined) {
      // What is no challenge: passed over to the next comma.
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
      // A key and value may look like the beginning of a token68, which only a comma or the end can follow.
      reader.take(token68);
    }
  }
  return all;
}

/** What a refusal of an access token says (RFC 6750, section 3; RFC 9449, section 7.1). */
export interface TokenRefusal {
  readonly error: string;
  /** The scopes the call asks for, where they are named. */
  readonly scopes: readonly string[];
}

/** Why an access token was refused, by the first Bearer or DPoP challenge that names an error; null when none does. */
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
