import type { EventEmitter } from 'node:events';
import { browserOf, type Host } from '../host.ts';
import { preventable } from './preventable.ts';

/**
 * Tells the session of each download by `will-download` (Electron, docs/api/session.md). Chromium writes none here: Electron would ask
 * where to save one that main does not prevent, and nobody is there to be asked.
 */
export async function watchDownloads(
  host: Host,
  session: EventEmitter,
  contentsOf: (frameId: string) => unknown,
): Promise<void> {
  const browser = browserOf(host);
  browser.on('Browser.downloadWillBegin', undefined, ({ frameId, url, suggestedFilename }) => {
    const item = { getURL: () => url, getFilename: () => suggestedFilename };
    session.emit('will-download', preventable(), item, contentsOf(String(frameId)));
  });
  await browser.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true });
}
