import type { RevokeAttempt, Rotation } from '../../../shared/contract/rotation.ts';
import { insistWords, reasonsNotTo } from '../../../shared/rotation-words.ts';
import { Failed } from '../../base/failure.ts';
import type { Secret } from '../../base/secret.ts';
import type { RotationContext } from './context.ts';
import { canMove, heldValue, type Move, moved, nextState, noted } from './machine.ts';
import { askLeakedUse } from './quiet.ts';
import { revokeAndProve } from './revoke.ts';
import { askWitnesses, withWitness } from './witness.ts';
import { words } from './words.ts';

const mostAttempts = 100;

/**
 * Revokes the old token and proves it. When a token is not known to be quiet or is not handed over everywhere, the person must insist in
 * words. The intent is on disk first. The old value goes only when its end is proven. Throws Failed `rotation`.
 */
export async function revoke(
  context: RotationContext,
  id: string,
  insist: string | undefined,
): Promise<Rotation> {
  let rotation = context.store.get(id);
  nextState(rotation, 'revoke');
  if (rotation.state !== 'revoking') rotation = intend(context, rotation, insist);
  if (rotation.mode === 'leaked' && rotation.leakedUse === null)
    rotation = await readLeakedUse(context, rotation);
  const attempt = await attemptOn(context, rotation, 'old');
  return context.step(id, (now) => {
    const attempts = [...now.attempts, attempt].slice(-mostAttempts);
    if (!attempt.proven) {
      // When Okta still accepts the old token, it is surely not revoked, and an undo is possible again.
      return attempt.after.kind === 'accepted' && canMove(now, 'revoke-failed')
        ? moved(now, 'revoke-failed', attempt.at, attempt.sentence, { attempts })
        : noted(now, attempt.at, attempt.sentence, { attempts });
    }
    const over = now.mode !== 'leaked';
    if (now.mode === 'usual') context.store.letGo(id);
    else context.needs.tokens.markRevoked(now.tokenId, attempt.at);
    return moved(now, 'proven', attempt.at, attempt.sentence, {
      attempts,
      proof: attempt,
      endedAt: over ? attempt.at : null,
    });
  });
}

function intend(context: RotationContext, rotation: Rotation, insist: string | undefined): Rotation {
  const open = reasonsNotTo(rotation, context.needs.successorOf(rotation.tokenId) !== null);
  if (open.length > 0 && insist?.trim().toLowerCase() !== insistWords) {
    throw new Failed('rotation', words.revokeStep.notYet(open), words.revokeStep.waitOrInsist(insistWords));
  }
  const sentence = open.length === 0 ? words.revokeStep.revokeAsked : words.revokeStep.insisted(open);
  return context.step(rotation.id, (now) => moved(now, 'revoke', context.now(), sentence));
}

async function attemptOn(
  context: RotationContext,
  rotation: Rotation,
  whose: RevokeAttempt['whose'],
): Promise<RevokeAttempt> {
  const { client, clock, tokens } = context.needs;
  const token = tokens.get(rotation.tokenId);
  if (rotation.mode === 'to-app') return await attemptBesideApp(context, rotation);
  const held = heldValue(rotation);
  const own = (): Secret => tokens.secretOf(token.id);
  using ending = held === whose ? context.store.held(rotation.id) : own();
  // A leaked token's own value is gone before its replacement is handled.
  const beside = held === null || token.revokedAt !== null ? null : held === whose ? own : null;
  using other = beside?.() ?? (held !== null && held !== whose ? context.store.held(rotation.id) : null);
  return await revokeAndProve({
    client,
    clock,
    origin: tokens.originOf(token),
    whose,
    ending,
    other,
    oktaTokenId: whose === 'old' ? rotation.oldOktaTokenId : rotation.newOktaTokenId,
  });
}

/** Revokes the token's own value, with another credential of the org beside it. */
async function attemptBesideApp(context: RotationContext, rotation: Rotation): Promise<RevokeAttempt> {
  const { needs } = context;
  const { client, clock, tokens } = needs;
  const { tokenId, oldOktaTokenId: oktaTokenId } = rotation;
  const origin = tokens.originOf(tokens.get(tokenId));
  using ending = tokens.secretOf(tokenId);
  const toApp = {
    witness: () => askWitnesses(needs, tokenId, origin),
    carriedOut: rotation.attempts.some(({ revoked }) => revoked?.kind === 'accepted'),
  };
  const question = { client, clock, origin, whose: 'old', ending, oktaTokenId, toApp } as const;
  return await withWitness(needs, tokenId, 'tokens', (other) => revokeAndProve({ ...question, other }));
}

/** The longest wait for a slow log, in milliseconds, because a leaked token still works meanwhile. */
const mostLogMs = 3_000;

/** Reads what the log shows of a leaked token while the token itself can still ask. */
async function readLeakedUse(context: RotationContext, rotation: Rotation): Promise<Rotation> {
  const { client, clock, tokens } = context.needs;
  using secret = tokens.secretOf(rotation.tokenId);
  const late = new AbortController();
  const cancel = clock.after(mostLogMs, () => late.abort());
  try {
    const leakedUse = await askLeakedUse(
      client,
      tokens.originOf(tokens.get(rotation.tokenId)),
      secret,
      rotation.oldOktaTokenId,
      context.now(),
      late.signal,
    );
    return context.step(rotation.id, (now) => ({ ...now, leakedUse }));
  } finally {
    cancel();
  }
}

const endedWords = ({ mode, state }: Rotation): string =>
  mode !== 'to-app'
    ? words.revokeStep.endedWithoutReplacement
    : state === 'revoking'
      ? words.revokeStep.gaveUpRevoke
      : words.revokeStep.endedBeforeRevoke;

/** Ends a rotation without a replacement. Revokes a held new value with proof, or forgets it when the person says so. */
export async function end(
  context: RotationContext,
  id: string,
  newToken: 'revoke' | 'forget' | undefined,
): Promise<Rotation> {
  const rotation = context.store.get(id);
  nextState(rotation, 'abandon');
  if (heldValue(rotation) !== 'new') {
    const at = context.now();
    return context.step(id, (now) => moved(now, 'abandon', at, endedWords(now), { endedAt: at }));
  }
  if (newToken === undefined) {
    throw new Failed('rotation', words.revokeStep.captured, words.revokeStep.choose);
  }
  return dropNew(context, rotation, newToken, 'abandon');
}

/** Puts the captured value aside, so that the person can capture another one. Throws Failed `rotation`. */
export async function putAside(
  context: RotationContext,
  id: string,
  newToken: 'revoke' | 'forget',
): Promise<Rotation> {
  const rotation = context.store.get(id);
  nextState(rotation, 'drop-new');
  return dropNew(context, rotation, newToken, 'drop-new');
}

async function dropNew(
  context: RotationContext,
  rotation: Rotation,
  how: 'revoke' | 'forget',
  move: Move,
): Promise<Rotation> {
  const attempt = how === 'revoke' ? await attemptOn(context, rotation, 'new') : null;
  return context.step(rotation.id, (now) => {
    const at = context.now();
    const attempts = attempt === null ? now.attempts : [...now.attempts, attempt].slice(-mostAttempts);
    if (attempt !== null && !attempt.proven) return noted(now, at, attempt.sentence, { attempts });
    context.store.letGo(rotation.id);
    return moved(now, move, at, attempt?.sentence ?? words.revokeStep.forgotten, {
      attempts,
      ...(move === 'abandon'
        ? { endedAt: at }
        : { newFingerprint: null, newOktaTokenId: null, new: null, comparison: null }),
    });
  });
}
