import type { Rotation } from '../../../shared/contract/rotation.ts';
import { Failed } from '../../base/failure.ts';
import { addRotation } from './begin.ts';
import type { RotationContext } from './context.ts';
import { expiryNow } from './hand-over-step.ts';
import { withWitness } from './witness.ts';
import { words } from './words.ts';

/**
 * Plans the revoke of a token whose job an OAuth service app took over. There is no new token, so the rotation begins with the hand-over:
 * the consumers change to the app. The token's own value stays its own until its end is proven. Nothing changes in Okta. Rejects with Failed
 * `rotation` when no app does the job.
 */
export async function beginToApp(context: RotationContext, tokenId: string): Promise<Rotation> {
  const { needs, store } = context;
  const token = needs.tokens.get(tokenId);
  const app = needs.successorOf(tokenId);
  if (app === null) throw new Failed('rotation', words.toApp.noApp, words.toApp.testApp);
  const oktaTokenId = token.known?.oktaTokenId ?? null;
  const witness = await withWitness(needs, tokenId, 'tokens', async (credential) =>
    credential === null || oktaTokenId === null
      ? {}
      : await expiryNow(context, tokenId, credential, oktaTokenId),
  );
  const beginning = { mode: 'to-app', state: 'handing-over', app, ...witness } as const;
  return store.transaction(() =>
    addRotation(
      context,
      tokenId,
      { ...beginning, handedOverAt: context.now() },
      words.toApp.begun(app.label),
    ),
  );
}
