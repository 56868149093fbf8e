import type { Confirmation, Rotation } from '../../../shared/contract/rotation.ts';
import { Failed } from '../../base/failure.ts';
import type { Credential } from '../../okta/credential.ts';
import type { RotationContext } from './context.ts';
import { type Change, type Move, moved, nextState } from './machine.ts';
import { listedTokenOf } from './quiet.ts';
import { words } from './words.ts';

/** Makes the new value the token's own and holds the old one. Throws Failed `rotation` when something is not confirmed. */
export async function handOver(
  context: RotationContext,
  id: string,
  confirm: readonly Confirmation[],
): Promise<Rotation> {
  const before = context.store.get(id);
  nextState(before, 'hand-over');
  const missing = (before.comparison?.confirm ?? []).filter(({ what }) => !confirm.includes(what));
  if (missing.length > 0) {
    throw new Failed(
      'rotation',
      words.handOver.notConfirmed(missing.map(({ sentence }) => sentence)),
      words.handOver.tick,
    );
  }
  const witness = await expiryOfOld(context, before);
  return context.step(id, (now) => {
    const at = context.now();
    const next = moved(now, 'hand-over', at, words.handOver.handedOver, {
      confirmed: [...confirm],
      handedOverAt: at,
      quiet: null,
      ...witness,
    });
    swap(context, next, 'new', at);
    if (next.new !== null) context.needs.tokens.keepTest(next.tokenId, next.new.test);
    return next;
  });
}

/**
 * Returns the old token's present expiry in the list. It asks with the new value, because a question with the old value would move the
 * expiry.
 */
async function expiryOfOld(context: RotationContext, rotation: Rotation): Promise<Change> {
  if (rotation.oldOktaTokenId === null || rotation.mode === 'leaked') return {};
  using secret = context.store.held(rotation.id);
  return await expiryNow(context, rotation.tokenId, secret, rotation.oldOktaTokenId);
}

/** Returns the present expiry of a token in Okta's list, read with another credential, and how far Okta's clock is ahead. */
export async function expiryNow(
  context: RotationContext,
  tokenId: string,
  credential: Credential,
  oktaTokenId: string,
): Promise<Pick<Rotation, 'expiryAtHandOver' | 'oktaAheadMs'>> {
  const { needs } = context;
  const origin = needs.tokens.originOf(needs.tokens.get(tokenId));
  const listed = await listedTokenOf(needs.client, origin, credential, oktaTokenId);
  return {
    expiryAtHandOver: listed.token?.expiresAt ?? null,
    oktaAheadMs: listed.dateHeader === null ? 0 : Math.round(listed.dateHeader - context.now()),
  };
}

/** Exchanges the token's own value and the held one, inside a transaction. `becomes` says which value becomes the token's own. */
function swap(context: RotationContext, rotation: Rotation, becomes: 'old' | 'new', at: number): void {
  const { store, needs } = context;
  const token = needs.tokens.get(rotation.tokenId);
  const origin = needs.tokens.originOf(token);
  using next = store.held(rotation.id);
  using leaving = token.revokedAt === null ? needs.tokens.secretOf(token.id) : null;
  // The held value goes first, because a value is kept in one place only.
  store.letGo(rotation.id);
  needs.tokens.replaceValue(token.id, origin, next, becomes === 'new' ? at : rotation.oldCapturedAt);
  if (leaving !== null) store.hold(rotation.id, origin, leaving);
}

/** Makes the old value the token's own again. Holds the new value until it is revoked or forgotten. */
export const undo = (context: RotationContext, id: string): Rotation =>
  swapTo(context, id, 'undo', 'old', words.handOver.undone);

/** Makes the new value the token's own again after an undo. */
export const resume = (context: RotationContext, id: string): Rotation =>
  swapTo(context, id, 'resume', 'new', words.handOver.resumed);

function swapTo(
  context: RotationContext,
  id: string,
  move: Move,
  becomes: 'old' | 'new',
  sentence: string,
): Rotation {
  const done = context.step(id, (now) => {
    const at = context.now();
    const next = moved(now, move, at, sentence, { quiet: null });
    swap(context, next, becomes, at);
    return next;
  });
  context.needs.retest(done.tokenId);
  return done;
}
