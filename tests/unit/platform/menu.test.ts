import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { setMenu } from '../../../src/main/platform/menu.ts';

/** One item of a menu, as far as the keys need it. */
interface Item {
  readonly accelerator?: string;
  readonly submenu?: readonly Item[];
}

const { built } = vi.hoisted(() => ({ built: [] as Item[][] }));

vi.mock('electron', () => ({
  app: { quit: () => undefined },
  Menu: {
    buildFromTemplate: (template: Item[]) => built.push(template),
    setApplicationMenu: () => undefined,
  },
}));

const keysOf = (items: readonly Item[]): string[] =>
  items.flatMap(({ accelerator, submenu }) => [
    ...(accelerator === undefined ? [] : [accelerator]),
    ...keysOf(submenu ?? []),
  ]);

/** Returns an accelerator of Electron as the window's table of keys writes it. */
const asPressed = (accelerator: string): string =>
  accelerator.replace('CmdOrCtrl', 'mod').replace('Plus', '+').toLowerCase();

const table = readFileSync(join(import.meta.dirname, '../../../src/renderer/app/shortcuts.ts'), 'utf8');
const onSheet = [...table.matchAll(/press: '([^']+)'.*works: '(\w+)'/g)].map(([, press, works]) => ({
  press: press ?? '',
  works,
}));

it('each key of the menu stands on the sheet of keys, and the sheet names no key of the menu that is not there', () => {
  setMenu(
    () => undefined,
    () => null,
    () => undefined,
  );
  const inMenu = keysOf(built.at(-1) ?? []).map(asPressed);
  expect(inMenu.length).toBeGreaterThan(9);
  expect(onSheet.length).toBeGreaterThan(15);
  const sheet = onSheet.map(({ press }) => press);
  expect(inMenu.filter((key) => !sheet.includes(key))).toEqual([]);
  const menuOnly = onSheet.filter(({ works }) => works === 'menu').map(({ press }) => press);
  expect(menuOnly.filter((key) => !inMenu.includes(key))).toEqual([]);
});
