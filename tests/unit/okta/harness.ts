import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../../src/main/base/ports.ts';
import { OktaClient, type OktaClientOptions } from '../../../src/main/okta/client.ts';
import type { FakeOkta } from '../../fake-okta/server.ts';

/** The fake's clock, with waits noted and cut to a moment: Okta's time moves by what was waited. */
export class SkippingClock implements Clock {
  readonly waits: number[] = [];
  readonly #fake: FakeOkta;

  constructor(fake: FakeOkta) {
    this.#fake = fake;
  }

  now(): number {
    return this.#fake.clock.now();
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    this.waits.push(ms);
    this.#fake.clock.advance(ms);
    await sleep(1, undefined, signal === undefined ? {} : { signal });
  }

  after(ms: number, run: () => void): () => void {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  }
}

/** Limits far above what a machine under load takes, so that only what a test plans times out. */
const patient = {
  connectMs: 20_000,
  headersMs: 20_000,
  bodyMs: 20_000,
  totalMs: 30_000,
  bodyBytes: 8_000_000,
};
/** Limits for a test of an answer that does not come. */
export const hasty = { connectMs: 2_000, headersMs: 700, bodyMs: 700, totalMs: 1_500 };

/** A client that trusts the fake, goes straight to it and waits on `clock`. */
export function clientOf(fake: FakeOkta, clock: Clock, more: Partial<OktaClientOptions> = {}): OktaClient {
  return new OktaClient({
    clock,
    version: '0.0.0-test',
    network: () => ({ extraCaPem: fake.caPem, proxy: { mode: 'none' } }),
    log: { note: () => undefined },
    random: () => 0.5,
    ...more,
    limits: { ...patient, ...more.limits },
  });
}
