import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { AccessStore } from '../../../src/main/features/access/store.ts';
import type { Vault } from '../../../src/main/vault/vault.ts';
import type { Xray } from '../../../src/shared/contract/access.ts';
import { addToken } from '../vault/contents.ts';
import { newFolder, open } from '../vault/helpers.ts';

const right = 1_780_000_000_000;
let vault: Vault;
let xrays: AccessStore;
beforeEach(async () => {
  vault = open(newFolder());
  await vault.start();
  addToken(vault, 'a', 'value a');
  xrays = new AccessStore(vault);
});

const xrayAt = (at: number): Xray => ({
  id: randomUUID(),
  at,
  tookMs: 1,
  requests: 1,
  roundTrips: 1,
  fingerprint: 'f',
  owner: null,
  probes: [],
  roles: null,
  oktaTokenId: null,
  network: null,
});
const valueNo = () =>
  vault.read<{ value_no: number }>("SELECT value_no FROM tokens WHERE id = 'a'")[0]?.value_no ?? 0;
const keep = (at: number) => xrays.keep('a', xrayAt(at), valueNo());
const times = () => xrays.list('a', 1_000).map(({ at }) => at);

it.each([
  ['years ahead', 1_900_000_000_000],
  ['an hour ahead', right + 3_600_000],
])('an X-ray that a clock %s has dated is the newest only until the next one', (_what, wrong) => {
  keep(right - 5);
  keep(wrong);
  expect(times()[0]).toBe(wrong);
  keep(right);
  expect(times()).toEqual([right, wrong, right - 5]);
});

it('a new X-ray stays when the clock was set back years behind a hundred others', () => {
  vault.transaction(() => {
    for (let n = 1; n <= 100; n++) keep(right + n);
    keep(1_580_000_000_000);
  });
  expect(times()).toHaveLength(100);
  expect(times()[0]).toBe(1_580_000_000_000);
});

it('an X-ray of the value before the present one is not shown', () => {
  xrays.keep('a', xrayAt(right), valueNo() + 1);
  expect(times()).toEqual([]);
});
