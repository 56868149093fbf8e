import type { EventEmitter } from 'node:events';
import { browserOf, type Host } from '../host.ts';
import { preventable } from './preventable.ts';

/**
 * Emits `will-download` on the session for each download (Electron, docs/api/session.md). Chromium writes no file here: Electron would ask
 * where to save a download that main does not prevent, and nobody can answer.
 */
export async function watchDownloads(
  host: Host,
  session: EventEmitter,
  contentsOf: (frameId: string) => { readonly session: EventEmitter } | null,
): Promise<void> {
  const browser = browserOf(host);
  browser.on('Browser.downloadWillBegin', undefined, ({ frameId, url, suggestedFilename }) => {
    const item = { getURL: () => url, getFilename: () => suggestedFilename };
    const contents = contentsOf(String(frameId));
    (contents?.session ?? session).emit('will-download', preventable(), item, contents);
  });
  await browser.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true });
}
