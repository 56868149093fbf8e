import { homedir } from 'node:os';
import type { Secret } from '../base/secret.ts';
import type { GuardAnswer } from '../features/commands/answers.ts';
import { orgBeside } from '../features/orgs/org-beside.ts';
import type { PlaintextNeeds } from '../features/plaintext/desk.ts';
import { marksOf } from '../features/plaintext/kept-marks.ts';
import { usualLimits } from '../features/plaintext/look.ts';
import { heldValue } from '../features/rotation/machine.ts';
import type { House } from './house.ts';

/** Returns copies of every kept value with its token: the values of tokens, and the second values of rotations. */
function keptValuesOf(house: House): { readonly tokenId: string; readonly secret: Secret }[] {
  const own = house.tokens
    .list()
    .filter(({ readable, revokedAt }) => readable && revokedAt === null)
    .map(({ id }) => ({ tokenId: id, secret: house.tokens.secretOf(id) }));
  const held = house.rotations
    .list()
    .filter((rotation) => rotation.endedAt === null && heldValue(rotation) !== null)
    .map(({ id, tokenId }) => ({ tokenId, secret: house.rotations.held(id) }));
  return [...own, ...held];
}

/** Returns what the search for tokens in plain text needs from the house. */
export const ofPlaintext = (house: House): PlaintextNeeds => ({
  ...house,
  around: { home: homedir(), platform: process.platform, env: process.env },
  limits: usualLimits,
  keptValues: () => keptValuesOf(house).map(({ secret }) => secret),
  keptAs: (secret) => {
    for (const { origin } of house.orgs.list()) {
      const tokenId = house.tokens.idOfValue(origin, secret);
      if (tokenId !== null) return { tokenId, label: house.tokens.get(tokenId).label };
    }
    return null;
  },
  hosts: () => house.orgs.list().map(({ host }) => host),
  orgBeside,
  onChanged: (view) => house.publish('plaintextChanged', { view }),
  note: (action, sentence, kept) => {
    if (kept === null) house.note({ action, sentence });
    else house.noteToken(action, house.tokens.get(kept.tokenId), sentence);
  },
});

/** Returns what `keyturn guard` looks for in a commit. `aliasOf` gives the name of a token on the command line. */
export function guardAnswerOf(house: House, aliasOf: (tokenId: string) => string): GuardAnswer {
  const values = keptValuesOf(house);
  const marks = marksOf(values.map(({ secret }) => secret));
  for (const { secret } of values) secret.wipe();
  return {
    ...marks,
    names: values.map(({ tokenId }) => aliasOf(tokenId)),
    hosts: house.orgs.list().map(({ host }) => host),
  };
}
