import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';

const shown = vi.hoisted(() => ({
  filters: [] as unknown[],
  boxes: [] as { message: string; detail: string; buttons: string[] }[],
}));
vi.mock('electron', () => ({
  dialog: {
    showOpenDialog: async ({ filters }: { filters: unknown }) => {
      shown.filters.push(filters);
      return { canceled: true, filePaths: [] };
    },
    showMessageBox: async (box: { message: string; detail: string; buttons: string[] }) => {
      shown.boxes.push(box);
      return { response: 0 };
    },
  },
}));

const { createDialogs } = await import('../../../src/main/platform/dialogs.ts');

const main = join(import.meta.dirname, '../../../src/main');
const sources = readdirSync(main, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join(main, name), 'utf8') }));

it('shows no mark that turns the text, no control character and no endless text, whatever it is asked with', async () => {
  const marks = '\u202e\u2066\u200f\u061c';
  await createDialogs(() => null).confirm(
    `Really${marks}?\r\u001b[2J`,
    `one${marks}\u0007\n${'x'.repeat(100_000)}\n${'line\n'.repeat(10_000)}`,
    `Yes${marks}`,
  );
  const [box] = shown.boxes;
  const all = [box?.message, box?.detail, ...(box?.buttons ?? [])].join('\n');
  expect(all).not.toMatch(/\p{Bidi_Control}|(?!\n)\p{Cc}/u);
  expect(all.length).toBeLessThan(6_000);
  expect(all.split('\n').length).toBeLessThan(80);
  expect(box?.detail.split('\n')[0]).toBe('one');
});

it('lets a person choose a file of any name, whichever endings it shows first', async () => {
  const dialogs = createDialogs(() => null);
  await dialogs.openFile('Choose', ['csv', 'txt']);
  await dialogs.openFile('Choose', []);
  const all = { name: 'All files', extensions: ['*'] };
  expect(shown.filters).toEqual([[{ name: '.csv, .txt', extensions: ['csv', 'txt'] }, all], [all]]);
});

/** Files whose dialogs show fixed words, numbers, names of orgs and origins that were checked, and no text of anybody else. */
const fixedWords = [
  'base/one-dialog.ts', // It passes the texts on to the dialogs that it wraps.
  'features/programs/desk.ts', // Its questions come from approval-words.ts, which uses shownText.
  'features/settings/handlers.ts',
  'features/vault/file-handlers.ts',
  'features/vault/handlers.ts',
  'features/vault/system-proof.ts',
  'start/install-command.ts', // The place of Keyturn itself.
];

it('makes every text of a person, a program or an org safe before a dialog shows it', () => {
  const asking = sources.filter(({ text }) => /[dD]ialogs\s*\.confirm\(/.test(text));
  const without = asking.filter(({ text }) => !text.includes('base/shown.ts')).map(({ name }) => name);
  expect(asking.length).toBeGreaterThan(8);
  expect(without.filter((name) => !fixedWords.includes(name))).toEqual([]);
});

it('opens each dialog of the system in one place', () => {
  expect(
    sources
      .filter(({ text }) => /\bdialog\.show/.test(text) || /showErrorBox/.test(text))
      .map(({ name }) => name),
  ).toEqual(['platform/dialogs.ts']);
});
