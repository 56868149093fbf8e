import { terraformNames } from '../../../shared/use-texts.ts';
import { withoutDoorProxies } from './exec-proxies.ts';

/** How a program finds Okta: through the door, where it needs no token, or by itself, with the value. */
export type Way = { readonly door: string } | { readonly origin: string; readonly value: string };

/** What a program is started with. */
export interface ExecEnv {
  readonly env: NodeJS.ProcessEnv;
  /** Names of what the shell had and the program does not see; said to the person, without values. */
  readonly hidden: readonly string[];
}

/** Stands for a token where none is needed: the door leaves a program's own Authorization behind. */
const noToken = 'keyturn';

/**
 * What a program may keep of `OKTA...`: how a client waits, retries, logs and caches. Everything else may name another org, another app
 * or another way to sign in, so it is hidden: Okta's SDKs prefer a private key to a token, and its Terraform provider takes whichever of
 * two credentials it finds first.
 */
const harmless =
  /^OKTA_+CLIENT_+(?:(?:CONNECTION|REQUEST|SOCKET)_?TIMEOUT|(?:RATE_?LIMIT|LOGGING|LOG|CACHE)(?:_+[A-Z_]+)?|MAX_?RETRIES|USER_?AGENT(?:_?EXTRA)?)$/;

/** Options of Java's own that set what the SDK for Java puts before the environment. */
const javaOptions = new Set([
  'JAVA_TOOL_OPTIONS',
  'JDK_JAVA_OPTIONS',
  '_JAVA_OPTIONS',
  'MAVEN_OPTS',
  'GRADLE_OPTS',
]);
const javaCredential = /(?:^|(?<=\s))(?:"-Dokta\.[^"]*"|'-Dokta\.[^']*'|-Dokta\.\S*)\s*/g;

/** Proxies that are set for Okta's SDKs alone: they would send calls to the door away from this computer. */
const sdkProxy = /^OKTA_+CLIENT_+PROXY_+[A-Z_]+$/;

/**
 * Returns `env` with what a program needs to reach Okta, and with one credential only. The names are those of Okta's SDKs
 * (OKTA_CLIENT_ORGURL, OKTA_CLIENT_TOKEN, and OKTA_CLIENT_AUTHORIZATIONMODE, which overrides a mode set in okta.yaml; the door speaks http
 * on this computer, which they take only with OKTA_TESTING_DISABLEHTTPSCHECK) and of its Terraform provider (OKTA_ORG_NAME, OKTA_BASE_URL,
 * OKTA_API_TOKEN), which takes https only. Names are compared without regard to case, as Windows does. Pure.
 */
export function execEnv(env: NodeJS.ProcessEnv, way: Way): ExecEnv {
  const hidden: string[] = [];
  const kept: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(env)) {
    const upper = name.toUpperCase().replaceAll('.', '_');
    if (/^OKTA(?:_|$)/.test(upper) && !harmless.test(upper)) {
      // Towards Okta itself, a proxy of the SDK's own is the person's way out.
      if ('value' in way && sdkProxy.test(upper)) kept[name] = value;
      else hidden.push(name);
    } else if (javaOptions.has(upper) && value !== undefined && value.search(javaCredential) >= 0) {
      kept[name] = value.replace(javaCredential, '').trim();
      hidden.push(`-Dokta. in ${name}`);
    } else {
      kept[name] = value;
    }
  }
  if ('door' in way) {
    return {
      env: {
        ...withoutDoorProxies(kept),
        OKTA_CLIENT_ORGURL: way.door,
        OKTA_CLIENT_TOKEN: noToken,
        OKTA_CLIENT_AUTHORIZATIONMODE: 'SSWS',
        OKTA_TESTING_DISABLEHTTPSCHECK: 'true',
      },
      hidden,
    };
  }
  const [orgName, baseUrl] = terraformNames(new URL(way.origin).host);
  return {
    env: {
      ...kept,
      OKTA_CLIENT_ORGURL: way.origin,
      OKTA_CLIENT_TOKEN: way.value,
      OKTA_CLIENT_AUTHORIZATIONMODE: 'SSWS',
      OKTA_API_TOKEN: way.value,
      ...(baseUrl === '' ? {} : { OKTA_ORG_NAME: orgName, OKTA_BASE_URL: baseUrl }),
    },
    hidden,
  };
}
