import type { Door, HowLong } from '../../../shared/contract/programs.ts';
import { minutesMs } from './allowances.ts';
import type { Caller } from './caller.ts';

/** What became of a program that asked. */
export const howLongWords: Readonly<Record<HowLong, string>> = {
  once: 'was allowed once',
  minutes: `was allowed for ${minutesMs / 60_000} minutes`,
  'until-lock': 'was allowed until the next lock',
};

/** A program as the record names it. */
export function programWords({ program: { name, pid, path } }: Caller): string {
  return `${name}${pid === null ? '' : ` (process ${pid}${path === '' ? '' : `, ${path}`})`}`;
}

/** A door's rules in one sentence or two. */
export function doorWords({ open, access, paths, perMinute, value }: Door): string {
  if (!open) return 'Programs may not use it any more.';
  const what = access === 'read' ? 'read' : 'read and change';
  const given = value ? ' The value itself may be asked for.' : '';
  return `Programs that are allowed may ${what} below ${paths.join(', ')}, ${perMinute} calls a minute.${given}`.slice(
    0,
    600,
  );
}
