import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ofCarrying } from '../../src/main/app/carrying-needs.ts';
import { type House, openHouse } from '../../src/main/app/house.ts';
import { Secret } from '../../src/main/base/secret.ts';
import { exportTokens, importTokens } from '../../src/main/features/vault/carrying.ts';
import { beginAttack } from '../support/attack.ts';
import { identity, profile, record } from '../unit/main/samples.ts';
import { stillWorld } from '../unit/main/still-world.ts';
import { serviceDeskOf } from '../unit/service/desk-of.ts';
import { MemoryKeyring } from '../unit/vault/memory-keyring.ts';

const attack = beginAttack('round trip', { short: 500, long: 10_000 });
const count = attack.rounds;
const passphrase = () => Secret.fromText('otter lamp violin creek');

const folder = mkdtempSync(join(tmpdir(), 'keyturn-round-trip-'));
const houses: House[] = [];
afterAll(async () => {
  for (const house of houses) await house.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A separate computer: another folder and another keyring. */
async function computer(name: string): Promise<House> {
  const world = stillWorld({
    userData: join(folder, name),
    extraCaFile: null,
    keyring: new MemoryKeyring(),
  });
  const house = openHouse(world);
  houses.push(house);
  expect((await house.vault.start()).phase).toBe('open');
  return house;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Returns a value in Okta's form, 42 characters, from the attack's seed. */
const newValue = () => `00${Array.from({ length: 40 }, () => letters[attack.below(64)]).join('')}`;
const labels = [
  'terraform',
  'scim für Köln',
  '日本語',
  '“quoted”, with a comma',
  '=SUM(A1)',
  "it's",
  'emoji 🔑',
];

/** Fills a vault with tokens of ten orgs, and returns every value by its token's id. */
function filled({ vault, orgs, tokens, tests }: House): Map<string, string> {
  const values = new Map<string, string>();
  vault.transaction(() => {
    const ids = Array.from({ length: 10 }, (_, n) => orgs.keep(identity(`org${n}.okta.com`), n));
    for (let n = 0; n < count; n++) {
      const value = newValue();
      const its = {
        ...profile(`${attack.pick(labels)} ${n}`),
        purpose: `purpose ${n}`.repeat(attack.below(5)),
        tags: [`tag${n % 7}`],
        rotateEveryDays: 1 + attack.below(300),
      };
      const org = n % 10;
      const id = tokens.add(
        ids[org] ?? '',
        `https://org${org}.okta.com`,
        its,
        Secret.fromText(value),
        1_000 + n,
      );
      tests.keep(id, record(2_000 + n));
      values.set(id, value);
    }
  });
  return values;
}

const valueOfToken = ({ tokens }: House, id: string): string => {
  using secret = tokens.secretOf(id);
  return secret.use(String);
};

/** The details of a token in an export, by its value. */
const carriedOf = (house: House): Map<string, unknown> =>
  new Map(
    house.tokens
      .list()
      .map(({ id, orgHost, label, purpose, tags, rotateEveryDays, capturedAt }) => [
        valueOfToken(house, id),
        { orgHost, label, purpose, tags, rotateEveryDays, capturedAt },
      ]),
  );

it(`${count} tokens are restored whole from a saved backup and from an age file`, {
  timeout: 120_000 + count * 300,
}, async () => {
  const here = await computer('here');
  const values = filled(here);
  const backup = join(folder, 'a.keyturn-backup');
  expect(await here.vault.saveBackup(backup, passphrase())).toEqual({ tokens: count });

  const restored = await computer('restored');
  expect(await restored.vault.restoreBackup(backup, passphrase())).toMatchObject({ tokens: count });
  expect(restored.tokens.list()).toEqual(here.tokens.list());
  for (const [id, value] of values) {
    expect(valueOfToken(restored, id)).toBe(value);
    expect(restored.tests.history(id, 9)).toEqual(here.tests.history(id, 9));
  }

  const file = join(folder, 'tokens.age');
  expect(await exportTokens(ofCarrying(restored, serviceDeskOf(restored)), file, passphrase())).toEqual({
    ...{ tokens: count, apps: 0, leftOut: 0 },
  });
  const imported = await computer('imported');
  expect(await importTokens(ofCarrying(imported, serviceDeskOf(imported)), file, passphrase())).toEqual({
    added: { tokens: count, apps: 0 },
    alreadyHere: { tokens: 0, apps: 0 },
  });
  expect(imported.orgs.list()).toHaveLength(10);
  const carried = carriedOf(imported);
  expect(carried.size).toBe(count);
  expect(carried).toEqual(carriedOf(here));
  // A token that is already here stays unchanged.
  expect(await importTokens(ofCarrying(imported, serviceDeskOf(imported)), file, passphrase())).toEqual({
    added: { tokens: 0, apps: 0 },
    alreadyHere: { tokens: count, apps: 0 },
  });
  expect(imported.activity.check()).toMatchObject({ ok: true, entries: count });
  attack.report(`${count} tokens by a backup and by an age file, 0 lost, 0 changed`);
});
