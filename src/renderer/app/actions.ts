import { bridge } from '../bridge.ts';
import { showRotation } from '../rotation/rotation-store.ts';
import { useApps } from '../service/apps-store.ts';
import { began, useTesting } from '../testing/testing-store.ts';
import { useTokens } from '../tokens/tokens-store.ts';
import { withProof } from '../ui/proof-store.ts';
import { endUndo, useUndo } from '../ui/undo-store.ts';
import { copiedUntil, sayFailure, show } from './view-store.ts';

/** Tests one token. */
export async function testToken(tokenId: string): Promise<void> {
  const started = await bridge.testing.test({ tokenId });
  if (started.ok) began(tokenId, started.value.jobId);
  else sayFailure(started.error);
}

/** Tests one OAuth service app. */
export async function testApp(appId: string): Promise<void> {
  const tested = await bridge.service.test({ appId });
  if (!tested.ok && tested.error.code !== 'cancelled') sayFailure(tested.error);
}

/** Returns whether an id of the list belongs to an OAuth service app. */
export const isApp = (id: string): boolean => useApps.getState().apps.some((app) => app.id === id);

/** Tests one row of the list. */
export const testListed = (id: string): Promise<void> => (isApp(id) ? testApp(id) : testToken(id));

/** Cancels only the test of one token, even while Test all runs. */
export async function cancelTest(tokenId: string): Promise<void> {
  const running = useTesting.getState().tests[tokenId];
  if (running !== undefined && running.record === null) await bridge.testing.cancel({ jobId: running.jobId });
}

/** Tests all tokens. */
export async function testAll(): Promise<void> {
  const started = await bridge.testing.testAll();
  if (!started.ok) sayFailure(started.error);
}

/** The form in which a value is copied. */
export type CopyAs = Parameters<typeof bridge.tokens.copy>[0]['as'];

/** Lets main put a token's value, or a text with it, on the clipboard. */
export async function copyToken(tokenId: string, as: CopyAs = 'value'): Promise<void> {
  const copied = await withProof(() => bridge.tokens.copy({ tokenId, as }));
  if (copied.ok) copiedUntil(copied.value.clearsAt);
  else if (copied.error.code !== 'cancelled') sayFailure(copied.error);
}

/** Starts the demo in a window of its own. */
export async function tryDemo(): Promise<void> {
  const started = await bridge.app.startDemo();
  if (!started.ok) sayFailure(started.error);
}

/** Locks the vault. */
export async function lock(): Promise<void> {
  await bridge.vault.lock();
}

/** Shows a token's rotation. It begins a rotation if none is open. */
export const rotateToken = (tokenId: string): Promise<void> => showOrBegin(tokenId, bridge.rotation.begin);

/** Shows the rotation that ends a token whose job an app took over. It begins one if no rotation is open. */
export const leaveToken = (tokenId: string): Promise<void> =>
  showOrBegin(tokenId, bridge.rotation.beginToApp);

async function showOrBegin(tokenId: string, begin: typeof bridge.rotation.begin): Promise<void> {
  const under = useTokens.getState().tokens.find(({ id }) => id === tokenId)?.rotation?.id;
  if (under !== undefined) return showRotation(tokenId, under);
  const begun = await begin({ tokenId });
  if (begun.ok) showRotation(tokenId, begun.value.id);
  else sayFailure(begun.error);
}

/** Revokes a leaked token at once, and shows the rotation that replaces it. */
export async function replaceNow(tokenId: string): Promise<void> {
  const gone = await bridge.rotation.replaceNow({ tokenId });
  if (gone.ok) showRotation(tokenId, gone.value.id);
  else sayFailure(gone.error);
}

/** Shows the list and gives its filter the focus. */
export function focusFilter(): void {
  show('tokens');
  const focus = () => document.getElementById('filter-tokens')?.focus();
  // The focus moves at once if the list is on screen, so that the next key is not lost. Otherwise the list must be drawn first.
  if (document.getElementById('filter-tokens') === null) requestAnimationFrame(focus);
  else focus();
}

/** Undoes the last change, while the window offers it. */
export async function undoLast(): Promise<void> {
  const { last } = useUndo.getState();
  if (last === null) return;
  endUndo();
  const undone = await last.call();
  if (!undone.ok) sayFailure(undone.error);
}
