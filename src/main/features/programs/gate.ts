import type { Door } from '../../../shared/contract/programs.ts';
import { isPlainPath } from './segments.ts';
import { words } from './words.ts';

/** A program's request, by its request line and headers. */
export interface Knock {
  readonly method: string;
  /** The request target as it arrived: origin form, percent-encoded. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** A request that passed the gate. */
export interface Passage {
  readonly alias: string;
  /** The path in the org's API, beginning with `/`. */
  readonly path: string;
  /** The query with its `?`, or an empty text. */
  readonly search: string;
}

/** The reason for a refusal, and the HTTP status that the program gets. */
export interface Refusal {
  readonly status: number;
  readonly sentence: string;
}

/** Returns whether a request was refused. */
export const isRefusal = (said: Passage | Refusal): said is Refusal => 'status' in said;

const noPath: Refusal = {
  status: 404,
  sentence: words.gate.noPath,
};

/** RFC 3986's query, with brackets and braces, which many clients do not encode, and percent-encoding in two hex digits. */
const plainQuery = /^(?:\?(?:[A-Za-z0-9._~!$&'()*+,;=:@/?[\]{}|^`<>-]|%[0-9A-Fa-f]{2})*)?$/;

/** Names by which some frameworks take another method from a query. A read would then change something. */
const methodName = /^(?:_http_?|_|x-http-|x-)method(?:-override)?$/i;

const known = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Returns where a request goes, or why Keyturn refuses it before asking anybody. A page in a browser also reaches 127.0.0.1. Its requests
 * show in their Origin, Sec-Fetch-Site or Host (a name that was bound to this address), and never pass. An address that a person typed into
 * a browser (Sec-Fetch-Site: none) does not pass either, because a redirect may have led here. Pure.
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
  if ([...new URLSearchParams(search).keys()].some((name) => methodName.test(name))) {
    return { status: 400, sentence: words.gate.otherMethod };
  }
  const [, alias = '', rest = ''] = /^\/([^/]*)(\/.*)?$/.exec(path) ?? [];
  if (rest === '') return noPath;
  return { alias, path: rest, search };
}

const shut: Refusal = {
  status: 403,
  sentence: words.gate.shut,
};

/** Returns why a door refuses a call. Returns null when the door lets it through. Pure. */
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

/** Returns why a door refuses a request for the value itself. Returns null when the door lets it through. Pure. */
export function valueRefusedBy(door: Door, method: string): Refusal | null {
  if (!door.open) return shut;
  if (method !== 'POST') return { status: 405, sentence: words.gate.valueByPost };
  if (door.value) return null;
  return {
    status: 403,
    sentence: words.gate.noValue,
  };
}

/** Returns whether a path equals one of the beginnings or is below one. Pure. */
export const isBelow = (beginnings: readonly string[], path: string): boolean =>
  beginnings.some((begin) => path === begin.replace(/\/$/, '') || path.startsWith(withSlash(begin)));

const withSlash = (begin: string): string => (begin.endsWith('/') ? begin : `${begin}/`);

/** Returns a person's paths as the door reads them. Returns null when one is not a path of Okta's API. Pure. */
export function readPaths(paths: readonly string[]): string[] | null {
  const read = paths.map((path) => path.trim()).filter((path) => path !== '');
  const fits = (path: string) =>
    /^\/(?:api\/v1|oauth2)(?:\/[A-Za-z0-9._~-]+)*\/?$/.test(path) && isPlainPath(path);
  return read.length > 0 && read.every(fits) ? [...new Set(read)] : null;
}
