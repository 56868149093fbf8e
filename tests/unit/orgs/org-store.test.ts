import { beforeEach, expect, it } from 'vitest';
import { Secret } from '../../../src/main/base/secret.ts';
import { OrgStore } from '../../../src/main/features/orgs/store.ts';
import { TokenStore } from '../../../src/main/features/tokens/store.ts';
import type { Vault } from '../../../src/main/vault/vault.ts';
import { org } from '../../../src/shared/contract/orgs.ts';
import { identity, profile, tokenValue } from '../main/samples.ts';
import { newFolder, open } from '../vault/helpers.ts';

let vault: Vault;
let orgs: OrgStore;
beforeEach(async () => {
  vault = open(newFolder());
  await vault.start();
  orgs = new OrgStore(vault);
});
const tokenIn = (orgId: string, letter: string) =>
  new TokenStore(vault).add(orgId, 'o', profile(letter), Secret.fromText(tokenValue(letter)), 0);

it('keeps an org once for any number of tokens, and updates it', () => {
  const id = orgs.keep(identity(), 1);
  expect(orgs.keep({ ...identity(), pipeline: 'v1', notes: ['a note'] }, 2)).toBe(id);
  tokenIn(id, 'a');
  tokenIn(id, 'b');
  const [only, ...more] = orgs.list();
  expect(more).toEqual([]);
  expect(only).toMatchObject({ id, pipeline: 'v1', tokenCount: 2 });
  expect(org.parse(only)).toEqual(only);
  expect(only).not.toHaveProperty('notes');
});

it('lists by host, each under a short name', () => {
  for (const host of [
    'login.globex.com',
    'acme.okta.com',
    'acme.oktapreview.com',
    'agency.okta-gov.com',
    'dod.okta.mil',
    'test.okta-miltest.com',
    'one.trex-govcloud.com',
    'localhost:8443',
  ]) {
    orgs.keep(identity(host), 0);
  }
  expect(orgs.list().map(({ name }) => name)).toEqual([
    'acme',
    'acme',
    'agency',
    'dod',
    'localhost:8443',
    'login.globex.com',
    'one',
    'test',
  ]);
});

it('is found by its origin with its port', () => {
  orgs.keep(identity('localhost:8443'), 0);
  expect(orgs.byOrigin('https://localhost:8443')?.host).toBe('localhost:8443');
  expect(orgs.byOrigin('https://localhost')).toBeNull();
});

it('is removed with its last token, not before', () => {
  const used = orgs.keep(identity(), 0);
  orgs.keep(identity('globex.okta.com'), 0);
  const [one, two] = [tokenIn(used, 'a'), tokenIn(used, 'b')];
  const tokens = new TokenStore(vault);
  tokens.remove(one);
  orgs.dropUnused();
  expect(orgs.list().map(({ host }) => host)).toEqual(['acme.okta.com']);
  tokens.remove(two);
  orgs.dropUnused();
  expect(orgs.list()).toEqual([]);
});
