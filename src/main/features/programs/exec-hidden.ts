/**
 * Words in an `OKTA_` name that mark a setting as a credential or as an org's address. A name without these words stays. It is a script's
 * own parameter (OKTA_GROUP_ID) or sets the pace (OKTA_CLIENT_REQUESTTIMEOUT).
 */
const telling =
  /TOKEN|SECRET|PASSWORD|PASSPHRASE|(?:PRIVATE|PUBLIC|API|ACCESS|SIGNING|CLIENT)_?KEY|CLIENT_?ID|AUTHORI[SZ]ATION|JWT|JWK|ASSERTION|DPOP|BEARER|SSWS|_(?:KEY|KEY_?ID|KID|SCOPES?|AUTH|GRANT_?TYPE|CREDENTIALS?|CERTIFICATE|PEM|ORG|ORG_?URL|ORG_?NAME|URL|BASE|BASE_?URL|(?:OKTA_?)?(?:SUB)?DOMAIN|HOST|ISSUER|TENANT|ENDPOINT)(?:_|$)/;

/** The names that the SDKs read. Each sets a credential or an org, except the names in `pace`. */
const ofTheClient = /^(?:OKTA_CLIENT|OKTA_TESTING|OKTA_API)_/;

/** The SDK names that set only the pace and the logging (README of each SDK). */
const pace =
  /^OKTA_CLIENT_(?:CONNECTION_?TIMEOUT|REQUEST_?TIMEOUT|(?:USER_?AGENT|USER_?AGENT_?EXTRA)|MAX_?RETRIES|MAX_?ATTEMPTS|RETRY_?MAX_?(?:ELAPSED|ATTEMPTS)|RATE_?LIMIT_(?:MAX_?RETRIES|MAX_?BACKOFF|ENABLE)|CACHE_(?:ENABLED|DEFAULT_?TT[IL]|CACHES_.*)|(?:LOGGING|LOG)(?:_.*)?)$/;

/** The SDKs' own proxy. Terraform's OKTA_HTTP_PROXY is not a proxy, but the address that replaces the org's. */
const proxy = /^OKTA_CLIENT_(?:HTTPS?_?)?PROXY(?:_|$)/;

/** Environment variables with options for a Java virtual machine. `-Dokta.client.token=...` in them overrides OKTA_CLIENT_TOKEN. */
export const javaOptions: readonly string[] = [
  'JAVA_TOOL_OPTIONS',
  'JDK_JAVA_OPTIONS',
  '_JAVA_OPTIONS',
  'JAVA_OPTS',
  'JAVA_OPTIONS',
  'MAVEN_OPTS',
  'GRADLE_OPTS',
  'SBT_OPTS',
];

/**
 * Returns whether a program under exec must not see the environment variable `name`. Okta's SDKs or Okta's Terraform provider would read
 * another credential or another org from such a variable. Small letters, and the separators of .NET (`OKTA__CLIENT__TOKEN`) and Java
 * (`okta.client.token`), count as the plain name does. A program that goes through the door does not see an SDK's own proxy, because no
 * proxy reaches the door. Pure.
 */
export function hiddenBy(name: string, way: 'door' | 'value'): boolean {
  const plain = name
    .toUpperCase()
    .replace(/[_.:-]+/g, '_')
    .replace(/^_|_$/g, '')
    .replace(/^TF_VAR_OKTA/, 'OKTA');
  if (!plain.startsWith('OKTA_')) return false;
  if (proxy.test(plain)) return way === 'door';
  if (plain === 'OKTA_HTTP_PROXY') return true;
  if (ofTheClient.test(plain)) return !pace.test(plain);
  return telling.test(plain.slice('OKTA'.length));
}

/** One `-Dokta.…` among a Java virtual machine's options, in any of the quotes that JAVA_TOOL_OPTIONS takes. */
const javaSetting = /\s*(?:"-Dokta\.[^"]*"|'-Dokta\.[^']*'|-Dokta\.(?:[^\s"']|"[^"]*"|'[^']*')*)/gi;

/** Returns a Java virtual machine's options without the options that Okta's Java SDK reads. Pure. */
export const withoutJavaSettings = (options: string): string => options.replace(javaSetting, '').trimStart();
