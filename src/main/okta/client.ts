import { z } from 'zod';
import type { Outcome, OutcomeKind } from '../../shared/contract/outcome.ts';
import type { RateLimit } from '../../shared/contract/testing.ts';
import { Failed } from '../base/failure.ts';
import type { Clock, Log } from '../base/ports.ts';
import { type Credential, credentialHeaders } from './credential.ts';
import { Dispatchers, type Limits, loadUndici } from './dispatchers.ts';
import { hasNextLink, nextLink } from './links.ts';
import type { OktaNetwork } from './network.ts';
import { notUnderstood, redirected } from './odd-answers.ts';
import { outcome, outcomeOfError } from './outcomes.ts';
import { type Passed, type PassedCall, passOn } from './pass-on.ts';
import { longestWait, type Patience } from './patience.ts';
import { FatalProxy } from './proxy.ts';
import { inOurTime, isConcurrency, rateLimitOf, waitAfter429 } from './rate-limits.ts';
import { json, type Raw, rejectedBy, sendable } from './raw-answer.ts';
import { oktaError, type WellKnown, wellKnown } from './schemas.ts';
import { brokeOff, outcomeOfTransport } from './transport-errors.ts';

export interface OktaClientOptions {
  readonly clock: Clock;
  readonly version: string;
  /** Read when a connection is made. */
  readonly network: () => OktaNetwork;
  readonly log: Log;
  /** 0 to 1, for jitter. */
  readonly random?: () => number;
  readonly limits?: Partial<Limits>;
}

export interface Call<T> {
  /** The org's own origin; the token is sent there and nowhere else. */
  readonly origin: string;
  readonly secret: Credential;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** `next` of an earlier answer to the same path, followed as it is in place of `query`. */
  readonly next?: string;
  readonly schema: z.ZodType<T>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  readonly patience?: Patience;
  /** Called before each wait, with its end in milliseconds since 1970. */
  readonly onWait?: (until: number, why: 'rate-limit' | 'concurrency' | 'trouble') => void;
}

interface AnswerFacts {
  readonly status: number | null;
  readonly requestId: string | null;
  /** From asking to the whole answer, the last attempt only. */
  readonly ms: number;
  readonly rateLimit: RateLimit | null;
  /** Okta's clock by the Date header, or null. */
  readonly dateHeader: number | null;
  /** Path and query of the next page, or null. */
  readonly next: string | null;
  /** There is a next page, and it is not where a token may go. */
  readonly nextElsewhere: boolean;
}

/** What a call came to: a value of its schema, or an outcome with words. */
export type Answer<T> = AnswerFacts &
  (
    | { readonly kind: 'accepted'; readonly value: T }
    | { readonly kind: Exclude<OutcomeKind, 'accepted'>; readonly outcome: Outcome }
  );

/** What is told of every answer, to those who watch limits; never a secret. */
export interface AnswerNote {
  readonly origin: string;
  readonly path: string;
  readonly status: number;
  readonly ms: number;
  readonly requestId: string | null;
  readonly rateLimit: RateLimit | null;
}

const defaults: Limits = {
  connectMs: 10_000,
  headersMs: 15_000,
  bodyMs: 15_000,
  totalMs: 30_000,
  bodyBytes: 8_000_000,
};
const mostRetries = 3;

/**
 * The only way out to Okta. Every failure is an outcome and no call throws, except that an aborted one rejects with its signal's
 * reason. Redirects are reported, never followed; GET is retried on 429 and 5xx, all others on 429 only (Okta did not act then).
 */
export class OktaClient {
  readonly #o: OktaClientOptions;
  readonly #limits: Limits;
  readonly #dispatchers: Dispatchers;
  readonly #seen = new Map<string, Map<string, RateLimit>>();
  readonly #listeners = new Set<(note: AnswerNote) => void>();
  /** Aborted by close(): calls under way end with it. */
  #closing = new AbortController();

  constructor(options: OktaClientOptions) {
    this.#o = options;
    this.#limits = { ...defaults, ...options.limits };
    this.#dispatchers = new Dispatchers(options.network, this.#limits);
  }

  /** GET /.well-known/okta-organization: who an org is, without a token. */
  wellKnown(origin: string, signal?: AbortSignal, patience?: Patience): Promise<Answer<WellKnown>> {
    return this.#ask({
      origin,
      secret: null,
      path: '/.well-known/okta-organization',
      schema: wellKnown,
      ...(signal === undefined ? {} : { signal }),
      ...(patience === undefined ? {} : { patience }),
    });
  }

  /** One call with a token. */
  call<T>(call: Call<T>): Promise<Answer<T>> {
    return this.#ask(call, call.next?.slice(call.next.indexOf('?')));
  }

  /** Page after page of a list; ends after the last page or the first one that failed. */
  async *pages<T>(call: Call<T[]>): AsyncGenerator<Answer<T[]>> {
    let query: string | undefined;
    for (;;) {
      const answer = await this.#ask(call, query);
      yield answer;
      if (answer.kind !== 'accepted' || answer.next === null) return;
      query = answer.next.slice(answer.next.indexOf('?'));
    }
  }

  /** One call of a program, as it is; its answer counts for the limits like any other. Rejects only when aborted. */
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

  /** The limits last seen of an org, one per family of endpoints. */
  rateLimitsOf(origin: string): RateLimit[] {
    return [...(this.#seen.get(origin)?.values() ?? [])];
  }

  /** Calls `listener` with every answer; the function given back ends that. */
  onAnswer(listener: (note: AnswerNote) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Proxy or roots changed: connections are made anew. */
  networkChanged(): void {
    void this.#dispatchers.clear();
  }

  /** Ends every call under way, which then rejects with Failed `cancelled`, and every connection. A later call makes its own. */
  async close(): Promise<void> {
    this.#closing.abort(new Failed('cancelled', 'Keyturn is closing.'));
    this.#closing = new AbortController();
    await this.#dispatchers.clear();
  }

  async #ask<T>(
    asked: Omit<Call<T>, 'secret'> & { secret: Credential | null },
    rawQuery?: string,
  ): Promise<Answer<T>> {
    const closing = this.#closing.signal;
    const call = {
      ...asked,
      signal: asked.signal === undefined ? closing : AbortSignal.any([asked.signal, closing]),
    };
    const host = new URL(call.origin).host;
    const longest = longestWait[call.patience ?? 'interactive'];
    let waited = 0;
    let firstRequestId: string | null = null;
    for (let attempt = 0; ; attempt++) {
      call.signal.throwIfAborted();
      const sent = await this.#send(call, rawQuery, firstRequestId, attempt);
      if ('outcome' in sent) return { ...nothing(sent.ms), ...failure(sent.outcome) };
      const { status } = sent;
      const facts = this.#factsOf(call, sent);
      firstRequestId ??= facts.requestId;
      const retryable = status === 429 || (status >= 500 && (call.method ?? 'GET') === 'GET');
      if (!retryable) return this.#judge(call, host, sent, facts);

      const concurrency = status === 429 && isConcurrency(facts.rateLimit);
      const wait =
        status === 429 && !concurrency
          ? waitAfter429(facts.rateLimit, this.#o.clock.now(), facts.dateHeader !== null)
          : this.#backoff(attempt);
      if (attempt >= mostRetries || waited + wait > longest) {
        return { ...facts, ...failure(this.#errorOutcome(host, sent, facts, wait, call.secret === null)) };
      }
      waited += wait;
      call.onWait?.(
        this.#o.clock.now() + wait,
        concurrency ? 'concurrency' : status === 429 ? 'rate-limit' : 'trouble',
      );
      await this.#o.clock.sleep(wait, call.signal);
    }
  }

  /** Full jitter between half and all of 1, 2, 4 s. */
  #backoff(attempt: number): number {
    return Math.round(1_000 * 2 ** attempt * (0.5 + 0.5 * (this.#o.random ?? Math.random)()));
  }

  async #send<T>(
    call: Omit<Call<T>, 'secret'> & { secret: Credential | null },
    rawQuery: string | undefined,
    firstRequestId: string | null,
    attempt: number,
  ): Promise<Raw | { outcome: Outcome; ms: number }> {
    const url = new URL(call.path, call.origin);
    // The token is pinned to its org, whatever a path may hold.
    if (url.origin !== call.origin || url.protocol !== 'https:') {
      throw new Error('A call must stay at its https origin.');
    }
    for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
    const search = rawQuery ?? url.search;
    const started = performance.now();
    const spent = () => performance.now() - started;
    /** The proxy to blame while no answer has begun. */
    let proxy: string | null = null;
    // A timer of our own and not AbortSignal.timeout: a hand must be able to end it, so that the process can end.
    const deadline = new AbortController();
    const timer = setTimeout(
      () => deadline.abort(new DOMException('The call took too long.', 'TimeoutError')),
      this.#limits.totalMs,
    );
    const signal =
      call.signal === undefined ? deadline.signal : AbortSignal.any([call.signal, deadline.signal]);
    try {
      const { request } = await loadUndici();
      const target = `${url.origin}${url.pathname}${search}`;
      const options = {
        method: call.method ?? 'GET',
        headers: {
          accept: 'application/json',
          'user-agent': `keyturn/${this.#o.version}`,
          ...(await credentialHeaders(call.secret, call.method ?? 'GET', target)),
          ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(attempt === 0 || firstRequestId === null
            ? {}
            : { 'x-okta-retry-for': firstRequestId, 'x-okta-retry-count': String(attempt) }),
        },
        body: call.body === undefined ? null : JSON.stringify(call.body),
        signal,
      };
      const ask = async () => {
        // Nothing is waited for between these two: a route may be closed for a new one at any time.
        const route = await Promise.race([this.#dispatchers.to(call.origin), rejectedBy(signal)]);
        proxy = route.proxy;
        return request(target, { ...options, dispatcher: route.dispatcher });
      };
      const answer = await ask().catch((error: unknown) => {
        // Okta may close an idle connection at the moment it is used again; what only reads is asked once more on a new one.
        if (options.method !== 'GET' || !brokeOff(error) || signal.aborted) throw error;
        return ask();
      });
      proxy = null;
      const text = await answer.body.text();
      return { status: answer.statusCode, headers: answer.headers, text, ms: spent() };
    } catch (error) {
      call.signal?.throwIfAborted();
      if (error instanceof FatalProxy) {
        return {
          outcome: outcome('proxy', error.message, 'Change the proxy in Settings.'),
          ms: spent(),
        };
      }
      const reason = deadline.signal.aborted ? deadline.signal.reason : error;
      return { outcome: outcomeOfTransport(url.host, reason, proxy), ms: spent() };
    } finally {
      clearTimeout(timer);
    }
  }

  #factsOf(call: { origin: string; path: string }, raw: Raw): AnswerFacts {
    const one = (name: string): string | null => {
      const value = raw.headers[name];
      const text = Array.isArray(value) ? value[0] : value;
      return typeof text === 'string' ? text : null;
    };
    const requestId = sendable(one('x-okta-request-id'));
    const date = Date.parse(one('date') ?? '');
    const dateHeader = Number.isNaN(date) ? null : date;
    const rateLimit = inOurTime(rateLimitOf(call.path, raw.headers), dateHeader, this.#o.clock.now());
    if (rateLimit !== null && !isConcurrency(rateLimit)) {
      const seen = this.#seen.get(call.origin) ?? new Map<string, RateLimit>();
      seen.set(rateLimit.bucket, rateLimit);
      this.#seen.set(call.origin, seen);
    }
    const note = {
      origin: call.origin,
      path: call.path,
      status: raw.status,
      ms: raw.ms,
      requestId,
      rateLimit,
    };
    for (const listener of this.#listeners) listener(note);
    const next = nextLink(raw.headers.link, call.origin, call.path);
    return {
      status: raw.status,
      requestId,
      ms: raw.ms,
      rateLimit,
      dateHeader,
      next,
      nextElsewhere: next === null && hasNextLink(raw.headers.link),
    };
  }

  #judge<T>(
    call: Omit<Call<T>, 'secret'> & { secret: Credential | null },
    host: string,
    raw: Raw,
    facts: AnswerFacts,
  ): Answer<T> {
    const { status } = raw;
    if (status >= 200 && status < 300) {
      const parsed = call.schema.safeParse(json(raw.text));
      if (parsed.success) return { ...facts, kind: 'accepted', value: parsed.data };
      this.#o.log.note('okta.unexpected', {
        path: call.path,
        status,
        where: z.prettifyError(parsed.error).slice(0, 200),
      });
      return { ...facts, ...failure(notUnderstood(call.secret === null, host, facts, raw)) };
    }
    if (status >= 300 && status < 400) {
      return { ...facts, ...failure(redirected(call, host, raw, facts)) };
    }
    return { ...facts, ...failure(this.#errorOutcome(host, raw, facts, 0, call.secret === null)) };
  }

  #errorOutcome(host: string, raw: Raw, facts: AnswerFacts, waitMs: number, anonymous = false): Outcome {
    const parsed = oktaError.safeParse(json(raw.text));
    if (raw.status < 429 && (!parsed.success || anonymous)) {
      return anonymous
        ? outcome(
            'not-an-okta-org',
            `There is no Okta org at ${host}.`,
            'Check the Org URL for a slip; it stands in the address bar when you are signed in to Okta.',
            facts,
          )
        : notUnderstood(false, host, facts, raw);
    }
    return outcomeOfError(
      host,
      raw.status,
      {
        ...facts,
        errorCode: parsed.success ? parsed.data.errorCode : null,
        errorId: parsed.success ? (parsed.data.errorId ?? null) : null,
        retryAt: raw.status === 429 ? this.#o.clock.now() + waitMs : null,
      },
      waitMs,
      anonymous,
    );
  }
}

const nothing = (ms: number): AnswerFacts => ({
  status: null,
  requestId: null,
  ms,
  rateLimit: null,
  dateHeader: null,
  next: null,
  nextElsewhere: false,
});

const failure = (said: Outcome) => ({
  kind: said.kind as Exclude<OutcomeKind, 'accepted'>,
  outcome: said,
});
