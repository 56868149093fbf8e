import type { Looked, LookLimits } from './look.ts';
import { words } from './words.ts';

/** Returns what a search left out, with one sentence for each kind. Pure. */
export function leftOutOf(looked: Looked, limits: LookLimits): string[] {
  const { leftOut } = words;
  const megabytes = limits.fileBytes / 1_000_000;
  const stopped = {
    files: leftOut.files(limits.files),
    time: leftOut.time(limits.ms / 1_000),
    cancelled: leftOut.cancelled,
  };
  return [
    looked.stopped === null ? '' : stopped[looked.stopped],
    looked.tooLarge === 0 ? '' : leftOut.tooLarge(looked.tooLarge, megabytes),
    looked.unreadable === 0 ? '' : leftOut.unreadable(looked.unreadable),
    looked.foldersLeftOut === 0 ? '' : leftOut.folders(looked.foldersLeftOut),
    looked.links === 0 ? '' : leftOut.links(looked.links),
    looked.binary === 0 ? '' : leftOut.binary(looked.binary),
  ].filter((sentence) => sentence !== '');
}
