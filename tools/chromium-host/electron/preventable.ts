/** Returns an event whose default action a listener can prevent, with Electron's details. */
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
