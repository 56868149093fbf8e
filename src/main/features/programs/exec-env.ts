import { clip } from '../../../shared/clip.ts';
import { terraformNames } from '../../../shared/use-texts.ts';
import { withLoopbackDirect } from './exec-direct.ts';
import { hiddenBy, javaOptions, withoutJavaSettings } from './exec-hidden.ts';
import { words } from './words.ts';

/** How a program reaches Okta: through the door without a credential, or directly with the value. */
export type Way =
  | { readonly door: string }
  | {
      readonly origin: string;
      readonly value: string;
      /** An API token, or an OAuth service app's access token. */
      readonly scheme: 'SSWS' | 'Bearer';
    };

/** The token that Okta's SDKs get when they need none. The door removes a program's own Authorization. */
const noToken = 'keyturn';

/** The org's address: Node, Java and Go; Python; .NET (each SDK's configuration reader). */
const orgUrlNames = ['OKTA_CLIENT_ORGURL', 'OKTA_CLIENT_ORG_URL', 'OKTA_CLIENT_OKTADOMAIN'];

/** The kind of credential: Node and Java; Go and Python. Keyturn sets it, because a file `okta.yaml` may name another kind. */
const modeNames = ['OKTA_CLIENT_AUTHORIZATIONMODE', 'OKTA_CLIENT_AUTHORIZATION_MODE'];

/** The variables that let Okta's SDKs speak http on this computer: Node and Java; Go; Python by its code and by its README; .NET. */
const plainHttpNames = [
  'OKTA_TESTING_DISABLEHTTPSCHECK',
  'OKTA_TESTING_DISABLE_HTTPS_CHECK',
  'OKTA_TESTING_TESTING_DISABLE_HTTPS_CHECK',
  'OKTA_TESTING_TESTINGDISABLEHTTPSCHECK',
  'OKTA_CLIENT_DISABLEHTTPSCHECK',
];

const all = (names: readonly string[], value: string) =>
  Object.fromEntries(names.map((name) => [name, value]));

/**
 * Returns `env` with what a program needs to reach Okta. It uses the names of Okta's SDKs and of Okta's Terraform provider (OKTA_ORG_NAME,
 * OKTA_BASE_URL, OKTA_API_TOKEN, OKTA_ACCESS_TOKEN), which takes https only. It leaves out every variable that names another org or another credential, so
 * that the program has one credential. Through the door, the program reaches 127.0.0.1 without a proxy. Pure.
 */
export function execEnv(
  env: NodeJS.ProcessEnv,
  way: Way,
  platform: NodeJS.Platform = process.platform,
): NodeJS.ProcessEnv {
  const kind = 'door' in way ? 'door' : 'value';
  const kept = Object.fromEntries(
    Object.entries(env)
      .filter(([name]) => !hiddenBy(name, kind))
      .map(([name, value]) => [name, isJavaOptions(name) ? withoutJavaSettings(value ?? '') : value]),
  );
  if ('door' in way) {
    return {
      ...withLoopbackDirect(kept, platform),
      ...all(orgUrlNames, way.door),
      ...all(modeNames, 'SSWS'),
      ...all(plainHttpNames, 'true'),
      OKTA_CLIENT_TOKEN: noToken,
    };
  }
  const [orgName, baseUrl] = terraformNames(new URL(way.origin).host);
  return {
    ...kept,
    ...all(orgUrlNames, way.origin),
    ...all(modeNames, way.scheme),
    OKTA_CLIENT_TOKEN: way.value,
    [way.scheme === 'SSWS' ? 'OKTA_API_TOKEN' : 'OKTA_ACCESS_TOKEN']: way.value,
    ...(baseUrl === '' ? {} : { OKTA_ORG_NAME: orgName, OKTA_BASE_URL: baseUrl }),
  };
}

/**
 * Returns the names of the variables for another credential or org that `before` has, and that `after` lacks or changes. It never returns a
 * value. It cuts names and keeps printable characters only, for a line on a terminal. Pure.
 */
export function hiddenNames(before: NodeJS.ProcessEnv, after: NodeJS.ProcessEnv): string[] {
  const names = Object.entries(before).flatMap(([name, value]) => {
    if (after[name] === value || value === '') return [];
    if (isJavaOptions(name))
      return after[name] === withoutJavaSettings(value ?? '') ? [words.execEnv.javaOptions(name)] : [];
    return hiddenBy(name, 'door') ? [name] : [];
  });
  return names.map((name) => clip(name.replace(/[^\x20-\x7e…]/g, '?'), 80)).toSorted();
}

const isJavaOptions = (name: string): boolean => javaOptions.includes(name.toUpperCase());
