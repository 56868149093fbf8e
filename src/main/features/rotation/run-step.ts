import type { ChecklistItem, Rotation } from '../../../shared/contract/rotation.ts';
import { Failed } from '../../base/failure.ts';
import type { RotationContext } from './context.ts';
import { noted } from './machine.ts';
import { words } from './words.ts';

/**
 * Runs a consumer's own command with the token's present value, and keeps the result. After an undo that is the old value: a consumer that
 * had the new one gets it back. Throws Failed.
 */
export async function runItem(context: RotationContext, id: string, itemId: string): Promise<Rotation> {
  const before = context.store.get(id);
  const back = before.state === 'rolled-back' && before.endedAt === null;
  if (before.state !== 'handing-over' && before.state !== 'revoking' && !back) {
    throw new Failed('rotation', words.run.notHandedOver);
  }
  // The token's own value is the one to be revoked, so no consumer gets it.
  if (before.mode === 'to-app') throw new Failed('rotation', words.run.noNewToken, words.run.giveApp);
  const { how, name } = itemOf(before, itemId);
  if (how === null) throw new Failed('hand-over', words.run.updatedByHand(name));
  const run = await context.needs.handOver(how, before, () => context.needs.tokens.secretOf(before.tokenId));
  const ran = (item: ChecklistItem): ChecklistItem => {
    // A consumer that did not get the old value back still has the new one.
    if (back) return run.ok ? { ...item, run, doneAt: null, doneBy: null } : { ...item, run };
    return { ...item, run, doneAt: run.ok ? run.at : null, doneBy: run.ok ? 'command' : null };
  };
  const said = back && run.ok ? words.run.gaveBack(name, run.sentence) : `${name}: ${run.sentence}`;
  return context.step(id, (now) =>
    noted(now, context.now(), said, {
      checklist: now.checklist.map((one) => (one.id === itemId ? ran(one) : one)),
    }),
  );
}

/** Returns one line of the checklist. Throws Failed `not-found`. */
export function itemOf(rotation: Rotation, itemId: string): ChecklistItem {
  const item = rotation.checklist.find(({ id }) => id === itemId);
  if (item === undefined) throw new Failed('not-found', words.run.consumerGone);
  return item;
}
