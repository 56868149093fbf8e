import { words } from './words.ts';

const isMac = navigator.platform.startsWith('Mac');

const commandKey = isMac ? '⌘' : words.keys.ctrl;

/** Returns a command's keys as this computer's keyboard has them, for example "Ctrl K". */
export const withCommand = (key: string): string => `${commandKey} ${key}`;
