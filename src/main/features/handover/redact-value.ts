import type { Secret } from '../../base/secret.ts';

/**
 * Takes a value out of what a program printed: as it is, and as base64, base64url, hex, URL-encoded or JSON-escaped, since programs
 * like to echo. Then what is shaped like an API token goes too.
 */
export function redactValue(output: string, secret: Secret): string {
  const forms = secret.use((bytes) => {
    const value = bytes.toString('utf8');
    return [
      value,
      bytes.toString('base64'),
      bytes.toString('base64').replace(/=+$/, ''),
      bytes.toString('base64url'),
      bytes.toString('hex'),
      encodeURIComponent(value),
      JSON.stringify(value).slice(1, -1),
    ];
  });
  let text = output;
  for (const form of new Set(forms)) if (form.length >= 4) text = text.replaceAll(form, '[redacted]');
  return text.replace(/\b00[\w-]{40}\b/g, '[redacted]');
}
