import type { Door, HowLong } from '../../../shared/contract/programs.ts';
import { isReading, minutesMs } from './allowances.ts';
import type { Wish } from './asks.ts';
import { doorWords } from './program-words.ts';
import { shownText } from './shown.ts';
import { words } from './words.ts';

/** A question for a dialog of the system: the question, the details below it, and the word on the button that agrees. */
export interface Question {
  readonly question: string;
  readonly detail: string;
  readonly yes: string;
}

const minutes = minutesMs / 60_000;

/** Returns the question that the dialog asks before a program is allowed its wish. Every line holds visible characters only. Pure. */
export function questionOf(wish: Wish, allow: HowLong): Question {
  const { caller, wants, method, path } = wish;
  const { program } = caller;
  const label = shownText(wish.label, 120);
  const call = `${method} ${shownText(path, 500)}`;
  const facts = [
    [words.approval.fact.org, shownText(wish.orgHost, 300)],
    [words.approval.fact.path, program.path],
    [words.approval.fact.command, program.command],
    [words.approval.fact.folder, program.folder],
    [words.approval.fact.startedFrom, program.startedFrom],
  ].flatMap(([name = '', text = '']) =>
    text === '' ? [] : words.approval.factLine(name, shownText(text, 300)),
  );
  const who = program.pid === null ? words.approval.programNotKnown : words.approval.process(program.pid);
  if (wants === 'value') {
    return {
      question: words.approval.giveValue(program.name, label),
      detail: [words.approval.valueRisk(who), ...facts].join('\n'),
      yes: words.approval.giveOnce,
    };
  }
  const covers =
    allow === 'once'
      ? words.approval.thisCall(call)
      : isReading(method)
        ? words.approval.allReads(allow, minutes, call)
        : words.approval.thisChange(allow, minutes, call);
  return {
    question: words.approval.letUse(program.name, label, allow, minutes),
    detail: [who, covers, ...facts].join('\n'),
    yes: words.approval.allow(allow, minutes),
  };
}

/**
 * Returns the question that the dialog asks before a door's rules change. It is null when programs may do no more than before. More means
 * the value, changes, and changes below other paths or at a faster pace. Pure.
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
  const { letChange, letHaveValue, letChangeAndHaveValue } = words.approval;
  const ask = change && value ? letChangeAndHaveValue : change ? letChange : letHaveValue;
  return {
    question: ask(shownText(label, 120)),
    detail: words.approval.doorRules(shownText(doorWords(after), 600)),
    yes: words.approval.letThem,
  };
}
