import { EventEmitter } from 'node:events';
import { onlyClass } from '../not-here.ts';
import { MenuItemHere, menuOwner, type Template } from './menu-item.ts';
import { inMenuOrder, withoutSpareSeparators } from './menu-order.ts';
import { preventable } from './preventable.ts';

type Templates = readonly (Template | MenuItemHere)[];

/** Returns whether an item has a label, a role, or the type of a separator. */
const isItem = (item: unknown): boolean =>
  item !== null &&
  typeof item === 'object' &&
  (Object.hasOwn(item, 'label') || Object.hasOwn(item, 'role') || Reflect.get(item, 'type') === 'separator');

let application: MenuHere | null = null;
let nextGroup = 1;

/** Electron's Menu (docs/api/menu.md, lib/browser/api/menu.ts) as data: nothing is drawn. A test reads it and clicks through the control channel. */
class Menu extends EventEmitter {
  readonly items: MenuItemHere[] = [];
  #closed: (() => void) | null = null;

  static buildFromTemplate(template: Templates): Menu {
    if (!Array.isArray(template))
      throw new TypeError('Invalid template for Menu: Menu template must be an array');
    if (!template.every(isItem))
      throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type');
    const menu = new Menu();
    // An existing MenuItem gets its place too.
    for (const item of withoutSpareSeparators(inMenuOrder(template as Template[])))
      menu.append(item instanceof MenuItemHere ? item : new MenuItemHere(item));
    return menu;
  }

  static setApplicationMenu(menu: Menu | null): void {
    if (menu && !(menu instanceof Menu)) throw new TypeError('Invalid menu');
    application = menu;
  }

  static getApplicationMenu(): Menu | null {
    return application;
  }

  append(item: MenuItemHere): void {
    this.insert(this.items.length, item);
  }

  insert(position: number, item: MenuItemHere): void {
    if (!(item instanceof MenuItemHere)) throw new TypeError('Invalid item');
    if (position < 0) throw new RangeError(`Position ${position} cannot be less than 0`);
    if (position > this.items.length)
      throw new RangeError(`Position ${position} cannot be greater than the total MenuItem count`);
    if (item.type === 'radio') this.#joinGroup(position, item);
    item.fix('menu', this);
    this.items.splice(position, 0, item);
  }

  /** Groups radio items up to the next separator, so that one of them is checked. */
  #joinGroup(position: number, item: MenuItemHere): void {
    const before = this.items.slice(0, position).reverse();
    const beside = position > 0 ? before : this.items;
    const end = beside.findIndex(({ type }) => type === 'separator');
    const mate = beside.slice(0, end < 0 ? undefined : end).find(({ type }) => type === 'radio');
    item.fix('groupId', mate?.groupId ?? nextGroup++);
    let checked = item.checked;
    Object.defineProperty(item, 'checked', {
      enumerable: true,
      configurable: true,
      get: () => checked,
      set: (value: boolean | typeof away) => {
        checked = value !== away;
        if (checked)
          for (const other of this.items)
            if (other !== item && other.type === 'radio' && other.groupId === item.groupId)
              Object.assign(other, { checked: away });
      },
    });
  }

  getMenuItemById(id: string): MenuItemHere | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found != null) return found;
    }
    return null;
  }

  /** Draws nothing. Returns the place of the menu, which only Electron's own specs need. */
  popup(options: Electron.PopupOptions = {}): object {
    if (options === null || typeof options !== 'object') throw new TypeError('Options must be an object');
    const windows: readonly object[] = menuOwner.windows();
    const { window, x = -1, y = -1, positioningItem = -1, callback } = options;
    const browserWindow =
      window !== undefined && windows.includes(window)
        ? window
        : (menuOwner.windows().find((one) => one.isFocused()) ?? windows[0]);
    if (browserWindow === undefined) throw new Error('Cannot open Menu without a BaseWindow present');
    this.#closed = callback ?? (() => undefined);
    this.emit('menu-will-show', preventable());
    return { browserWindow, x, y, position: positioningItem };
  }

  closePopup(): void {
    const closed = this.#closed;
    this.#closed = null;
    if (closed === null) return;
    this.emit('menu-will-close', preventable());
    closed();
  }

  /** Returns labels, accelerators and submenus for the control channel. */
  toData(): unknown[] {
    return this.items.map(({ label, type, accelerator, enabled, checked, role, submenu }) => ({
      label,
      type,
      accelerator,
      enabled,
      checked,
      role,
      submenu: submenu?.toData(),
    }));
  }
}

/** The value that unchecks a radio item when another one of its group is checked. Every other value checks it, as in Electron. */
const away = Symbol('another one is checked');

export type MenuHere = Menu;
export const MenuHere = onlyClass('Menu', Menu);
