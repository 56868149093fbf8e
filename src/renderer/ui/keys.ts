import { words } from './words.ts';

const isMac = navigator.platform.startsWith('Mac');

const commandKey = isMac ? '⌘' : words.keys.ctrl;

/** Returns a command's keys in the names of this computer's keyboard, for example "Ctrl K". */
export const withCommand = (key: string): string => `${commandKey} ${key}`;

/** Returns the name of the pressed keys: `mod+k` with Ctrl or Command, and only the key otherwise, for example `t`, `?` or `f1`. */
export const pressed = ({
  key,
  ctrlKey,
  metaKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>): string =>
  ctrlKey || metaKey ? `mod+${key.toLowerCase()}` : key.toLowerCase();

/** Returns the keys of a press in the names of the keyboard: "Ctrl K" for `mod+k`, "T" for `t`, "Enter" for `enter`. */
export function shownKeys(press: string): string {
  const key = press.replace('mod+', '');
  const name = `${key.slice(0, 1).toUpperCase()}${key.slice(1)}`;
  return press === key ? name : withCommand(name);
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
