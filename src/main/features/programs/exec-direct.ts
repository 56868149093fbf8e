import { javaOptions } from './exec-hidden.ts';

/** Where the door is, as programs may write it. */
const loopback = ['127.0.0.1', 'localhost'];

const proxyNames = /^(?:(?:https?|all|ftp|socks|ws|wss)_proxy|global_agent_https?_proxy)$/i;

/**
 * Returns `env` so that programs reach 127.0.0.1 and localhost without a proxy: `no_proxy` and `NO_PROXY`, which different programs prefer, both
 * list what either did, and these two besides. `*` alone, which is for all hosts and only so when it is alone (curl, Python), stays alone.
 * Node's global-agent has a list of its own, and so has a Java virtual machine that was given one. Pure.
 */
export function withLoopbackDirect(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): NodeJS.ProcessEnv {
  const named = (wanted: string) =>
    Object.keys(env).filter((name) =>
      platform === 'win32' ? name.toUpperCase() === wanted.toUpperCase() : name === wanted,
    );
  const names = [...new Set([...named('no_proxy'), ...named('NO_PROXY')])];
  const withProxy = Object.keys(env).some((name) => proxyNames.test(name));
  // Python takes an environment with no_proxy for one that says all, and asks macOS and Windows for their proxy no more.
  const silent = !withProxy && names.length === 0 && (platform === 'darwin' || platform === 'win32');
  const kept = Object.entries(env).filter(([name]) => silent || !names.includes(name));
  return {
    ...Object.fromEntries(kept.map(([name, value]) => [name, direct(name, value)])),
    ...(silent ? {} : both(joined(names.map((name) => env[name] ?? '')))),
  };
}

const both = (list: string) => ({ no_proxy: list, NO_PROXY: list });

/** The lists as one, each entry once, with the loopback's names at its end. */
function joined(lists: readonly string[]): string {
  if (lists.some((list) => list.trim() === '*')) return '*';
  const entries = [...lists.flatMap((list) => list.split(/[\s,]+/)), ...loopback];
  return [...new Set(entries.filter((entry) => entry !== ''))].join(',');
}

/** Other lists of exemptions, which stand in place of a default that has the loopback. */
function direct(name: string, value: string | undefined): string | undefined {
  const upper = name.toUpperCase();
  if (upper === 'GLOBAL_AGENT_NO_PROXY') return joined([value ?? '']);
  // A list of one's own takes the place of Java's, which has the loopback (Java, networking properties).
  if (javaOptions.includes(upper)) {
    return value?.replace(/(-Dhttp\.nonProxyHosts=["']?)/g, `$1${loopback.join('|')}|`);
  }
  return value;
}
