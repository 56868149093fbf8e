import type { Outcome } from '../../shared/contract/outcome.ts';
import type { RateLimit } from '../../shared/contract/testing.ts';
import { Failed } from '../base/failure.ts';
import { JoinedSignal } from '../base/joined-signal.ts';
import type { Clock, Log } from '../base/ports.ts';
import { unlessAborted } from '../base/unless-aborted.ts';
import type { Answer, AnswerFacts, AnswerNote, Call, CallForOne, PageAnswer } from './answer.ts';
import { type Credential, credentialHeaders } from './credential.ts';
import { Dispatchers, ForbiddenOrg, type Limits } from './dispatchers.ts';
import { withoutEcho } from './echo.ts';
import { failure, judged, nonceWanted, nothing, refusedWith, signInFirst } from './judge.ts';
import { nextPage } from './links.ts';
import type { OktaNetwork } from './network.ts';
import { outcome } from './outcomes.ts';
import { type Passed, type PassedCall, passOn } from './pass-on.ts';
import { longestWait, type Patience } from './patience.ts';
import { FatalProxy } from './proxy.ts';
import { inOurTime, isConcurrency, rateLimitOf, saysConcurrency } from './rate-limits.ts';
import { header, type Raw, sendable } from './raw-answer.ts';
import { type WellKnown, wellKnown } from './schemas.ts';
import { brokeOff, outcomeOfTransport } from './transport-errors.ts';
import { askedWait } from './waits.ts';
import { wholeAnswer } from './whole-answer.ts';
import { words } from './words.ts';

export interface OktaClientOptions {
  readonly clock: Clock;
  readonly version: string;
  /** Returns the network settings; called for each org's first call. */
  readonly network: () => OktaNetwork;
  /** Returns why Keyturn may not call an org at all, or null when it may; asked for each call. Absent: every org. */
  readonly orgRefusal?: (origin: string) => string | null;
  readonly log: Log;
  /** Returns a number from 0 to 1, for jitter. */
  readonly random?: () => number;
  readonly limits?: Partial<Limits>;
}

const defaults: Limits = {
  connectMs: 10_000,
  headersMs: 15_000,
  bodyMs: 15_000,
  totalMs: 30_000,
  bodyBytes: 8_000_000,
};
const mostRetries = 3;
/** The wait after a 429 that gives no time. */
const unsaidWaitMs = 10_000;

/**
 * The only way to call Okta. Every failure is an outcome. No call throws, except that an aborted one rejects with its signal's reason.
 * Redirects are reported, never followed. GET is retried on 429 and 5xx, all other methods on 429 only (Okta did not act then).
 */
export class OktaClient {
  readonly #o: OktaClientOptions;
  readonly #limits: Limits;
  readonly #dispatchers: Dispatchers;
  /** How far each org's clock is ahead of this computer's, in ms. */
  readonly #ahead = new Map<string, number>();
  readonly #seen = new Map<string, Map<string, RateLimit>>();
  readonly #listeners = new Set<(note: AnswerNote) => void>();
  /** Aborted by close(), which ends the calls in progress. */
  #closing = new AbortController();

  constructor(options: OktaClientOptions) {
    this.#o = options;
    this.#limits = { ...defaults, ...options.limits };
    this.#dispatchers = new Dispatchers(options.network, this.#limits, options.orgRefusal);
  }

  /** Calls GET /.well-known/okta-organization, which identifies an org without a token. */
  async wellKnown(origin: string, signal?: AbortSignal, patience?: Patience): Promise<Answer<WellKnown>> {
    const asked = await this.#ask({
      origin,
      secret: null,
      path: '/.well-known/okta-organization',
      schema: wellKnown,
      ...(signal === undefined ? {} : { signal }),
      ...(patience === undefined ? {} : { patience }),
    });
    return asked.answer;
  }

  /** Makes one call with a token. */
  async call<T>(call: CallForOne<T>): Promise<Answer<T>> {
    return (await this.#ask<T>(call)).answer;
  }

  /** Returns one page of a list. */
  async page<T>(call: Call<T[]>): Promise<PageAnswer<T>> {
    const { answer, link, search } = await this.#ask(call);
    if (answer.kind !== 'accepted') return answer;
    return { ...answer, next: nextPage(link, { origin: call.origin, path: call.path, search }) };
  }

  /** Returns the pages of a list. Ends after the last page, after the first that failed, or at a next page that is not followed. */
  async *pages<T>(call: Call<T[]>): AsyncGenerator<PageAnswer<T>> {
    const cursors = new Set<string>();
    for (let search = call.search; ; ) {
      let answer = await this.page<T>({ ...call, ...(search === undefined ? {} : { search }) });
      if (answer.kind === 'accepted' && answer.next.kind === 'next') {
        const { cursor } = answer.next;
        // The number of pages has no limit, so every cursor must be new.
        if (cursors.has(cursor)) answer = { ...answer, next: { kind: 'not-followed', why: 'repeats' } };
        cursors.add(cursor);
      }
      yield answer;
      if (answer.kind !== 'accepted' || answer.next.kind !== 'next') return;
      search = answer.next.search;
    }
  }

  /** Makes one call of a program, unchanged. Its answer counts for the limits like any other. Rejects only when aborted. */
  async pass(call: PassedCall): Promise<Passed> {
    const passed = await passOn(
      {
        ...call,
        headers: {
          ...call.headers,
          'user-agent': [call.headers['user-agent'] ?? [], `keyturn/${this.#o.version}`].flat().join(' '),
        },
        signal: AbortSignal.any([call.signal, this.#closing.signal]),
      },
      (origin) => this.#dispatchers.to(origin),
      this.#limits.totalMs,
    );
    if ('status' in passed) this.#factsOf(call, { ...passed, text: '' });
    return passed;
  }

  /** Returns the last known limits of an org, one per family of endpoints. */
  rateLimitsOf(origin: string): RateLimit[] {
    return [...(this.#seen.get(origin)?.values() ?? [])];
  }

  /** Calls `listener` with every answer. Returns a function that unsubscribes. */
  onAnswer(listener: (note: AnswerNote) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Opens new connections after a change of the proxy or the root certificates. */
  networkChanged(): void {
    void this.#dispatchers.clear();
  }

  /** Ends every call in progress, which then rejects with Failed `cancelled`, and every connection. A later call opens its own. */
  async close(): Promise<void> {
    this.#closing.abort(new Failed('cancelled', words.client.closing));
    this.#closing = new AbortController();
    await this.#dispatchers.end();
  }

  async #ask<T>(
    asked: Asked<T>,
  ): Promise<{ answer: Answer<T>; link: Raw['headers'][string]; search: string }> {
    using end = new JoinedSignal(asked.signal, this.#closing.signal);
    const call = { ...asked, signal: end.signal };
    const { clock, log } = this.#o;
    if (leadsElsewhere(call.path)) {
      const odd = outcome('unexpected-answer', words.client.leadsElsewhere, words.client.readAgain);
      return { answer: { ...nothing(0), ...failure(odd) }, ...unlinked };
    }
    const target = targetOf(call);
    const longest = longestWait[call.patience ?? 'interactive'];
    let waited = 0;
    let firstRequestId: string | null = null;
    let nonce: string | undefined;
    for (let attempt = 0; ; attempt++) {
      call.signal.throwIfAborted();
      const sent = await this.#send(call, target, end, { firstRequestId, attempt, nonce });
      if ('outcome' in sent)
        return { answer: { ...nothing(sent.ms), ...failure(sent.outcome) }, ...unlinked };
      const { status, headers } = sent;
      const facts = this.#factsOf(call, sent);
      const done = (answer: Answer<T>) => ({ answer, link: headers.link, search: target.search });
      firstRequestId ??= facts.requestId;
      const wanted = nonceWanted(call, sent);
      if (wanted !== null && nonce === undefined) {
        nonce = wanted;
        continue;
      }
      const retryable =
        status === 429 || (status >= 500 && status !== signInFirst && (call.method ?? 'GET') === 'GET');
      if (!retryable) return done(judged(call, sent, facts, log));

      const said = askedWait(status, headers, this.#timeAt(call.origin));
      const concurrency = status === 429 && saysConcurrency(headers);
      const own = status === 429 && !concurrency ? unsaidWaitMs : this.#backoff(attempt);
      const wait = status === 429 && !concurrency ? (said ?? own) : Math.max(said ?? 0, own);
      if (attempt >= mostRetries || waited + wait > longest) {
        return done({ ...facts, ...failure(refusedWith(call, sent, facts, said, clock.now())) });
      }
      waited += wait;
      call.onWait?.(
        clock.now() + wait,
        concurrency ? 'concurrency' : status === 429 ? 'rate-limit' : 'trouble',
      );
      await clock.sleep(wait, call.signal);
    }
  }

  /** Returns Okta's time now, by that org's last answer with a date. */
  #timeAt(origin: string): { now: number; known: boolean } {
    const ahead = this.#ahead.get(origin);
    return { now: this.#o.clock.now() + (ahead ?? 0), known: ahead !== undefined };
  }

  /** Returns the backoff with full jitter: between half and all of 1, 2, 4 s. */
  #backoff(attempt: number): number {
    return Math.round(1_000 * 2 ** attempt * (0.5 + 0.5 * (this.#o.random ?? Math.random)()));
  }

  async #send<T>(
    call: Asked<T> & { readonly signal: AbortSignal },
    url: URL,
    end: JoinedSignal,
    {
      firstRequestId,
      attempt,
      nonce,
    }: { firstRequestId: string | null; attempt: number; nonce?: string | undefined },
  ): Promise<Raw | { outcome: Outcome; ms: number }> {
    const started = performance.now();
    const spent = () => performance.now() - started;
    /** The proxy to blame until an answer begins. */
    let proxy: string | null = null;
    let begun = false;
    const { signal } = call;
    let tooLong: DOMException | null = null;
    // An own timer, not AbortSignal.timeout: the code must be able to stop it, so that the process can end.
    const timer = setTimeout(() => {
      tooLong = new DOMException('The call took too long.', 'TimeoutError');
      end.abort(tooLong);
    }, this.#limits.totalMs);
    try {
      const method = call.method ?? 'GET';
      const target = `${url.origin}${url.pathname}${url.search}`;
      // Only a promise is waited for: each wait takes a turn.
      const credential = credentialHeaders(call.secret, method, target, nonce);
      const options = {
        origin: url.origin,
        method,
        path: `${url.pathname}${url.search}`,
        headers: {
          accept: 'application/json',
          'user-agent': `keyturn/${this.#o.version}`,
          ...(credential instanceof Promise ? await credential : credential),
          ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(attempt === 0 || firstRequestId === null
            ? {}
            : { 'x-okta-retry-for': firstRequestId, 'x-okta-retry-count': String(attempt) }),
        },
        body: call.body === undefined ? null : JSON.stringify(call.body),
        signal,
        onBegun: () => {
          begun = true;
          proxy = null;
        },
      };
      const ask = async () => {
        // Do not wait between these two lines: a new route may close this one at any time.
        const to = this.#dispatchers.to(call.origin);
        const route = to instanceof Promise ? await unlessAborted(to, signal) : to;
        proxy = route.proxy;
        return wholeAnswer({ ...options, dispatcher: route.dispatcher });
      };
      const answer = await ask().catch((error: unknown) => {
        // Okta may close an idle connection at the moment of its reuse. A read is repeated once on a new connection.
        if (method !== 'GET' || begun || !brokeOff(error) || signal.aborted) throw error;
        return ask();
      });
      const text = answer.body.toString('utf8');
      return withoutEcho({ status: answer.status, headers: answer.headers, text, ms: spent() }, call.secret);
    } catch (error) {
      // The caller's own reason, or the client's end. No attempt follows one that took too long.
      if (signal.reason !== tooLong) signal.throwIfAborted();
      if (error instanceof ForbiddenOrg) {
        return { outcome: outcome('policy', error.message, words.client.askAdministrator), ms: spent() };
      }
      if (error instanceof FatalProxy) {
        return {
          outcome: outcome('proxy', error.message, words.client.changeProxy),
          ms: spent(),
        };
      }
      const reason = signal.aborted ? signal.reason : error;
      return { outcome: outcomeOfTransport(url.host, reason, proxy), ms: spent() };
    } finally {
      clearTimeout(timer);
    }
  }

  #factsOf(call: { origin: string; path: string }, raw: Raw): AnswerFacts {
    const requestId = sendable(header(raw, 'x-okta-request-id'));
    const date = Date.parse(header(raw, 'date') ?? '');
    const dateHeader = Number.isNaN(date) ? null : date;
    const now = this.#o.clock.now();
    if (dateHeader !== null) this.#ahead.set(call.origin, dateHeader - now);
    const limit = rateLimitOf(call.path, raw.headers, this.#timeAt(call.origin).now);
    const rateLimit = inOurTime(limit, dateHeader, now);
    if (rateLimit !== null && !isConcurrency(rateLimit)) {
      const seen = this.#seen.get(call.origin) ?? new Map<string, RateLimit>();
      seen.set(rateLimit.bucket, rateLimit);
      this.#seen.set(call.origin, seen);
    }
    const { status, ms } = raw;
    const note = { origin: call.origin, path: call.path, status, ms, requestId, rateLimit };
    for (const listener of this.#listeners) listener(note);
    return { status, requestId, ms, rateLimit, dateHeader };
  }
}

/** A call that may have no token. */
type Asked<T> = Omit<Call<T>, 'secret'> & { readonly secret: Credential | null };

const unlinked = { link: undefined, search: '' };

/**
 * Returns whether a part of a path is `.` or `..`, which is no id. A URL has no way to write one as itself, so a call to `groups/../users/1`
 * would go to `users/1` (WHATWG URL, "double-dot path segment").
 */
const leadsElsewhere = (path: string): boolean => /\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path);

/** Returns the target of a call. It stays on the token's org, whatever the path contains. */
function targetOf({
  path,
  origin,
  query,
  search,
}: Pick<Call<unknown>, 'path' | 'origin' | 'query' | 'search'>): URL {
  const url = new URL(path, origin);
  if (url.origin !== origin || url.protocol !== 'https:') {
    throw new Error('A call must stay at its https origin.');
  }
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
  if (search !== undefined) url.search = search;
  return url;
}
