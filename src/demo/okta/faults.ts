import type { ServerResponse } from 'node:http';
import { errorReply } from './reply.ts';

/** A fault in the answers of some calls. */
export type Fault =
  | { readonly kind: 'latency'; readonly ms: number }
  | { readonly kind: 'reset' }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'html'; readonly status?: number }
  | { readonly kind: 'too-many'; readonly resetInSeconds?: number; readonly concurrency?: boolean }
  | { readonly kind: 'status'; readonly status: number; readonly errorCode?: string }
  | { readonly kind: 'drip'; readonly ms: number }
  | { readonly kind: 'huge'; readonly bytes: number }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'next'; readonly to: string }
  | { readonly kind: 'links'; readonly change: (links: readonly string[]) => readonly string[] }
  | {
      readonly kind: 'refusal';
      readonly status: number;
      /** Replaces headers of the same name; null removes one. */
      readonly headers: Readonly<Record<string, string | string[] | null>>;
      /** No body by default. */
      readonly body?: unknown;
    }
  | { readonly kind: 'hang' };

export interface PlannedFault {
  readonly fault: Fault;
  readonly path: RegExp;
  readonly method: string | null;
  /** Whether the call is executed before its answer fails. */
  readonly reaches: boolean;
  /** How many calls it affects; Infinity until cleared. */
  left: number;
}

/**
 * Faults of something in front of Okta, or of an Okta that refuses: the call is not executed. The other faults spoil the answer on its way.
 */
const before: ReadonlySet<Fault['kind']> = new Set([
  'html',
  'too-many',
  'status',
  'redirect',
  'refusal',
  'hang',
]);

/** The faults of one server, in order of arrival. */
export class Faults {
  #planned: PlannedFault[] = [];

  /**
   * Makes the next `times` calls (default 1) with a matching path and method fail. `reaches` says whether Okta still executes the call: a
   * revoke that is answered 502 may have happened.
   */
  add(
    fault: Fault,
    options: { path?: RegExp; method?: string; times?: number; reaches?: boolean } = {},
  ): void {
    this.#planned.push({
      fault,
      path: options.path ?? /./,
      method: options.method ?? null,
      reaches: options.reaches ?? !before.has(fault.kind),
      left: options.times ?? 1,
    });
  }

  clear(): void {
    this.#planned = [];
  }

  take(method: string, path: string): PlannedFault | null {
    const planned = this.#planned.find(
      (one) => one.left > 0 && one.path.test(path) && (one.method ?? method) === method,
    );
    if (planned === undefined) return null;
    planned.left--;
    return planned;
  }
}

/** Answers as the fault says. Returns true when the answer is finished. `text` is the normal answer. */
export function spoil(
  fault: Fault,
  response: ServerResponse,
  text: string,
  headers: Record<string, string | string[]>,
  nowSeconds: number,
): boolean {
  switch (fault.kind) {
    case 'latency':
      return false;
    case 'hang':
      return true;
    case 'reset':
      response.writeHead(200, { ...headers, 'content-length': String(text.length) });
      response.write(text.slice(0, Math.ceil(text.length / 2)), () => response.socket?.destroy());
      return true;
    case 'truncated':
      response.writeHead(200, headers);
      response.end(text.slice(0, Math.ceil(text.length / 2)));
      return true;
    case 'html':
      response.writeHead(fault.status ?? 502, { 'content-type': 'text/html' });
      response.end('<!doctype html><title>Gateway</title><h1>Something is not right</h1>');
      return true;
    case 'too-many':
      response.writeHead(429, {
        ...headers,
        'x-rate-limit-limit': fault.concurrency ? '0' : '600',
        'x-rate-limit-remaining': '0',
        'x-rate-limit-reset': String(nowSeconds + (fault.resetInSeconds ?? 1)),
      });
      response.end(JSON.stringify(errorReply(429, 'E0000047').body));
      return true;
    case 'status': {
      response.writeHead(fault.status, headers);
      response.end(JSON.stringify(errorReply(fault.status, fault.errorCode ?? 'E0000009').body));
      return true;
    }
    case 'drip': {
      response.writeHead(200, headers);
      let at = 0;
      const timer = setInterval(() => {
        response.write(text.slice(at, at + 1));
        at++;
        if (at >= text.length || response.destroyed) {
          clearInterval(timer);
          response.end();
        }
      }, fault.ms);
      return true;
    }
    case 'huge':
      response.writeHead(200, headers);
      response.end(`{"filler":"${'x'.repeat(fault.bytes)}"}`);
      return true;
    case 'next':
      response.writeHead(200, { ...headers, link: `<${fault.to}>; rel="next"` });
      response.end(text);
      return true;
    case 'links': {
      const link = fault.change([headers.link ?? []].flat());
      response.writeHead(200, { ...headers, link: [...link] });
      response.end(text);
      return true;
    }
    case 'refusal': {
      const all = Object.entries({ ...headers, ...fault.headers });
      response.writeHead(
        fault.status,
        Object.fromEntries(all.flatMap(([k, v]) => (v === null ? [] : [[k, v]]))),
      );
      response.end(fault.body === undefined ? undefined : JSON.stringify(fault.body));
      return true;
    }
    case 'redirect':
      response.writeHead(302, { ...headers, location: fault.to });
      response.end();
      return true;
  }
}
