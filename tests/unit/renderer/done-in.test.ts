import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const main = join(import.meta.dirname, '../../../src/main');
const name = /'([a-z]+\.[a-z-]+)'/g;

/** The actions that main writes into the record: the names in calls of a function that notes one. Names in the log of a developer are no actions. */
const actions = new Set(
  globSync('**/*.ts', { cwd: main }).flatMap((file) => {
    const code = readFileSync(join(main, file), 'utf8').replaceAll(/\blog\.note\([^;]*/g, '');
    const calls = code.match(/(?:\bnote|[nN]oted|noteToken)\([^;]*|\baction: '[^;]*/g) ?? [];
    return calls.flatMap((call) => [...call.matchAll(name)].map(([, action = '']) => action));
  }),
);

it('each action of the record has its words on the page', async () => {
  // The types of React that the window's files bring are not those of a test.
  const { doneIn } = (await import(join(main, '../renderer/activity/done-in.ts'))) as {
    doneIn: (entry: { action: string; outcome: string }) => string;
  };
  expect(actions.size).toBeGreaterThan(45);
  for (const action of actions) {
    const said = doneIn({ action, outcome: 'Working' });
    expect(said, action).not.toBe(action.replaceAll(/[.-]/g, ' '));
  }
});
