import { isOktasClientId } from '../../../shared/client-id.ts';
import { clientId as shape } from '../../../shared/contract/service.ts';
import { pastedText } from '../../base/pasted-text.ts';
import { holdsEncoded, holdsShape, withoutOtherSecrets } from '../../capture/token-text.ts';
import { keyIn } from './key-text.ts';
import { words } from './words.ts';

/** A Client ID that no other letters or digits touch. A longer text would be something else, and three dots mean that a part is missing. */
const standing = /(?<![\w-])0oa[A-Za-z0-9]{10,60}(?![\w-]|…|\.\.)/g;
/** What Markdown and lists write around a word. */
const marks = /^[_*~-]+|[_*~-]+$/g;
/** Okta's ids of other things, by their first three characters (Okta Management API description 2026.06.3, examples of ids). */
const otherId = /^(00u|00g|00T|00k|aus|00o|0pr|rul|nzo)[A-Za-z0-9]{17}$/;
/** The beginning `0oa` with a zero and the letter O in each other's place, or with a capital letter. */
const mistyped = /^[0oO]{2}[aA](?=[A-Za-z0-9]*[a-z])([A-Za-z0-9]{10,60})$/;
/** An id in which every letter became a capital one. */
const capitals = /^[0O]{2}A(?=[A-Z0-9]*[A-Z])[A-Z0-9]{10,60}$/;
/** What comes before a value in a configuration, a page or a query. */
const named = /(?:^|[\s{,?&$])["']?[\w.:-]*(?:client|クライアント)[\s_-]?id["']?\s*(?:[:=]+>?|\n)\s*/i;
/** Okta's client secrets have 40 or 64 characters (Okta Management API description 2026.06.3, examples of `client_secret`). */
const clientSecret = /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?:[\w-]{40}|[\w-]{64})$/;
/** One of Okta's scopes, a pattern of them, and those of OpenID Connect, which people copy from the same page. */
const scope =
  /^(?:okta\.(?:[\w.]+\.)?(?:read|manage|create|register|manage\.self|read\.self|\*)|openid|profile|email|address|phone|groups|device_sso|offline_access)$/;
/** What stands in an example or in a program's empty variable. */
const placeholder =
  /^(?:undefined|null|none|nil|n\/a|to-?do|tbd|x{3,30}|0oax{5,57}|(?:your|my|the|example)?[\W_]*(?:okta)?[\W_]*client[\W_]*id[\W_]*(?:here|value)?|change[\W_]*me)$/i;
const host = /\.okta[\w-]*\.(?:com|mil)$/i;

/**
 * Reads a Client ID from what people paste: the id alone, a line of a configuration, or the address of the app in the Admin Console.
 * Returns the one Client ID of the text. An id that somebody chose for the app is read when it is the whole text or follows its name. For any
 * other text, such as one of the app's `keyIds`, it returns a sentence that says what the text is instead; the sentence contains nothing of a secret.
 */
export function readClientId(
  pasted: string,
  keyIds: readonly string[] = [],
): string | { readonly wrong: string } {
  const { wrong } = words.clientId;
  const text = pastedText(pasted).text.trim();
  if (text === '') return { wrong: wrong.nothing };
  const key = keyIn(text);
  if (key !== null) return { wrong: wrong[key] };
  const readable = percentDecoded(text);
  if (placeholder.test(alone(readable))) return { wrong: wrong.placeholder };
  const found = [...new Set(readable.match(standing) ?? [])];
  const [first, ...more] = found;
  if (first !== undefined) return more.length === 0 ? first : { wrong: wrong.several };
  const word = alone(readable);
  const bare = (/\s/.test(word) ? word.replace(/\s+/g, '') : word).replace(marks, '');
  if (isOktasClientId(bare)) return bare;
  if (holdsShape(text) || holdsEncoded(text)) return { wrong: wrong.token };
  const corrected = mistyped.exec(word)?.[1];
  if (corrected !== undefined) return `0oa${corrected}`;
  if (capitals.test(word)) return { wrong: wrong.capitals };
  if (/^0oa[A-Za-z0-9]*(?:…|\.{2,})?$/.test(word)) return { wrong: wrong.length };
  const parts = readable.split(/[\s"'`,;:=/]+/);
  const other = parts.find((part) => otherId.test(part));
  if (other !== undefined) return { wrong: wrong.otherId(other.slice(0, 3)) };
  if (parts.some((part) => keyIds.includes(part))) return { wrong: wrong.keyId };
  if (parts.some((part) => scope.test(part)) && parts.every((part) => part === '' || isOfScopes(part))) {
    return { wrong: wrong.scope };
  }
  if (/^(?:[a-z]+:)?\/\//i.test(word)) return { wrong: wrong.address };
  if (clientSecret.test(word) || withoutOtherSecrets(word) !== word || /^Basic\s/i.test(text)) {
    return { wrong: wrong.secret };
  }
  return shape.safeParse(word).success && !host.test(word) ? word : { wrong: wrong.notOne };
}

/** Returns whether a word stands in a list of scopes: one of them, or the name of the list. */
const isOfScopes = (part: string): boolean => scope.test(part) || /^\W*(?:scopes?)?\W*$/i.test(part);

/** Returns a text that an address or a form has encoded with `%` as it was before, or the text itself when it does not decode. */
function percentDecoded(text: string): string {
  if (!/%[0-9A-Fa-f]{2}/.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Returns the one value behind the name of a Client ID, or the whole text, without the quotes and brackets around it. */
function alone(text: string): string {
  const name = named.exec(text);
  const value =
    name === null ? text : (/^["'`]?[^\s"'`,;&}]*/.exec(text.slice(name.index + name[0].length))?.[0] ?? '');
  return value.replace(/^["'`“”„‘’«»<([]+|["'`“”„‘’«»>)\],;.]+$/g, '');
}
