import { words } from './words.ts';

const isMac = navigator.platform.startsWith('Mac');

const commandKey = isMac ? '⌘' : words.keys.ctrl;

/** Returns a command's keys in the names of this computer's keyboard, for example "Ctrl K". */
export const withCommand = (key: string): string => `${commandKey} ${key}`;

const shiftKey = isMac ? '⇧' : words.keys.shift;

/**
 * Returns the name of the pressed keys: `mod+k` with Ctrl or Command, `mod+shift+t` with Shift too, and only the key otherwise, for example
 * `t`, `?` or `f1`. Shift counts only with a letter, because it is part of another sign on some keyboards.
 */
export function pressed({
  key,
  ctrlKey,
  metaKey,
  shiftKey: shift,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey'>): string {
  const name = key.toLowerCase();
  if (!ctrlKey && !metaKey) return name;
  return shift && name !== key.toUpperCase() ? `mod+shift+${name}` : `mod+${name}`;
}

/** Returns the keys of a press in the names of the keyboard: "Ctrl K" for `mod+k`, "T" for `t`, "Enter" for `enter`. */
export function shownKeys(press: string): string {
  const withShift = press.replace('mod+', '');
  const key = withShift.replace('shift+', '');
  const name = `${key.slice(0, 1).toUpperCase()}${key.slice(1)}`;
  const shown = withShift === key ? name : `${shiftKey} ${name}`;
  return press === withShift ? shown : withCommand(shown);
}

/**
 * Keeps the keys of an input method from every field, dialog and shortcut, as long as a text of it is not yet chosen. Enter then chooses
 * the text, the arrows walk through its suggestions, and Escape gives it up. This listens first, so that no field needs a rule of its own.
 */
export function leaveKeysToInputMethod(): void {
  const listen = (event: KeyboardEvent) => {
    if (event.isComposing) event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', listen, { capture: true });
}
