import type { AccessToken } from './authorization-server.ts';
import type { EventTarget } from './log-event.ts';
import type { FakeClock, FakeToken, FakeUser } from './model.ts';
import type { Area } from './permissions.ts';
import type { Reply } from './reply.ts';
import type { ServiceApp } from './service-apps.ts';
import type { FakeOrg } from './state.ts';

/** One incoming call. */
export interface Ask {
  readonly method: string;
  readonly url: URL;
  readonly authorization: string | undefined;
  readonly userAgent?: string | undefined;
  readonly contentType?: string | undefined;
  /** The DPoP header. */
  readonly dpop?: string | undefined;
  readonly body: string;
  readonly org: FakeOrg;
  readonly clock: FakeClock;
}

/** The caller: the owner of an API token, or a service app with an access token. */
export type Caller = UserCaller | AppCaller;

interface UserCaller {
  /** The user whose roles decide and whom the log names. */
  readonly actor: FakeUser;
  readonly owner: FakeUser;
  readonly token: FakeToken;
  readonly access: null;
}

interface AppCaller {
  readonly actor: ServiceApp;
  readonly owner: null;
  readonly token: null;
  readonly access: AccessToken & { readonly scheme: 'Bearer' | 'DPoP' };
}

/** A call with its caller and the decoded variable parts of its path. */
export type Asked = Ask &
  Caller & {
    readonly origin: string;
    readonly ids: readonly string[];
  };

/**
 * One endpoint. `path` has `:name` for variable parts. `needs` is what the caller's roles must allow (to change it, for all methods but
 * GET).
 */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly needs: Area | null;
  /** The scopes for an access token, if they differ from those of `needs`; null when no access token is accepted. */
  readonly scopes?: string | null;
  readonly reply: (asked: Asked) => Reply;
}

/** Returns the JSON object in a call's body; null when there is none. */
export function bodyOf({ body }: Ask): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(body);
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}

/** Writes to the System Log what a call did, and with which token. */
export function note(
  { org, actor, token, userAgent }: Asked,
  eventType: string,
  ...targets: EventTarget[]
): void {
  org.log(eventType, actor, targets, { tokenId: token?.id, userAgent });
}
