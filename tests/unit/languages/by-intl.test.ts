import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../../src');

/** Parts of a date, and numbers with a fixed form: what people make dates, times and numbers from by hand. */
const byHand =
  /\.(getFullYear|getMonth|getDate|getDay|getHours|toFixed|padStart|toDateString|toLocale\w*String)\(/g;

/** Where they make nothing that a person reads in a language, with the reason. */
const others: Readonly<Record<string, string>> = {
  'main/base/value-forms.ts: padStart': 'digits of an escape in a file',
  'main/features/life/warnings.ts: getHours': 'compares the time of day with the quiet hours',
  'main/terminal/print.ts: padStart': 'digits of an escape in JSON',
  'main/vault/recovery-key.ts: padStart': 'digits of a key',
  'renderer/life/upcoming.ts: getFullYear': 'finds the first day of a month, which Intl writes',
  'renderer/life/upcoming.ts: getMonth': 'finds the first day of a month, which Intl writes',
  'shared/iso-day.ts: getDate': 'a day in the form of ISO 8601, for files and fields',
  'shared/iso-day.ts: getFullYear': 'a day in the form of ISO 8601, for files and fields',
  'shared/iso-day.ts: getMonth': 'a day in the form of ISO 8601, for files and fields',
  'shared/iso-day.ts: padStart': 'a day in the form of ISO 8601, for files and fields',
  'shared/time-words.ts: getDate': 'counts days, which Intl writes',
  'shared/time-words.ts: getFullYear': 'counts days, which Intl writes',
  'shared/time-words.ts: getMonth': 'counts days, which Intl writes',
  'shared/time-words.ts: toDateString': 'compares two days',
};

it('Intl writes each date, time and number that a person reads', () => {
  const found = new Set(
    globSync('{main,renderer,shared}/**/*.{ts,tsx}', { cwd: root }).flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(byHand)].map(
        ([, name]) => `${file.replaceAll('\\', '/')}: ${name}`,
      ),
    ),
  );
  expect([...found].filter((one) => others[one] === undefined)).toEqual([]);
  // The list has no exception that nothing needs.
  expect(Object.keys(others).filter((one) => !found.has(one))).toEqual([]);
});
