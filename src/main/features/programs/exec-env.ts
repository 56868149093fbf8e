import { terraformNames } from '../../../shared/use-texts.ts';

/** How a program finds Okta: through the door, where it needs no token, or by itself, with the value. */
export type Way = { readonly door: string } | { readonly origin: string; readonly value: string };

/** What Okta's SDKs take for a token when none is needed; the door leaves a program's own Authorization behind. */
const noToken = 'keyturn';

const terraform = ['OKTA_ORG_NAME', 'OKTA_BASE_URL', 'OKTA_API_TOKEN'];

/**
 * `env` with what a program needs to reach Okta. The names are those of Okta's SDKs (OKTA_CLIENT_ORGURL, OKTA_CLIENT_TOKEN; the door speaks
 * http on this computer, which they take only with OKTA_TESTING_DISABLEHTTPSCHECK) and of its Terraform provider (OKTA_ORG_NAME,
 * OKTA_BASE_URL, OKTA_API_TOKEN), which takes https only. Whatever of these was there before is gone, so that no other org is reached. Pure.
 */
export function execEnv(env: NodeJS.ProcessEnv, way: Way): NodeJS.ProcessEnv {
  const names = [...terraform, 'OKTA_CLIENT_ORGURL', 'OKTA_CLIENT_TOKEN', 'OKTA_TESTING_DISABLEHTTPSCHECK'];
  const kept = Object.fromEntries(
    Object.entries(env).filter(([name]) => !names.includes(name.toUpperCase())),
  );
  if ('door' in way) {
    return {
      ...kept,
      OKTA_CLIENT_ORGURL: way.door,
      OKTA_CLIENT_TOKEN: noToken,
      OKTA_TESTING_DISABLEHTTPSCHECK: 'true',
    };
  }
  const [orgName, baseUrl] = terraformNames(new URL(way.origin).host);
  return {
    ...kept,
    OKTA_CLIENT_ORGURL: way.origin,
    OKTA_CLIENT_TOKEN: way.value,
    OKTA_API_TOKEN: way.value,
    ...(baseUrl === '' ? {} : { OKTA_ORG_NAME: orgName, OKTA_BASE_URL: baseUrl }),
  };
}
