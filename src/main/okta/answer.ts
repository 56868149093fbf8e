import type { z } from 'zod';
import type { Outcome, OutcomeKind } from '../../shared/contract/outcome.ts';
import type { RateLimit } from '../../shared/contract/testing.ts';
import type { Credential } from './credential.ts';
import type { NextPage } from './links.ts';
import type { Patience } from './patience.ts';

/** One request to Okta, and what its answer must look like. */
export interface Call<T> {
  /** The org's own origin. The token goes there and nowhere else. */
  readonly origin: string;
  readonly secret: Credential;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** The query of a next page on the same path. It replaces `query`. */
  readonly search?: string;
  readonly schema: z.ZodType<T>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  readonly patience?: Patience;
  /** Called before each wait, with its end in milliseconds since 1970. */
  readonly onWait?: (until: number, why: 'rate-limit' | 'concurrency' | 'trouble') => void;
}

/** What is known of every answer. */
export interface AnswerFacts {
  readonly status: number | null;
  readonly requestId: string | null;
  /** The time from the request to the whole answer, for the last attempt only. */
  readonly ms: number;
  readonly rateLimit: RateLimit | null;
  /** Okta's time from the Date header, or null. */
  readonly dateHeader: number | null;
}

/** The result of a call: a value of its schema, or an outcome with words. */
export type Answer<T> = AnswerFacts &
  (
    | { readonly kind: 'accepted'; readonly value: T }
    | {
        readonly kind: Exclude<OutcomeKind, 'accepted'>;
        readonly outcome: Outcome;
        /** What Okta says is wrong with each part of the request, in its own words. For people only; no code decides by it. */
        readonly causes?: readonly string[];
      }
  );

/** One page of a list, which always says what follows it. */
export type PageAnswer<T> =
  | Exclude<Answer<T[]>, { kind: 'accepted' }>
  | (Extract<Answer<T[]>, { kind: 'accepted' }> & { readonly next: NextPage });

/** A call for one thing. A list may have more pages: `page` or `pages` reads it, and the compiler refuses it here. */
export type CallForOne<T> = Call<T> & {
  readonly schema: T extends readonly unknown[] ? never : z.ZodType<T>;
};
/** The schema of one thing. */
export type SchemaOfOne<T> = CallForOne<T>['schema'];

/** The facts of every answer, for code that watches limits. Never a secret. */
export interface AnswerNote {
  readonly origin: string;
  readonly path: string;
  readonly status: number;
  readonly ms: number;
  readonly requestId: string | null;
  readonly rateLimit: RateLimit | null;
}
