/** An event whose default can be prevented, with the details Electron puts on it. */
export function preventable<T extends object>(
  details?: T,
): T & { preventDefault(): void; defaultPrevented: boolean } {
  const event = {
    ...(details as T),
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  return event;
}
