import { followKey } from '../../src/main/app/follow-key.ts';
import { type House, openHouse } from '../../src/main/app/house.ts';
import { Secret } from '../../src/main/base/secret.ts';
import type { Renewal } from '../../src/main/vault/key-renewal.ts';
import { stillWorld } from '../unit/main/still-world.ts';
import type { MemoryKeyring } from '../unit/vault/memory-keyring.ts';

/** The text that opens a vault of each kind. */
const typed: Readonly<Record<string, string>> = { passcode: '264871', passphrase: 'otter lamp violin creek' };
const typedFor = (kind: string): { typed?: Secret } =>
  typed[kind] === undefined ? {} : { typed: Secret.fromText(typed[kind]) };

/** Opens the vault in `folder` as a person does, or makes it if there is none. Throws if it does not open. */
export async function openKind(folder: string, keyring: MemoryKeyring, kind: string): Promise<House> {
  if (kind === 'passphrase') keyring.state = 'absent';
  const house = openHouse(stillWorld({ userData: folder, extraCaFile: null, keyring }));
  const { vault } = house;
  await vault.start();
  const secret = typedFor(kind).typed;
  if (vault.status().phase === 'no-keyring' && secret !== undefined) await vault.choosePassphrase(secret);
  if (vault.status().phase === 'locked') await vault.unlock(secret);
  if (vault.status().phase !== 'open')
    throw new Error(`It does not open: ${JSON.stringify(vault.status().problem)}.`);
  if (kind === 'passcode' && vault.status().lock.passcode === 'none' && secret !== undefined)
    await vault.passcode.choose(secret);
  return house;
}

/** Returns what this vault needs to make a new data key. */
export const renewal = (house: House, kind: string): Renewal => ({
  ...typedFor(kind),
  follow: followKey(house),
  anyway: async () => false,
});
