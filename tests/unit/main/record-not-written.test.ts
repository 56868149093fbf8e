import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Failed } from '../../../src/main/base/failure.ts';
import { ActivityLog } from '../../../src/main/features/activity/store.ts';
import { type AppOnFake, startOnFake } from '../rotation/desk-harness.ts';

// Okta, the clipboard or a file has the change already when the record cannot be written. Nothing may look then as if it had failed.
let on: AppOnFake;
let tokenId: string;

beforeEach(async () => {
  on = await startOnFake();
  on.acme.org.addUser('root@acme.com', [{ type: 'SUPER_ADMIN', label: 'root', assignmentType: 'USER' }]);
  const { value } = on.acme.org.issueToken({ owner: 'root@acme.com', name: 'kept' });
  tokenId = (await on.addToken(value, 'kept')).id;
});
afterEach(async () => {
  vi.restoreAllMocks();
  await on.close();
});

const diskFills = () =>
  vi.spyOn(ActivityLog.prototype, 'append').mockImplementation(() => {
    throw new Failed('disk-full', 'The disk is full.', 'Free some space.');
  });
const warnings = () => on.published.filter(({ event }) => event === 'warning').map(({ payload }) => payload);
const warning = {
  sentence: 'This was done, but Keyturn could not write it into the record of activity. The disk is full.',
  remedy: 'Free some space.',
};

it('a token that Okta has revoked is told as revoked', async () => {
  const other = on.acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'forgotten' });
  const { access } = on.app.handlers;
  const [orgId = ''] = (await on.app.handlers.orgs.list({})).map(({ id }) => id);
  diskFills();
  await access.revoke({ orgId, by: tokenId, oktaTokenId: other.id, typed: 'forgotten' });
  expect(on.acme.org.tokens.some(({ id }) => id === other.id)).toBe(false);
  expect(warnings()).toEqual([warning]);
});

it('a copied value is told as copied, with the time of its clearing', async () => {
  diskFills();
  const { clearsAt } = await on.app.handlers.tokens.copy({ tokenId, as: 'value' });
  expect(clearsAt).toBeGreaterThan(0);
  expect(warnings()).toEqual([warning]);
});

it('an action of the vault alone is undone with its entry', async () => {
  diskFills();
  expect(() => on.app.handlers.tokens.remove({ tokenId })).toThrow('The disk is full.');
  expect(await on.app.handlers.tokens.list({})).toHaveLength(1);
  expect(warnings()).toEqual([]);
});
