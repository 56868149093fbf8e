import type { SystemAnswer, SystemProofWay } from '../base/ports.ts';

/** What the system shows, as the end of "Keyturn wants to". */
export const reasons = {
  unlock: 'unlock your tokens',
  switchOn: 'ask for this at each unlock',
  switchOff: 'stop asking for this',
} as const;

const said: Readonly<Record<Exclude<SystemAnswer, 'given'>, Readonly<Record<SystemProofWay, string>>>> = {
  cancelled: {
    'touch-id': 'Touch ID was cancelled, so nothing was proved.',
    polkit: 'The question for your password was closed, so nothing was proved.',
  },
  refused: {
    'touch-id': 'Touch ID was cancelled or did not recognise you, so nothing was proved.',
    polkit: 'The system did not accept the password, so nothing was proved.',
  },
  'timed-out': {
    'touch-id': 'Nobody answered Touch ID within two minutes, so nothing was proved.',
    polkit: 'Nobody gave the password within two minutes, so nothing was proved.',
  },
  'no-agent': {
    'touch-id': 'The system cannot show its question, so nothing was proved.',
    polkit: 'No polkit agent runs on this desktop to ask for your password, so nothing was proved.',
  },
  unavailable: {
    'touch-id': 'Touch ID cannot be used now, and Keyturn does not go on without it.',
    polkit: 'The system cannot ask for your password now, and Keyturn does not go on without it.',
  },
};

/** Returns what happened, as a sentence. */
export const sentenceOf = (answer: Exclude<SystemAnswer, 'given'>, way: SystemProofWay): string =>
  said[answer][way];

/** Returns the way on, as a sentence. */
export function remedyOf(isOpen: boolean, hasPasscode: boolean): string {
  if (hasPasscode) return 'Try again, or give your passcode.';
  return isOpen
    ? 'Try again. If the system cannot ask any more, lock Keyturn and use the recovery key.'
    : 'Try again, or use the recovery key.';
}

export const words = {
  asksAlready: 'The system is asking already.',
  answerThat: 'Answer its question first.',
  noKeyring: 'The question of the system goes with a keyring, and none keeps this vault.',
  cannotAsk: 'This system cannot ask who you are, so nothing was switched on.',
  isOff: 'The question of the system is switched off.',
  noWayOut: 'If the system could not ask one day, nothing would open your tokens.',
  makeWayOut: 'Make a recovery key or choose a passcode first.',
};
