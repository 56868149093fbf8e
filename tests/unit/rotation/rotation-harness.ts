import { afterEach, beforeEach, expect } from 'vitest';
import { callAs } from '../../support/consumer.ts';
import { type AppOnFake, startOnFake } from './desk-harness.ts';

/** The app of the running test. */
export let on: AppOnFake;
beforeEach(async () => {
  on = await startOnFake();
});
afterEach(() => on.close());

// May read everything, and change groups: its calls write events.
export const owner = 'olga.org@acme.com';
export const minute = 60_000;

/** A kept token, and a new one of the same owner. */
export async function two(newOwner = owner) {
  const old = on.acme.org.issueToken({ owner, name: 'old' });
  const token = await on.addToken(old.value, 'hr-sync', [{ name: 'cron', where: 'hr-batch-2' }]);
  const fresh = on.acme.org.issueToken({ owner: newOwner, name: 'new' });
  return { old, token, fresh };
}

export const rotations = () => on.app.handlers.rotation;
export const isThere = (id: string) => on.acme.org.tokens.some((token) => token.id === id);

/** As far as the hand-over. */
export async function handedOver(newOwner = owner) {
  const made = await two(newOwner);
  const begun = await on.captured(made.token.id, made.fresh.value);
  const compared = await rotations().compare({ rotationId: begun.id });
  const rotation = await rotations().handOver({
    rotationId: begun.id,
    confirm: compared.comparison?.confirm.map(({ what }) => what) ?? [],
  });
  return { ...made, rotation, rotationId: begun.id };
}

/** Everything done that a calm revoke wants. */
export async function readyToRevoke() {
  const made = await handedOver();
  const [item] = made.rotation.checklist;
  await rotations().tick({ rotationId: made.rotationId, itemId: item?.id ?? '', done: true });
  on.fake.clock.advance(31 * minute);
  const quiet = await rotations().checkQuiet({ rotationId: made.rotationId });
  expect(quiet.quiet).toMatchObject({ verdict: 'quiet' });
  return made;
}

/** A consumer of its own, outside Keyturn. */
export async function fetchWith(
  value: string,
  userAgent: string,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
) {
  expect(await callAs(on.fake, on.acme, value, { userAgent, method, path, body })).toBeLessThan(300);
}
