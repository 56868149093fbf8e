import type { Rotation, Side } from '../../../shared/contract/rotation.ts';
import { series } from '../../../shared/listed.ts';
import type { Secret } from '../../base/secret.ts';
import { compareSides, type ZoneNames } from './compare.ts';
import type { RotationContext } from './context.ts';
import { canMove, moved, nextState, noted } from './machine.ts';
import { idFromOwnCalls, zoneNames } from './own-calls.ts';
import { words } from './words.ts';

/**
 * Tests both values and compares them. When the new value does not work, the rotation stays in its state and the result says so. Rejects
 * when aborted, and then nothing has changed.
 */
export async function compare(context: RotationContext, id: string, signal: AbortSignal): Promise<Rotation> {
  const before = context.store.get(id);
  if (!canMove(before, 'compare-again')) nextState(before, 'compare');
  const { tokens } = context.needs;
  const token = tokens.get(before.tokenId);
  const fresh = await sideOf(context, before, 'new', signal);
  const oldFrom = context.now();
  const old = before.mode === 'leaked' ? null : await sideOf(context, before, 'old', signal);
  const more = await furtherFacts(context, before, { old, fresh }, oldFrom);

  return context.step(id, (before) => {
    const at = context.now();
    const now = canMove(before, 'compare-again')
      ? moved(before, 'compare-again', at, words.compareStep.comparedAgain)
      : before;
    const known = {
      new: fresh,
      old,
      newOktaTokenId: fresh.test.facts.oktaTokenId,
      oldOktaTokenId: old?.test.facts.oktaTokenId ?? now.oldOktaTokenId ?? more.oldOktaTokenId,
    };
    if (fresh.test.outcome.kind !== 'accepted') {
      return noted(now, at, words.compareStep.tested(fresh.test.outcome.word), {
        ...known,
        comparison: null,
      });
    }
    const comparison = compareSides({
      old,
      fresh,
      before: token.known,
      orgHost: now.orgHost,
      at,
      zones: more.zones,
    });
    const asks = series(comparison.confirm.map(({ what }) => what));
    const sentence = words.compareStep.compared(asks);
    return moved(now, 'compare', at, sentence, { ...known, comparison });
  });
}

/**
 * Asks what the tests do not cover, with the new value: the names of zones, and which token the old value is when its tests could not tell.
 */
async function furtherFacts(
  context: RotationContext,
  rotation: Rotation,
  { old, fresh }: { readonly old: Side | null; readonly fresh: Side },
  oldFrom: number,
): Promise<{ zones: ZoneNames; oldOktaTokenId: string | null }> {
  const zoned = [old, fresh].some((side) => side?.test.facts.network?.connection === 'ZONE');
  const known = old?.test.facts.oktaTokenId ?? rotation.oldOktaTokenId;
  if (fresh.test.outcome.kind !== 'accepted' || (!zoned && (known !== null || old === null))) {
    return { zones: new Map(), oldOktaTokenId: null };
  }
  const { client, tokens } = context.needs;
  const token = tokens.get(rotation.tokenId);
  const origin = tokens.originOf(token);
  // A token that Okta refuses now does not say who owns it. Its last test may have said so.
  const owner = old?.test.facts.owner ?? token.known?.owner ?? null;
  using secret = context.store.held(rotation.id);
  const [zones, oldOktaTokenId] = await Promise.all([
    zoned ? zoneNames(client, origin, secret) : new Map<string, string>(),
    known === null && old !== null
      ? idFromOwnCalls(client, origin, secret, owner?.id ?? null, {
          from: oldFrom,
          to: context.now(),
        })
      : null,
  ]);
  return { zones, oldOktaTokenId };
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
  using secret: Secret = which === 'new' ? context.store.held(rotation.id) : tokens.secretOf(token.id);
  const { fingerprint } = secret;
  const [record, probes] = await Promise.all([
    test({
      subject: rotation.id,
      origin,
      secret,
      known:
        which === 'old'
          ? { oktaTokenId: oldId, network: token.known?.network ?? null, others }
          : { oktaTokenId: null, network: null, others: oldId === null ? others : [...others, oldId] },
      // The window shows only the checks of the new value as they arrive.
      shown: which === 'new',
      signal,
    }),
    probe(origin, secret, signal),
  ]);
  return { fingerprint, test: record, probes };
}
