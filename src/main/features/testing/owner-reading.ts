import { JoinedSignal } from '../../base/joined-signal.ts';
import type { Secret } from '../../base/secret.ts';
import type { OktaClient } from '../../okta/client.ts';
import { type ApiToken, apiTokens, roles } from '../../okta/schemas.ts';
import { type WholeList, wholeList } from '../../okta/whole-list.ts';

/** A token's own call for what belongs to its owner. */
export interface OwnerCall {
  readonly client: OktaClient;
  readonly origin: string;
  readonly secret: Secret;
  readonly signal: AbortSignal;
}

type Role = (typeof roles)['_output'][number];

/** The two lists that a test reads beside the owner: the owner's roles, and the org's API tokens. */
export interface OwnerReading {
  readonly roles: Promise<WholeList<Role>>;
  readonly tokens: Promise<WholeList<ApiToken>>;
}

/** Asks for both lists at the same time. `onWait` is called before each wait for the org. */
export function readOwner(
  { client, origin, secret, signal }: OwnerCall,
  ownerId: string,
  onWait: (list: keyof OwnerReading) => (until: number) => void,
): OwnerReading {
  const path = `/api/v1/users/${encodeURIComponent(ownerId)}/roles`;
  const call = { origin, secret, signal };
  return {
    roles: wholeList(client, { ...call, path, schema: roles, onWait: onWait('roles') }),
    tokens: wholeList(client, {
      ...call,
      path: '/api/v1/api-tokens',
      schema: apiTokens,
      onWait: onWait('tokens'),
    }),
  };
}

/**
 * How long the first call is on its way before the others follow it. An org that is nearer has answered by then, and a token that it refuses
 * costs one call only.
 */
const headStartMs = 10;

/**
 * Asks for both lists before Okta has answered the first call, for a token whose owner is known from its last test. A token never gets another
 * owner. It gives up as soon as the org makes any of the calls wait: they would only use up more of its limits.
 */
export class AskedAhead {
  readonly #call: OwnerCall;
  readonly #end: JoinedSignal;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #asked: { readonly ownerId: string; readonly reading: OwnerReading } | null = null;
  #isOver = false;

  constructor(call: OwnerCall) {
    this.#call = call;
    this.#end = new JoinedSignal(call.signal);
  }

  /** Asks soon, unless the first call is over before. */
  plan(ownerId: string): void {
    if (this.#isOver) return;
    this.#timer = setTimeout(() => {
      const call = { ...this.#call, signal: this.#end.signal };
      const reading = readOwner(call, ownerId, () => () => this.stop());
      // A reading that nobody takes ends with an abort.
      reading.roles.catch(() => undefined);
      reading.tokens.catch(() => undefined);
      this.#asked = { ownerId, reading };
    }, headStartMs);
  }

  /** Returns the calls for this owner when they are on their way, or null. Nothing is asked ahead after it. */
  take(ownerId: string): OwnerReading | null {
    const asked = this.#asked;
    if (this.#isOver || asked?.ownerId !== ownerId) {
      this.stop();
      return null;
    }
    this.#isOver = true;
    this.#asked = null;
    return asked.reading;
  }

  /** Ends the calls, or asks nothing. */
  stop(): void {
    this.#isOver = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#asked === null) return;
    this.#asked = null;
    this.#end.abort(new DOMException('Not needed.', 'AbortError'));
  }

  [Symbol.dispose](): void {
    this.stop();
    this.#end[Symbol.dispose]();
  }
}
