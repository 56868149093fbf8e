import type { ChecklistItem, Rotation } from '../../../shared/contract/rotation.ts';
import { Failed } from '../../base/failure.ts';
import type { RotationContext } from './context.ts';
import { noted } from './machine.ts';
import { words } from './words.ts';

/** Runs a consumer's own command with the token's present value, and keeps the result. Throws Failed. */
export async function runItem(context: RotationContext, id: string, itemId: string): Promise<Rotation> {
  const before = context.store.get(id);
  if (before.state !== 'handing-over' && before.state !== 'revoking') {
    throw new Failed('rotation', words.run.notHandedOver);
  }
  // The token's own value is the one to be revoked, so no consumer gets it.
  if (before.mode === 'to-app') throw new Failed('rotation', words.run.noNewToken, words.run.giveApp);
  const { how, name } = itemOf(before, itemId);
  if (how === null) throw new Failed('hand-over', words.run.updatedByHand(name));
  const run = await context.needs.handOver(how, before, () => context.needs.tokens.secretOf(before.tokenId));
  const ran = (item: ChecklistItem): ChecklistItem => ({
    ...item,
    run,
    doneAt: run.ok ? run.at : null,
    doneBy: run.ok ? 'command' : null,
  });
  return context.step(id, (now) =>
    noted(now, context.now(), `${name}: ${run.sentence}`, {
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
