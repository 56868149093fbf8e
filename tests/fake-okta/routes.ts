import type { FakeClock, FakeToken, FakeUser } from './model.ts';
import type { Area } from './permissions.ts';
import type { Reply } from './reply.ts';
import type { FakeOrg } from './state.ts';

/** One call as it came in. */
export interface Ask {
  readonly method: string;
  readonly url: URL;
  readonly authorization: string | undefined;
  readonly userAgent?: string | undefined;
  readonly body: string;
  readonly org: FakeOrg;
  readonly clock: FakeClock;
}

/** Whose token a call was made with. */
export interface Caller {
  readonly token: FakeToken;
  readonly owner: FakeUser;
}

/** A call on its way to its endpoint: made by somebody, with the parts of its path that vary, decoded. */
export interface Asked extends Ask, Caller {
  readonly origin: string;
  readonly ids: readonly string[];
}

/** One endpoint. `path` has `:name` for what varies; `needs` is what the caller's roles must allow (to change, for all but GET). */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly needs: Area | null;
  readonly reply: (asked: Asked) => Reply;
}

/** The JSON object in a call's body; null when there is none. */
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

/** Notes in the System Log what a call did, and with which token. */
export function note(
  { org, owner, token, userAgent }: Asked,
  eventType: string,
  target: { readonly id: string; readonly type: string; readonly displayName: string },
): void {
  org.log(eventType, owner, target, { tokenId: token.id, userAgent });
}
