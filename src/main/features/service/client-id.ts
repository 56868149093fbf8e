import { clientId as shape } from '../../../shared/contract/service.ts';
import { pastedText } from '../../base/pasted-text.ts';
import { holdsShape, withoutOtherSecrets } from '../../capture/token-text.ts';
import { words } from './words.ts';

/** A Client ID that no other letters or digits touch. A longer text would be something else. */
const standing = /(?<![\w-])0oa[A-Za-z0-9]{10,60}(?![\w-])/g;
/** Okta's ids of other things, by their first three characters (Okta Management API description 2026.06.3, examples of ids). */
const otherId = /^(00u|00g|00T|00k|aus|00o|0pr|rul|nzo)[A-Za-z0-9]{17}$/;
/** The zero of `0oa`, typed as the letter O. */
const letterForZero = /^[oO](oa[A-Za-z0-9]{10,60})$/;
/** What comes before a value in a configuration, a page or a query. */
const named = /(?:^|[\s{,?&$])["']?[\w.:-]*client[\s_-]?id["']?\s*(?:[:=]+>?|\n)\s*/i;
/** Okta's client secrets have 40 or 64 characters (Okta Management API description 2026.06.3, examples of `client_secret`). */
const clientSecret = /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?:[\w-]{40}|[\w-]{64})$/;
/** A key in the form of JSON (RFC 7517) or PEM. The member `d` is its private half. */
const key = /["']?kty["']?\s*[:=]|BEGIN (?:RSA )?PUBLIC KEY/;
const privateKey =
  /PRIVATE KEY|["']?kty["']?\s*[:=][\s\S]*["']d["']\s*:|["']d["']\s*:[\s\S]*["']?kty["']?\s*[:=]/;
/** One of Okta's scopes, and those of OpenID Connect, which people copy from the same page. */
const scope =
  /^(?:okta\.[\w.]+\.(?:read|manage|create|register|manage\.self|read\.self)|openid|profile|offline_access)$/;
/** What stands in an example or in a program's empty variable. */
const placeholder =
  /^(?:undefined|(?:your|my|the|example)?[\W_]*(?:okta)?[\W_]*client[\W_]*id[\W_]*(?:here|value)?|change[\W_]*me)$/i;
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
  if (privateKey.test(text)) return { wrong: wrong.privateKey };
  if (key.test(text)) return { wrong: wrong.publicKey };
  const found = [...new Set(text.match(standing) ?? [])];
  const [first, ...more] = found;
  if (first !== undefined) return more.length === 0 ? first : { wrong: wrong.several };
  if (holdsShape(text)) return { wrong: wrong.token };
  const corrected = letterForZero.exec(text)?.[1];
  if (corrected !== undefined && shape.safeParse(`0${corrected}`).success) return `0${corrected}`;
  const word = alone(text);
  if (otherId.test(word)) return { wrong: wrong.otherId(word.slice(0, 3)) };
  if (/^0oa[A-Za-z0-9]*$/.test(word)) return { wrong: wrong.length };
  if (keyIds.includes(word)) return { wrong: wrong.keyId };
  if (scope.test(word)) return { wrong: wrong.scope };
  if (placeholder.test(word)) return { wrong: wrong.placeholder };
  if (clientSecret.test(word) || withoutOtherSecrets(word) !== word) return { wrong: wrong.secret };
  return shape.safeParse(word).success && !host.test(word) ? word : { wrong: wrong.notOne };
}

/** Returns the one value behind the name of a Client ID, or the whole text, without the quotes and brackets around it. */
function alone(text: string): string {
  const name = named.exec(text);
  const value =
    name === null ? text : (/^["'`]?[^\s"'`,;&}]*/.exec(text.slice(name.index + name[0].length))?.[0] ?? '');
  return value.replace(/^["'`“”„‘’«»<([]+|["'`“”„‘’«»>)\],;.]+$/g, '');
}
