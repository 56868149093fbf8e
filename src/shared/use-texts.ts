import { formOf } from './env-value.ts';

/**
 * The ways to use a token outside Keyturn. Main copies each text with the value to the clipboard; the window shows dots in place of the
 * value.
 */
export type CopyAs = 'value' | 'curl' | 'env' | 'terraform' | 'sdk';

// Okta promises no shape for a token, so a value may contain a character that ends a string. Each format escapes it in its own way.

const inShell = (text: string): string => text.replaceAll("'", "'\\''");
/** Returns a text for a string of YAML in single quotes (YAML 1.2, 7.3.2). */
export const inYaml = (text: string): string => text.replaceAll("'", "''");
/** Returns a text for a quoted string of HCL (its specification, "Template Expressions"). */
export const inHcl = (text: string): string =>
  text.replaceAll(/["\\]/g, '\\$&').replaceAll(/([$%])\{/g, '$1$1{');
/** Returns a value for a line of an .env file: as dotenv and a shell read it, or else as a shell does. */
export const inEnv = (value: string): string => formOf(value, '') ?? `'${inShell(value)}'`;

/**
 * Returns the text to copy. The names of variables and keys are those of the Okta SDKs (`OKTA_CLIENT_ORGURL`, `OKTA_CLIENT_TOKEN`, okta.yaml)
 * and of the Terraform provider (`org_name`, `base_url`, `api_token`).
 */
export function textFor(as: CopyAs, origin: string, value: string): string {
  switch (as) {
    case 'value':
      return value;
    case 'curl':
      return `curl --header 'Authorization: SSWS ${inShell(value)}' --header 'Accept: application/json' '${origin}/api/v1/users/me'\n`;
    case 'env':
      return `OKTA_CLIENT_ORGURL=${origin}\nOKTA_CLIENT_TOKEN=${inEnv(value)}\n`;
    case 'terraform': {
      const host = new URL(origin).host;
      const [name, base] = terraformNames(host);
      return `provider "okta" {\n  org_name  = "${name}"\n  base_url  = "${base}"\n  api_token = "${inHcl(value)}"\n}\n`;
    }
    case 'sdk':
      return `okta:\n  client:\n    orgUrl: '${origin}'\n    token: '${inYaml(value)}'\n`;
  }
}

/** Returns a host in the form of the Terraform provider: `org_name` and `base_url`, which it joins with a dot. */
export function terraformNames(host: string): readonly [orgName: string, baseUrl: string] {
  const dot = host.indexOf('.');
  return dot < 0 ? [host, ''] : [host.slice(0, dot), host.slice(dot + 1)];
}
