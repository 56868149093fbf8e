/** The part of Electron's IpcMainInvokeEvent that identifies the caller. */
export interface Caller<Contents extends object> {
  readonly sender: Contents;
  readonly senderFrame: { readonly parent: unknown; readonly origin: string } | null;
}

/**
 * Returns whether a call comes from our own page: the main frame of a window we made, at exactly our origin. `senderFrame` is null when the
 * frame is gone (Electron, docs/api/structures/ipc-main-invoke-event.md); such a call is refused.
 */
export function isTrusted<Contents extends object>(
  event: Caller<Contents>,
  ours: ReadonlySet<Contents>,
  origin: string,
): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && frame.origin === origin && ours.has(event.sender);
}
