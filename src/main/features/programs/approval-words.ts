import type { Door, HowLong } from '../../../shared/contract/programs.ts';
import { series } from '../../../shared/listed.ts';
import { shownText } from '../../base/shown.ts';
import { isReading } from './allowances.ts';
import type { Wish } from './asks.ts';
import { allowedMinutes, doorSentence } from './program-words.ts';
import { words } from './words.ts';

/** A question for a system dialog: the question, the details below it, and the word on the button that agrees. */
export interface Question {
  readonly question: string;
  readonly detail: string;
  readonly yes: string;
}

/** Returns the question that a system dialog asks before Keyturn grants a program's wish. Every line has visible text only. Pure. */
export function questionOf(wish: Wish, allow: HowLong): Question {
  const { caller, wants, method, path } = wish;
  const { program } = caller;
  const label = shownText(wish.label, 120);
  const call = `${method} ${shownText(path, 500)}`;
  const shown = { ...program, org: wish.orgHost };
  const facts = (['org', 'path', 'command', 'folder', 'startedFrom'] as const).flatMap((name) =>
    shown[name] === '' ? [] : words.approval.facts[name](shownText(shown[name], 300)),
  );
  const who = program.pid === null ? words.approval.noProcess : words.approval.process(program.pid);
  if (wants === 'value') {
    const { question, warning, yes } = words.approval.value;
    return {
      question: question(program.name, label),
      detail: [`${who} ${warning}`, ...facts].join('\n'),
      yes,
    };
  }
  const yes = words.approval.yes[allow];
  const covers = coversOf(isReading(method), allow, call, shownText(series(wish.below), 500));
  const hash = wish.file.file === null ? [] : [words.approval.always.hash(wish.file.file.sha256)];
  const forAlways = allow === 'always' ? [words.approval.always.warning, ...hash] : [];
  const changed = wish.changed ? [words.approval.always.changed] : [];
  return {
    question: words.approval.question[allow](program.name, label, allowedMinutes),
    detail: [who, ...changed, covers, ...facts, ...forAlways].join('\n'),
    yes: typeof yes === 'string' ? yes : yes(allowedMinutes),
  };
}

/** Returns what an answer covers. `below` names the paths that the token's rules allow. */
function coversOf(reads: boolean, allow: HowLong, call: string, below: string): string {
  const { covers } = words.approval;
  if (allow === 'once') return covers.call(call);
  if (allow === 'always') return reads ? covers.readsAlways(below, call) : covers.changeAlways(call);
  if (allow === 'minutes') {
    return reads
      ? covers.readsForMinutes(allowedMinutes, call)
      : covers.changeForMinutes(allowedMinutes, call);
  }
  return reads ? covers.readsUntilLock(call) : covers.changeUntilLock(call);
}

/**
 * Returns the question before the rules for programs become `after`. Returns null when programs may do no more than before. More means the
 * value, changes, further paths for changes, or a faster pace. Pure.
 */
export function questionOfDoor(
  { label, orgHost }: { readonly label: string; readonly orgHost: string },
  before: Door,
  after: Door,
): Question | null {
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
  const { rules } = words.approval;
  const question = change && value ? rules.changeAndValue : change ? rules.change : rules.value;
  return {
    question: question(shownText(label, 120)),
    // Script in the window can change the label, but not the org.
    detail: [
      words.approval.facts.org(shownText(orgHost, 300)),
      shownText(doorSentence(after), 600),
      rules.stillAsked,
    ].join('\n'),
    yes: rules.yes,
  };
}
