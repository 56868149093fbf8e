import { useEffect, useRef } from 'react';

/**
 * Moves the focus with a form that takes the place of its button: to the first field when the form opens, and back to the button when it
 * closes. Returns the ref of the element that holds both. Without this, the focus goes with the button, and the keyboard starts at the top
 * of the page again.
 */
export function useEditFocus(editing: boolean): (holder: HTMLElement | null) => void {
  const holder = useRef<HTMLElement | null>(null);
  const before = useRef(editing);
  useEffect(() => {
    if (before.current === editing) return;
    before.current = editing;
    // A form that is higher than the page begins at its top.
    if (editing) holder.current?.scrollIntoView({ block: 'nearest' });
    holder.current
      ?.querySelector<HTMLElement>(editing ? 'input,select,textarea' : 'button')
      ?.focus({ preventScroll: editing });
  }, [editing]);
  return (element) => {
    holder.current = element;
  };
}
