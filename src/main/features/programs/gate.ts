import type { Door } from '../../../shared/contract/programs.ts';
import { isPlainPath } from './segments.ts';
import { words } from './words.ts';

/** What a program asked for, as far as its request line and headers tell. */
export interface Knock {
  readonly method: string;
  /** The request target as it came: origin form, percent-encoded. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

export interface Passage {
  readonly alias: string;
  /** Of the org's own API, beginning with `/`. */
  readonly path: string;
  /** With its `?`, or empty. */
  readonly search: string;
}

/** Why something is not let through, and the status the program is answered with. */
export interface Refusal {
  readonly status: number;
  readonly sentence: string;
}

export const isRefusal = (said: Passage | Refusal): said is Refusal => 'status' in said;

const noPath: Refusal = {
  status: 404,
  sentence: words.gate.noPath,
};

/** RFC 3986's query, and brackets and braces, which many clients leave as they are; percent-encoding in two hex digits. */
const plainQuery = /^(?:\?(?:[A-Za-z0-9._~!$&'()*+,;=:@/?[\]{}|^`<>-]|%[0-9A-Fa-f]{2})*)?$/;

const known = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Where a request goes, or why it is refused before anybody is asked. A page in a browser reaches 127.0.0.1, too: what it sends is told
 * by its Origin, Sec-Fetch-Site or Host (a name that was bound to this address), and never passes. Nor does an address that was typed into a
 * browser (Sec-Fetch-Site: none): one that was typed may have led here by a redirect. Pure.
 */
export function passageOf({ method, target, headers }: Knock, port: number): Passage | Refusal {
  const host = headers.host;
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) {
    return { status: 421, sentence: words.gate.otherHost(port) };
  }
  if (headers.origin !== undefined || headers['sec-fetch-site'] !== undefined) {
    return { status: 403, sentence: words.gate.browser };
  }
  if (!known.includes(method)) return { status: 405, sentence: words.gate.noMethod(method) };
  if (!target.startsWith('/') || target.startsWith('//')) {
    return { status: 400, sentence: words.gate.noName };
  }
  const cut = target.indexOf('?');
  const path = cut < 0 ? target : target.slice(0, cut);
  const search = cut < 0 ? '' : target.slice(cut);
  if (path === '/') return noPath;
  if (!isPlainPath(path) || !plainQuery.test(search)) {
    return {
      status: 400,
      sentence: words.gate.unclear,
    };
  }
  const [, alias = '', rest = ''] = /^\/([^/]*)(\/.*)?$/.exec(path) ?? [];
  if (rest === '') return noPath;
  return { alias, path: rest, search };
}

const shut: Refusal = {
  status: 403,
  sentence: words.gate.shut,
};

/** Why a door does not let a call through; null when it does. Pure. */
export function refusedBy(door: Door, method: string, path: string): Refusal | null {
  if (!door.open) return shut;
  if (door.access === 'read' && method !== 'GET' && method !== 'HEAD') {
    return {
      status: 403,
      sentence: words.gate.readsOnly(method),
    };
  }
  if (!isBelow(door.paths, path)) {
    return {
      status: 403,
      sentence: words.gate.otherPath(path),
    };
  }
  return null;
}

/** Why a door does not let the value itself be asked for; null when it does. Pure. */
export function valueRefusedBy(door: Door, method: string): Refusal | null {
  if (!door.open) return shut;
  if (method !== 'POST') return { status: 405, sentence: words.gate.valueByPost };
  if (door.value) return null;
  return {
    status: 403,
    sentence: words.gate.noValue,
  };
}

/** Returns whether a path is one of the beginnings, or below one. Pure. */
export const isBelow = (beginnings: readonly string[], path: string): boolean =>
  beginnings.some((begin) => path === begin.replace(/\/$/, '') || path.startsWith(withSlash(begin)));

const withSlash = (begin: string): string => (begin.endsWith('/') ? begin : `${begin}/`);

/** The beginnings a person wrote, each as the door reads it; null for one that is no path of Okta's API. Pure. */
export function readPaths(paths: readonly string[]): string[] | null {
  const read = paths.map((path) => path.trim()).filter((path) => path !== '');
  const fits = (path: string) =>
    /^\/(?:api\/v1|oauth2)(?:\/[A-Za-z0-9._~-]+)*\/?$/.test(path) && isPlainPath(path);
  return read.length > 0 && read.every(fits) ? [...new Set(read)] : null;
}
