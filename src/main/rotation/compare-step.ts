import type { Rotation, Side } from '../../shared/contract/rotation.ts';
import type { Secret } from '../secret.ts';
import { compareSides } from './compare.ts';
import type { RotationContext } from './context.ts';
import { canMove, moved, nextState, noted } from './machine.ts';

/**
 * Tests both values and sets them side by side. A new one that does not work leaves the rotation where it is, and that is said. Rejects
 * when aborted; then nothing has changed.
 */
export async function compare(context: RotationContext, id: string, signal: AbortSignal): Promise<Rotation> {
  const before = context.store.get(id);
  if (!canMove(before, 'compare-again')) nextState(before, 'compare');
  const { tokens } = context.needs;
  const token = tokens.get(before.tokenId);
  const fresh = await sideOf(context, before, 'new', signal);
  const old = before.mode === 'leaked' ? null : await sideOf(context, before, 'old', signal);

  return context.step(() => {
    const at = context.now();
    let now = context.store.get(id);
    if (canMove(now, 'compare-again')) now = moved(now, 'compare-again', at, 'Compared again.');
    const known = {
      new: fresh,
      old,
      newOktaTokenId: fresh.test.facts.oktaTokenId,
      oldOktaTokenId: old?.test.facts.oktaTokenId ?? now.oldOktaTokenId,
    };
    if (fresh.test.outcome.kind !== 'accepted') {
      return noted(now, at, `The new token was tested: ${fresh.test.outcome.word}.`, {
        ...known,
        comparison: null,
      });
    }
    const comparison = compareSides(old, fresh, token.lastTest?.facts ?? null, at);
    const asks = comparison.confirm.map(({ what }) => what).join(', ');
    const sentence = `Compared. ${asks === '' ? 'Nothing to confirm' : `To confirm: ${asks}`}.`;
    return moved(now, 'compare', at, sentence, { ...known, comparison });
  });
}

async function sideOf(
  context: RotationContext,
  rotation: Rotation,
  which: 'old' | 'new',
  signal: AbortSignal,
): Promise<Side> {
  const { tokens, test, probes: probe } = context.needs;
  const token = tokens.get(rotation.tokenId);
  const origin = tokens.originOf(token);
  const others = tokens.oktaIdsBesides(token.id);
  const oldId = rotation.oldOktaTokenId;
  const secret: Secret = which === 'new' ? context.store.held(rotation.id) : tokens.secretOf(token.id);
  try {
    const { fingerprint } = secret;
    const [record, probes] = await Promise.all([
      test({
        subject: rotation.id,
        origin,
        secret,
        known:
          which === 'old'
            ? { oktaTokenId: oldId, network: token.lastTest?.facts.network ?? null, others }
            : { oktaTokenId: null, network: null, others: oldId === null ? others : [...others, oldId] },
        // Only the new one's checks are shown as they come.
        shown: which === 'new',
        signal,
      }),
      probe(origin, secret, signal),
    ]);
    return { fingerprint, test: record, probes };
  } finally {
    secret.wipe();
  }
}
