import { javaOptions } from './exec-hidden.ts';

/** The names of this computer, as programs may write them. */
const loopback = ['127.0.0.1', 'localhost'];

const proxyNames = /^(?:(?:https?|all|ftp|socks|ws|wss)_proxy|global_agent_https?_proxy)$/i;

/**
 * Returns `env` changed so that programs reach 127.0.0.1 and localhost without a proxy. Some programs read `no_proxy` and others
 * `NO_PROXY`, so both get the entries of both, and these two names. A `*` means all hosts only when it is alone (curl, Python), so it stays
 * alone. Node's global-agent has its own list, and a Java virtual machine can have one. Pure.
 */
export function withLoopbackDirect(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): NodeJS.ProcessEnv {
  const named = (wanted: string) =>
    Object.keys(env).filter((name) =>
      platform === 'win32' ? name.toUpperCase() === wanted.toUpperCase() : name === wanted,
    );
  const names = [...new Set([...named('no_proxy'), ...named('NO_PROXY')])];
  const withProxy = Object.keys(env).some((name) => proxyNames.test(name));
  // When the environment has no_proxy, Python does not ask macOS and Windows for their proxy.
  const silent = !withProxy && names.length === 0 && (platform === 'darwin' || platform === 'win32');
  const kept = Object.entries(env).filter(([name]) => silent || !names.includes(name));
  return {
    ...Object.fromEntries(kept.map(([name, value]) => [name, direct(name, value)])),
    ...(silent ? {} : both(joined(names.map((name) => env[name] ?? '')))),
  };
}

const both = (list: string) => ({ no_proxy: list, NO_PROXY: list });

/** Returns one list of all entries, each once, with the names of this computer at the end. */
function joined(lists: readonly string[]): string {
  if (lists.some((list) => list.trim() === '*')) return '*';
  const entries = [...lists.flatMap((list) => list.split(/[\s,]+/)), ...loopback];
  return [...new Set(entries.filter((entry) => entry !== ''))].join(',');
}

/** Adds this computer to the other lists of exemptions. Each list replaces a default that holds this computer. */
function direct(name: string, value: string | undefined): string | undefined {
  const upper = name.toUpperCase();
  if (upper === 'GLOBAL_AGENT_NO_PROXY') return joined([value ?? '']);
  // A person's own list replaces Java's default list, which holds the loopback (Java, networking properties).
  if (javaOptions.includes(upper)) {
    return value?.replace(/(-Dhttp\.nonProxyHosts=["']?)/g, `$1${loopback.join('|')}|`);
  }
  return value;
}
