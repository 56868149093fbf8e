import { clip } from '../../../shared/clip.ts';
import type { Door, HowLong } from '../../../shared/contract/programs.ts';
import { sentences, series } from '../../../shared/listed.ts';
import { shownText } from '../../base/shown.ts';
import { isReading, minutesMs } from './allowances.ts';
import type { Wish } from './asks.ts';
import type { Caller } from './caller.ts';
import { words } from './words.ts';

/** The length of an allowance for some minutes, in minutes. */
export const allowedMinutes = minutesMs / 60_000;

/** Returns a person's answer to a program, for the record. A null `answer` means that the person denied it. */
export function answeredSentence(caller: Caller, answer: HowLong | null): string {
  const program = programName(caller);
  return answer === null
    ? words.programWords.denied(program)
    : words.programWords.allowed[answer](program, allowedMinutes);
}

/** Returns what a program was allowed always, for the record. */
export function alwaysSentence({ caller, method, path, below, file }: Wish): string {
  const { alwaysReading, alwaysChange } = words.programWords;
  const program = programName(caller);
  const sha256 = file.file?.sha256 ?? '';
  return isReading(method)
    ? alwaysReading(program, series(below), sha256)
    : alwaysChange(program, `${method} ${shownText(path, 500)}`, sha256);
}

/** Returns a program's name, for the record. */
export function programName({ program: { name, pid, path } }: Caller): string {
  if (pid === null) return name;
  return path === ''
    ? words.programWords.withProcess(name, pid)
    : words.programWords.withProcessAndPath(name, pid, path);
}

/** Returns the rules for programs in one sentence or two. */
export function doorSentence({ open, access, paths, perMinute, value }: Door): string {
  if (!open) return words.programWords.shut;
  const rules = words.programWords.rules[access](series(paths), perMinute);
  return clip(value ? sentences([rules, words.programWords.value]) : rules, 600);
}
