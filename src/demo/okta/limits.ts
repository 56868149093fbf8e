import type { FakeClock } from './model.ts';
import type { FakeOrg } from './state.ts';

interface Window {
  used: number;
  readonly resetAt: number;
}

/** Okta's rate limits. Each family of endpoints has a budget per minute, and each token or app a share of it (50 % by default). */
export class FakeLimits {
  readonly #windows = new Map<string, Window>();
  readonly #clock: FakeClock;

  constructor(clock: FakeClock) {
    this.#clock = clock;
  }

  /** Counts a call. Returns the headers of its answer, and the owner of an exceeded limit. */
  count(
    org: FakeOrg,
    path: string,
    token: { readonly id: string; readonly percentage: number } | null,
  ): { headers: Record<string, string>; over: 'token' | 'org' | null } {
    const bucket = [...org.limits.keys()].find((prefix) => prefix !== '*' && path.startsWith(prefix)) ?? '*';
    const orgLimit = org.limits.get(bucket) ?? 1200;
    const orgWindow = this.#window(`${org.id} ${bucket}`);
    orgWindow.used++;
    const share = token === null ? orgLimit : Math.max(1, Math.floor((orgLimit * token.percentage) / 100));
    const own = token === null ? orgWindow : this.#window(`${org.id} ${bucket} ${token.id}`);
    if (token !== null) own.used++;
    const remaining = Math.min(share - own.used, orgLimit - orgWindow.used);
    return {
      headers: {
        'x-rate-limit-limit': String(share),
        'x-rate-limit-remaining': String(Math.max(0, remaining)),
        'x-rate-limit-reset': String(Math.ceil(own.resetAt / 1000)),
      },
      over: share < own.used && token !== null ? 'token' : orgLimit < orgWindow.used ? 'org' : null,
    };
  }

  /**
   * Returns the headers of a refusal for too many concurrent calls: no limit, nothing left; the time is "only a suggested value" (Okta).
   */
  tooManyAtATime(): Record<string, string> {
    return {
      'x-rate-limit-limit': '0',
      'x-rate-limit-remaining': '0',
      'x-rate-limit-reset': String(Math.ceil(this.#clock.now() / 1000) + 1),
    };
  }

  #window(key: string): Window {
    const now = this.#clock.now();
    const known = this.#windows.get(key);
    if (known !== undefined && known.resetAt > now) return known;
    // Windows are not aligned to the clock's minute.
    const fresh = { used: 0, resetAt: now + 60_000 };
    this.#windows.set(key, fresh);
    return fresh;
  }
}
