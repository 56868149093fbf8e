import type { IpcMainInvokeEvent, WebContents } from 'electron';

/**
 * Whether a call comes from our own page: the main frame of a window we made, at exactly our origin. `senderFrame` is null when the
 * frame has gone (Electron, docs/api/structures/ipc-main-invoke-event.md), which is a refusal.
 */
export function isTrusted(
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  ours: ReadonlySet<WebContents>,
  origin: string,
): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && frame.origin === origin && ours.has(event.sender);
}
