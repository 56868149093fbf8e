import type { Door, HowLong } from '../../../shared/contract/programs.ts';
import { isReading, minutesMs } from './allowances.ts';
import type { Wish } from './asks.ts';
import { doorWords } from './program-words.ts';
import { shownText } from './shown.ts';

/** A question of the system's dialog: what is asked, what a person should know, and the word on the button that says yes. */
export interface Question {
  readonly question: string;
  readonly detail: string;
  readonly yes: string;
}

const span: Readonly<Record<HowLong, string>> = {
  once: 'once',
  minutes: `for ${minutesMs / 60_000} minutes`,
  'until-lock': 'until lock',
};

/** What a system's dialog asks before a program is allowed what it wishes; every line is of text that can be seen. Pure. */
export function questionOf(wish: Wish, allow: HowLong): Question {
  const { caller, wants, method, path } = wish;
  const { program } = caller;
  const label = shownText(wish.label, 120);
  const call = `${method} ${shownText(path, 500)}`;
  const facts = [
    ['Of', shownText(wish.orgHost, 300)],
    ['Runs from', program.path],
    ['Command', program.command],
    ['In folder', program.folder],
    ['Started from', program.startedFrom],
  ].flatMap(([name = '', text = '']) => (text === '' ? [] : `${name}: ${shownText(text, 300)}`));
  const who =
    program.pid === null ? 'The system does not tell which program this is.' : `Process ${program.pid}.`;
  if (wants === 'value') {
    return {
      question: `Give ${program.name} the value of ${label}?`,
      detail: [
        `${who} It would have the token itself, and so would what it starts; while that runs, your other programs can read it, too.`,
        ...facts,
      ].join('\n'),
      yes: 'Give it once',
    };
  }
  const covers =
    allow === 'once'
      ? `This call alone: ${call}`
      : isReading(method)
        ? `All that it reads ${span[allow]}, now ${call}`
        : `This change ${span[allow]}, as often as it is made: ${call}`;
  return {
    question: `Let ${program.name} use ${label} ${span[allow]}?`,
    detail: [who, covers, ...facts].join('\n'),
    yes: `Allow ${span[allow]}`,
  };
}

/**
 * The question before a door is opened as wanted: null when it lets programs do no more by themselves than before. More is the value, changes,
 * and changes below other paths or at a faster pace. Pure.
 */
export function questionOfDoor(label: string, before: Door, after: Door): Question | null {
  if (!after.open) return null;
  const covered = (path: string) =>
    before.paths.some((one) => `${path.replace(/\/$/, '')}/`.startsWith(`${one.replace(/\/$/, '')}/`));
  const value = after.value && !(before.open && before.value);
  const change =
    after.access === 'change' &&
    !(
      before.open &&
      before.access === 'change' &&
      after.paths.every(covered) &&
      after.perMinute <= before.perMinute
    );
  if (!value && !change) return null;
  const what = [...(change ? ['change things in Okta'] : []), ...(value ? ['ask for its value'] : [])].join(
    ' and ',
  );
  return {
    question: `Let programs ${what} with ${shownText(label, 120)}?`,
    detail: `${shownText(doorWords(after), 600)}\nYou are still asked about each program.`,
    yes: 'Let them',
  };
}
