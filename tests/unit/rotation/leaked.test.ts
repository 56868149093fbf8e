import { describe, expect, it } from 'vitest';
import { fetchWith, isThere, on, rotations, two } from './rotation-harness.ts';

describe('a leaked token', () => {
  it('is revoked first, with a proof and a list of what it did, then replaced', async () => {
    const { old, fresh, token } = await two();
    await fetchWith(old.value, 'curl/8 (thief)', 'POST', '/api/v1/groups', { profile: { name: 'backdoor' } });
    const gone = await rotations().replaceNow({ tokenId: token.id });
    expect(gone).toMatchObject({ state: 'planned', mode: 'leaked', proof: { proven: true } });
    expect(gone.leakedUse).toMatchObject({
      read: true,
      groups: [{ userAgent: 'curl/8 (thief)', count: 1 }],
    });
    expect(isThere(old.id)).toBe(false);
    expect(on.token(token.id).revokedAt).not.toBeNull();
    await expect(on.copied(token.id)).rejects.toThrow(/was revoked/);
    await on.restart();
    on.clipboard.text = fresh.value;
    await rotations().captureFromClipboard({ rotationId: gone.id });
    const compared = await rotations().compare({ rotationId: gone.id });
    await rotations().handOver({
      rotationId: gone.id,
      confirm: compared.comparison?.confirm.map(({ what }) => what) ?? [],
    });
    const done = await rotations().finish({ rotationId: gone.id });
    expect(done).toMatchObject({ state: 'done', endedAt: expect.any(Number) });
    expect(on.token(token.id)).toMatchObject({ revokedAt: null, rotation: null });
    expect(await on.copied(token.id)).toBe(fresh.value);
  });

  it('is revoked within 3 s even when its log hangs, and the record says so', async () => {
    // So that nothing else reads the log.
    await on.app.handlers.settings.set({ change: { usageKeepDays: 0 } });
    const { old, token } = await two();
    on.acme.requests.length = 0;
    on.acme.faults.add({ kind: 'hang' }, { path: /\/logs/, times: 1 });
    const asked = rotations().replaceNow({ tokenId: token.id });
    const revokes = () => on.acme.requests.filter(({ method }) => method === 'DELETE').length;
    await expect.poll(() => on.acme.requests.some(({ path }) => path === '/api/v1/logs')).toBe(true);
    // The fake's clock goes on by itself, so that part of the 3 s has passed by now.
    on.timersWithin(1_000);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([revokes(), isThere(old.id)]).toEqual([0, true]);
    on.timersWithin(3_000);
    const gone = await asked;
    expect(gone).toMatchObject({
      state: 'planned',
      proof: { proven: true },
      leakedUse: { read: false, why: 'Okta did not answer at once', events: 0 },
    });
    expect([revokes(), isThere(old.id)]).toEqual([1, false]);
  });

  it('allows a wrong replacement to be revoked and another one to be captured', async () => {
    const { token, fresh } = await two();
    const { id: rotationId } = await rotations().replaceNow({ tokenId: token.id });
    await rotations().captureTyped({ rotationId, value: fresh.value });
    await rotations().compare({ rotationId });
    const again = await rotations().putAside({ rotationId, newToken: 'revoke' });
    expect(again).toMatchObject({
      state: 'planned',
      attempts: [{ whose: 'old' }, { whose: 'new', proven: true }],
    });
    expect(isThere(fresh.id)).toBe(false);
  });

  it('may stay without a replacement, and is then kept as revoked with its proof', async () => {
    const { token } = await two();
    const gone = await rotations().replaceNow({ tokenId: token.id });
    const ended = await rotations().end({ rotationId: gone.id });
    expect(ended).toMatchObject({ state: 'abandoned', proof: { proven: true } });
    expect(on.token(token.id)).toMatchObject({ rotation: null, revokedAt: expect.any(Number) });
    await expect(async () => rotations().begin({ tokenId: token.id })).rejects.toThrow(/was revoked/);
  });
});
