import type { Outcome } from '../../shared/contract/outcome.ts';
import { unlessAborted } from '../base/unless-aborted.ts';
import { type Credential, credentialHeaders } from './credential.ts';
import { ForbiddenOrg, type Route } from './dispatchers.ts';
import { outcome } from './outcomes.ts';
import { FatalProxy } from './proxy.ts';
import type { Headers } from './rate-limits.ts';
import { neverSent, outcomeOfTransport } from './transport-errors.ts';
import { wholeAnswer } from './whole-answer.ts';
import { words } from './words.ts';

/** A program's call, which Keyturn makes with a token. */
export interface PassedCall {
  readonly origin: string;
  /** Null for a call with its own credential, such as one to the token endpoint. */
  readonly secret: Credential | null;
  readonly method: string;
  /** Starts with `/`, percent-encoded. */
  readonly path: string;
  /** The query with its `?`, or empty. */
  readonly search: string;
  /** The program's headers about its body and the answers it accepts; never its own Authorization or cookies. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
  /** Called right before the request begins to go out. From then on Okta may carry the call out. */
  readonly onBegin?: () => void;
  readonly signal: AbortSignal;
}

/** Okta's answer as it came, or the outcome of a call without an answer. The outcome says whether the call may still have reached Okta. */
export type Passed =
  | { readonly status: number; readonly headers: Headers; readonly body: Buffer; readonly ms: number }
  | { readonly outcome: Outcome; readonly ms: number; readonly maybeDone: boolean };

/**
 * Makes one call unchanged: no retries, no waits, no redirects, because the program handles these itself. Rejects with the signal's reason
 * when aborted; every other failure is an outcome.
 */
export async function passOn(
  call: PassedCall,
  routeTo: (origin: string) => Route | Promise<Route>,
  totalMs: number,
): Promise<Passed> {
  const url = new URL(`${call.origin}${call.path}${call.search}`);
  // The call stays on the token's org, whatever the path contains.
  if (url.origin !== call.origin || url.protocol !== 'https:' || url.username !== '') {
    throw new Error('A call must stay at its https origin.');
  }
  const started = performance.now();
  const spent = () => performance.now() - started;
  const deadline = new AbortController();
  const timer = setTimeout(
    () => deadline.abort(new DOMException('The call took too long.', 'TimeoutError')),
    totalMs,
  );
  const signal = AbortSignal.any([call.signal, deadline.signal]);
  let route: Route | null = null;
  try {
    route = await unlessAborted(Promise.resolve(routeTo(call.origin)), signal);
    const credential = await credentialHeaders(call.secret, call.method, url.href);
    signal.throwIfAborted();
    call.onBegin?.();
    const answer = await wholeAnswer({
      origin: url.origin,
      method: call.method,
      path: `${url.pathname}${url.search}`,
      headers: { ...call.headers, ...credential },
      body: call.body,
      dispatcher: route.dispatcher,
      signal,
    });
    return { ...answer, ms: spent() };
  } catch (error) {
    call.signal.throwIfAborted();
    if (error instanceof ForbiddenOrg) {
      return {
        outcome: outcome('policy', error.message, words.client.askAdministrator),
        ms: spent(),
        maybeDone: false,
      };
    }
    if (error instanceof FatalProxy) {
      return {
        outcome: outcome('proxy', error.message, words.client.changeProxy),
        ms: spent(),
        maybeDone: false,
      };
    }
    const reason = deadline.signal.aborted ? deadline.signal.reason : error;
    return {
      outcome: outcomeOfTransport(url.host, reason, route?.proxy ?? null),
      ms: spent(),
      maybeDone: !neverSent(reason),
    };
  } finally {
    clearTimeout(timer);
  }
}
