import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../../src');

/** A cut from the start of something. Group 1 is what is cut: its last name, or the last method that made it. */
const cuts = /(\w+)(?:\([^()]*\))?\s*\??\.(?:slice\(0,|substring\(|substr\()/g;

/** Names of texts that people read, and methods that return a text. A list of anything else has another name. */
const texts =
  /^(?:name|label|text|title|sentence|note|reason|login|summary|message|line|word|purpose|detail|at|due|cell|typed|value)$|^(?:trim|trimEnd|trimStart|replace|replaceAll|normalize|toString|join|toUpperCase|toLowerCase)$/i;

/** Cuts that leave no half of a character, or that nobody reads: the reason, and each cut with its file. */
const reasons: readonly (readonly [why: string, cuts: readonly string[]])[] = [
  [
    'It is cut at the sign that the line before has found, which is no half of a character.',
    [
      'renderer/tasks/search-field.tsx: value.slice(0,',
      'main/features/orgs/address-text.ts: text.slice(0,',
      'main/features/handover/env-places.ts: line.slice(0,',
      'main/features/handover/env-text.ts: text.slice(0,',
      'main/features/commands/serve.ts: text.slice(0,',
      'main/capture/token-shape.ts: text.slice(0,',
      'main/vault/daily-backup.ts: name.slice(0,',
    ],
  ],
  [
    'It has only ASCII: a host, a time, hexadecimal digits, base64, an alias, a switch or a version.',
    [
      'renderer/ui/date-field.tsx: toString().slice(0,',
      'renderer/ui/org-mark.tsx: name.slice(0,',
      "main/start/switches.ts: replaceAll(/[^\\w-]/g, '?').slice(0,",
      "main/features/usage/store.ts: toString('hex').slice(0,",
      "main/features/programs/alias.ts: replace(/[^a-z0-9]+/g, '-') .slice(0,",
      'main/features/orgs/org-url.ts: label.slice(0,',
      'main/features/life/warnings.ts: text.slice(0,',
      'main/features/app/news-seen.ts: trim().slice(0,',
      "main/vault/other-file.ts: replaceAll('=', '').slice(0,",
    ],
  ],
  [
    'It makes the first letter of our own sentence a capital.',
    [
      'renderer/ui/result-banner.tsx: text.slice(0,',
      'renderer/tokens/overview-tab.tsx: due.slice(0,',
      'main/features/diagnosis/words.ts: at.slice(0,',
      'main/features/access/words.ts: text.slice(0,',
    ],
  ],
  [
    'It is a list, or is only compared and never shown.',
    [
      'renderer/programs/programs-store.ts: value.slice(0,',
      'main/features/plaintext/shaped-values.ts: text.slice(0,',
      // Its lines are counted.
      'main/features/handover/env-forms.ts: text.slice(0,',
    ],
  ],
];
const whole: ReadonlyMap<string, string> = new Map(
  reasons.flatMap(([why, all]) => all.map((one) => [one, why])),
);

it('a text that people may read is cut by shared/clip, which leaves no half of a character', () => {
  const found = globSync('{main,renderer,shared}/**/*.{ts,tsx}', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file !== 'shared/clip.ts')
    .flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(cuts)]
        .filter(([, name]) => texts.test(String(name)))
        .map(([cut]) => `${file}: ${cut.replaceAll(/\s+/g, ' ')}`),
    );
  expect(found.filter((one) => !whole.has(one))).toEqual([]);
  // The list has no exception that nothing needs.
  expect([...whole.keys()].filter((one) => !found.includes(one))).toEqual([]);
});
