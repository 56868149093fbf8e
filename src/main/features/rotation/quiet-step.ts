import type { ListedToken, Rotation } from '../../../shared/contract/rotation.ts';
import { Failed } from '../../base/failure.ts';
import type { RotationContext } from './context.ts';
import { heldValue } from './machine.ts';
import { askQuiet, tokensOfOwner } from './quiet.ts';
import { words } from './words.ts';

/** Asks Okta, with the new value, whether anybody still uses the old one. Throws Failed `rotation` before the handover. */
export async function checkQuiet(context: RotationContext, id: string): Promise<Rotation> {
  const rotation = context.store.get(id);
  if (rotation.handedOverAt === null || heldValue(rotation) !== 'old') {
    throw new Failed('rotation', words.quietStep.notHandedOver);
  }
  const { tokens, client } = context.needs;
  using secret = tokens.secretOf(rotation.tokenId);
  const quiet = await askQuiet({
    client,
    origin: tokens.originOf(tokens.get(rotation.tokenId)),
    secret,
    oktaTokenId: rotation.oldOktaTokenId,
    handedOverAt: rotation.handedOverAt,
    expiryAtHandOver: rotation.expiryAtHandOver,
    oktaAheadMs: rotation.oktaAheadMs,
    quietMinutes: rotation.quietMinutes,
    now: context.now(),
  });
  return context.step(id, (now) => ({ ...now, quiet }));
}

/** The most tokens that Keyturn tries for the list of API tokens. */
const mostAskers = 3;

/**
 * Returns the owner's tokens in Okta's list, so that the person can choose the old one. Returns an empty list when no token may read the
 * list.
 */
export async function candidates(context: RotationContext, id: string): Promise<ListedToken[]> {
  const rotation = context.store.get(id);
  const { tokens, client } = context.needs;
  const token = tokens.get(rotation.tokenId);
  const owner = rotation.old?.test.facts.owner?.id ?? token.known?.owner?.id ?? null;
  for (const asker of tokens.askers(token.orgId, token.id).slice(0, mostAskers)) {
    using secret = tokens.secretOf(asker.id);
    const found = await tokensOfOwner(client, tokens.originOf(token), secret, owner);
    if (found.length > 0) return found.filter((one) => one.id !== rotation.newOktaTokenId);
  }
  return [];
}
