import type { ListedToken, Quiet, Rotation } from '../../../shared/contract/rotation.ts';
import { Failed } from '../../base/failure.ts';
import type { Credential } from '../../okta/credential.ts';
import type { RotationContext } from './context.ts';
import { awaitsQuiet } from './machine.ts';
import { askQuiet, tokensOfOwner } from './quiet.ts';
import { firstResult, valueLent, withWitness } from './witness.ts';
import { words } from './words.ts';

/**
 * Asks Okta whether anybody still uses the old value: with the new value, or with other credentials when an app takes over. Throws Failed
 * `rotation` before the handover.
 */
export async function checkQuiet(context: RotationContext, id: string): Promise<Rotation> {
  const rotation = context.store.get(id);
  if (rotation.handedOverAt === null || !awaitsQuiet(rotation)) {
    throw new Failed('rotation', words.quietStep.notHandedOver);
  }
  const { needs } = context;
  const { tokenId, mode } = rotation;
  const question = {
    client: needs.client,
    origin: needs.tokens.originOf(needs.tokens.get(tokenId)),
    mode,
    oktaTokenId: rotation.oldOktaTokenId,
    handedOverAt: rotation.handedOverAt,
    expiryAtHandOver: rotation.expiryAtHandOver,
    oktaAheadMs: rotation.oktaAheadMs,
    quietMinutes: rotation.quietMinutes,
    now: context.now(),
  };
  const ask = (log: Credential | null, list: Credential | null) =>
    askQuiet({ ...question, by: { log, list } });
  const quiet =
    mode === 'to-app'
      ? await withWitness(needs, tokenId, 'logs', (log) =>
          withWitness(needs, tokenId, 'tokens', (list) => ask(log, list)),
        )
      : await askWithNew(context, tokenId, ask);
  return context.step(id, (now) => ({ ...now, quiet }));
}

async function askWithNew(
  { needs }: RotationContext,
  tokenId: string,
  ask: (log: Credential, list: Credential) => Promise<Quiet>,
): Promise<Quiet> {
  using secret = needs.tokens.secretOf(tokenId);
  return await ask(secret, secret);
}

/**
 * Returns the owner's tokens in Okta's list, so that the person can choose the old one. Returns an empty list when no credential may read the
 * list.
 */
export async function candidates(context: RotationContext, id: string): Promise<ListedToken[]> {
  const rotation = context.store.get(id);
  const { tokens, client, witnesses } = context.needs;
  const token = tokens.get(rotation.tokenId);
  const owner = rotation.old?.test.facts.owner?.id ?? token.known?.owner?.id ?? null;
  // A question with the token itself would be a use of it.
  const lenders =
    rotation.mode === 'to-app'
      ? witnesses(token.id, 'tokens')
      : tokens.askers(token.orgId, token.id).map((asker) => ({
          lend: async () => valueLent(tokens.secretOf(asker.id)),
        }));
  const found = await firstResult(lenders, async (credential) => {
    const listed = await tokensOfOwner(client, tokens.originOf(token), credential, owner);
    return listed.length === 0 ? null : listed;
  });
  return (found ?? []).filter((one) => one.id !== rotation.newOktaTokenId);
}
