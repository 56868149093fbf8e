/** The names that programs know this computer by, where Keyturn's door is. */
const here = ['127.0.0.1', 'localhost'] as const;

/** `no_proxy`, and the same for global-agent, which knows its own name only. */
const exemptions = [
  { names: ['no_proxy', 'NO_PROXY'], where: null },
  { names: ['GLOBAL_AGENT_NO_PROXY'], where: /^GLOBAL_AGENT_HTTPS?_PROXY$/ },
] as const;

/** Returns the names of `env` that are `wanted` in some spelling of case. */
const spellings = (env: NodeJS.ProcessEnv, wanted: string): string[] =>
  Object.keys(env).filter((name) => name.toUpperCase() === wanted.toUpperCase());

/**
 * Returns what a program reads as its exemptions: all that stood in any of its spellings, then this computer. A list that is `*` exempts
 * every host already; curl takes `*` only when it stands alone, so it stays alone.
 */
function exempted(env: NodeJS.ProcessEnv, names: readonly string[]): string {
  const found = [...new Set(names.flatMap((name) => spellings(env, name)))];
  const entries = found.flatMap((name) => (env[name] ?? '').split(/[\s,]+/)).filter((entry) => entry !== '');
  if (entries.includes('*')) return '*';
  return [...new Set([...entries, ...here])].join(',');
}

/**
 * Returns `env` in which no proxy stands between a program and this computer. curl, Python, Go and .NET read `no_proxy` or `NO_PROXY`, some
 * of them one spelling only, so both say the same.
 */
export function withoutDoorProxies(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const changed = { ...env };
  for (const { names, where } of exemptions) {
    if (where !== null && !Object.keys(env).some((name) => where.test(name.toUpperCase()))) continue;
    const value = exempted(env, names);
    for (const name of names.flatMap((one) => spellings(env, one))) delete changed[name];
    for (const name of names) changed[name] = value;
  }
  return changed;
}

/**
 * Returns the proxy for https that `env` names, or null where there is none or it is not one for http: Okta's SDK for Node sends every
 * call through it, also those by http to this computer, and reads no exemption (okta-sdk-nodejs, src/http.js).
 */
export function httpsProxyOf(env: NodeJS.ProcessEnv): URL | null {
  const name = ['https_proxy', 'HTTPS_PROXY', ...spellings(env, 'https_proxy')].find(
    (one) => (env[one] ?? '') !== '',
  );
  const text = name === undefined ? '' : (env[name] ?? '').trim();
  // curl and Go take a proxy without a scheme for one of http.
  const url = text === '' ? null : URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url : null;
}

/** Returns `env` with another proxy for https, in every spelling that programs read. */
export function withHttpsProxy(env: NodeJS.ProcessEnv, proxy: string): NodeJS.ProcessEnv {
  const changed = { ...env };
  for (const name of spellings(env, 'https_proxy')) delete changed[name];
  return { ...changed, https_proxy: proxy, HTTPS_PROXY: proxy };
}
