import { expect, it } from 'vitest';
import { certificateOf } from '../../../src/main/okta/certificate.ts';
import { startRaw } from './raw-server.ts';

it('a certificate that nobody trusts is read, and nothing is sent to its server', async () => {
  const server = await startRaw(() => undefined);
  try {
    const shown = await certificateOf(
      server.origin,
      { extraCaPem: null, proxy: { mode: 'none' } },
      new AbortController().signal,
    );
    expect(shown).toMatchObject({ issuer: expect.stringContaining('Raw'), publicIssuer: false });
    // The connection has ended, so that nothing can come any more.
    await expect.poll(() => server.open()).toBe(0);
    expect([server.made(), server.asked]).toEqual([1, []]);
  } finally {
    await server.close();
  }
});
