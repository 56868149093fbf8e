import { expect, test } from '@playwright/test';
import { runMain } from '../run-main.ts';

// docs/api/menu.md, menu-item.md; lib/browser/api/menu.ts, menu-item.ts; spec/api-menu-spec.ts, api-menu-item-spec.ts
test('menus: items in the order they ask for, spare separators gone, roles by name, one radio item of a group', async () => {
  const { facts, out } = await runMain(
    `app.whenReady().then(async () => {
    const labels = (template) => Menu.buildFromTemplate(template).items.map((item) => item.type === 'separator' ? '-' : item.label);
    const line = { type: 'separator' };
    report('order', [
      labels([{ label: 'b', id: 'b' }, { label: 'a', before: ['b'] }, { label: 'd', after: ['c'] }, { label: 'c', id: 'c' }]),
      labels([{ label: '1', id: '1' }, line, { label: '2', beforeGroupContaining: ['1'] }, line, { label: '3', afterGroupContaining: ['2'] }]),
      labels([{ label: 'x', after: ['z'] }, line, { label: 'y' }, line, { label: 'z', id: 'z' }]),
      labels([{ label: 'round', id: 'round', after: ['trip'] }, { label: 'trip', id: 'trip', after: ['round'] }]),
    ]);
    report('separators', labels([line, { label: 'a' }, line, line, { label: 'b' }, line]));
    const [edit, quit] = Menu.buildFromTemplate([{ role: 'editMenu' }, { role: 'quit', label: 'End' }]).items;
    report('roles', [edit.label, edit.role, edit.submenu.items.length > 4, edit.submenu.items[0].label, edit.submenu.items[0].accelerator, quit.label]);
    const radios = Menu.buildFromTemplate([{ type: 'radio', label: 'a', checked: true }, { type: 'radio', label: 'b' }, line, { type: 'radio', label: 'c', checked: true }]);
    radios.items[1].click();
    report('radio', [radios.items.map((item) => item.checked === true), radios.items[0].groupId === radios.items[1].groupId, radios.items[0].groupId === radios.items[3].groupId]);
    const item = new MenuItem({ label: 'x', extra: 5, enabled: false, click: (one) => report('clicked', one === item) });
    const menu = new Menu(); menu.append(item); item.click();
    report('item', [item.extra, item.menu === menu, await failed(() => { 'use strict'; item.type = 'radio' }), Menu.name, MenuItem.name]);
    report('refused', [await failed(() => Menu.buildFromTemplate([{ type: 'normal' }])), await failed(() => menu.popup()), await failed(() => menu.popup(null))]);
    app.exit(0); });`,
  );
  expect(facts, out).toMatchObject({
    order: [
      ['a', 'b', 'c', 'd'],
      ['2', '-', '1', '-', '3'],
      ['y', '-', 'z', 'x'],
      ['trip', 'round'],
    ],
    separators: ['a', '-', 'b'],
    roles: ['Edit', 'editmenu', true, 'Undo', 'CommandOrControl+Z', 'End'],
    radio: [[false, true, false, true], true, false],
    clicked: true,
    item: [5, true, expect.stringContaining('read only'), 'Menu', 'MenuItem'],
    refused: [
      'Invalid template for MenuItem: must have at least one of label, role or type',
      'Cannot open Menu without a BaseWindow present',
      'Options must be an object',
    ],
  });
});
