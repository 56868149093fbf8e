import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writers } from './all-writers.ts';
import type { Outcome } from './faults.ts';
import { fastFolder } from './world.ts';

let parent: string;
beforeEach(() => {
  parent = fastFolder();
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

/** What a person would read of an error that nobody turned into a sentence. */
const isRaw = (said: string) => /^(?:\w*Error|NotReplaced): |undefined|made by the test/.test(said);
/** What the app catches above the writer and logs, or what ends the start of the demo with its own sentence. */
const caughtAbove = [
  'the key of the socket',
  'the folder of the demo',
  'a token taken out of a file',
  'the hook of keyturn guard',
];

describe.skipIf(process.platform === 'win32')(
  'each step of a writer that fails with ENOSPC, EDQUOT, EFBIG or EIO, and a write that is cut short',
  () => {
    it.each(writers)(
      '$name: the file stays old or is new, whole, with a sentence and no leftover',
      { timeout: 120_000 },
      ({ name, silent, changes }) => {
        const run = spawnSync(
          process.execPath,
          [join(import.meta.dirname, 'run-writer.ts'), 'fail', name, parent],
          { encoding: 'utf8' },
        );
        const outcomes: Outcome[] = JSON.parse(run.stdout.trimEnd().split('\n').at(-1) ?? '');
        expect(outcomes.length).toBeGreaterThan(3);
        const wrong = outcomes.filter(({ step, said, file, left }) => {
          if (file === 'broken') return true;
          // What stays is the earlier vault under its second name, and the earlier log: they are meant to stay.
          const meant = /\.kept$|^log\.1$|^keyturn-demo$/;
          if (!/rmSync/.test(step) && left.some((one) => !meant.test(one)) && said !== '') return true;
          if (silent === true) return false;
          if (isRaw(said) && !caughtAbove.includes(name)) return true;
          return changes === true ? false : (said === '') !== (file === 'new');
        });
        expect(wrong).toEqual([]);
      },
    );
  },
);
