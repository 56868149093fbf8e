import { number, plural } from '../../../shared/plural.ts';
/** The sentences about the record of activity, nested by the file that uses them. */
export const words = {
  feature: {
    exported: (file: string) => `The record was exported to ${file}.`,
  },
  handlers: {
    saveRecord: 'Save the record of activity',
  },
  store: {
    changed: (entry: number) => `Entry ${number(entry)} was changed after it was written.`,
    missing: (entry: number) => `Entry ${number(entry)} is missing, or others are in its place.`,
    cutOff: (entries: number, last: number) =>
      `The record ends at entry ${number(entries)}, but ${plural(last, 'entry was', 'entries were')} written. Its end was cut off.`,
    endUnknown: (entries: number) =>
      `The sealed end of the record is missing. The record ends at entry ${number(entries)}, and later entries may have been taken out.`,
    whole: (entries: number) =>
      entries === 1
        ? 'The one entry is as it was written, and none is missing.'
        : `All ${number(entries)} entries are as they were written. They are in their order, and none is missing.`,
    empty: 'Nothing has been written yet.',
  },
};
