const isMac = navigator.platform.startsWith('Mac');

/** The key that makes a letter a command, as this computer's keyboard has it. */
export const commandKey = isMac ? '⌘' : 'Ctrl';
