import { bridge } from '../bridge.ts';
import { began, useTesting } from '../testing/testing-store.ts';
import { useView } from './view-store.ts';

/** Tests one token. */
export async function testToken(tokenId: string): Promise<void> {
  const started = await bridge.testing.test({ tokenId });
  if (started.ok) began(tokenId, started.value.jobId);
  else useView.setState({ failure: started.error });
}

/** Ends a token's test and no other, also while Test all runs. */
export async function cancelTest(tokenId: string): Promise<void> {
  const running = useTesting.getState().tests[tokenId];
  if (running !== undefined && running.record === null) await bridge.testing.cancel({ jobId: running.jobId });
}

export async function testAll(): Promise<void> {
  const started = await bridge.testing.testAll();
  if (!started.ok) useView.setState({ failure: started.error });
}

export type CopyAs = Parameters<typeof bridge.tokens.copy>[0]['as'];

/** Puts a value, or a text with it, on the clipboard, by main. */
export async function copyToken(tokenId: string, as: CopyAs = 'value'): Promise<void> {
  const copied = await bridge.tokens.copy({ tokenId, as });
  if (copied.ok) useView.setState({ clipboardClearsAt: copied.value.clearsAt, failure: null });
  else useView.setState({ failure: copied.error });
}

export async function lock(): Promise<void> {
  await bridge.vault.lock();
}
