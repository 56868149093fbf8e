import { Secret } from '../base/secret.ts';
import { fixedForms, withPlainCharacters } from '../base/value-forms.ts';
import type { Credential } from './credential.ts';
import type { Raw } from './raw-answer.ts';

/**
 * Returns an answer without the value that the call used, in any form in which Okta may have sent it back. An org that puts the value into
 * a login, an error id or a request id must not bring it to the page, the log or a report. Compressed bodies need no check: nothing
 * decompresses them here.
 */
export function withoutEcho(raw: Raw, credential: Credential | null): Raw {
  if (credential === null) return raw;
  const value = credential instanceof Secret ? credential : credential.value;
  const body = withPlainCharacters(raw.text);
  const all = fixedForms(value);
  const shortest = Math.min(...all.map((form) => form.length));
  const texts = [body, ...Object.values(raw.headers).flat()].filter(
    (text) => text !== undefined && text.length >= shortest,
  );
  const forms = all.filter((form) => texts.some((text) => text?.includes(form)));
  if (forms.length === 0) return raw;
  const clean = (text: string): string =>
    forms.reduce((rest, form) => rest.replaceAll(form, '[redacted]'), text);
  const headers = Object.fromEntries(
    Object.entries(raw.headers).map(([name, value]) => [
      name,
      typeof value === 'string' ? clean(value) : value === undefined ? value : value.map(clean),
    ]),
  );
  return { ...raw, headers, text: clean(body) };
}
