import type { Door } from '../../../shared/contract/programs.ts';
import type { Caller } from './caller.ts';
import { words } from './words.ts';

/** Returns a program as the record names it. */
export function programWords({ program: { name, pid, path } }: Caller): string {
  return pid === null ? name : words.program.inRecord(name, pid, path);
}

/** Returns a door's rules in one sentence or two, of at most 600 characters. */
export function doorWords(door: Door): string {
  if (!door.open) return words.program.doorShut;
  const rules = words.program.doorOpen(door);
  return (door.value ? words.program.mayAskForValue(rules) : rules).slice(0, 600);
}
