import { EventEmitter } from 'node:events';

type Template = Electron.MenuItemConstructorOptions;

/** Labels of the roles the app uses (Electron, docs/api/menu-item.md). */
const roleLabels: Readonly<Record<string, string>> = {
  appMenu: 'Keyturn',
  editMenu: 'Edit',
  viewMenu: 'View',
  windowMenu: 'Window',
  close: 'Close',
  quit: 'Quit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
};

const types: ReadonlySet<string> = new Set([
  'normal',
  'separator',
  'submenu',
  'checkbox',
  'radio',
  'header',
  'palette',
]);

/** A menu item as data. */
export class MenuItemHere {
  readonly label: string;
  readonly type: Electron.MenuItem['type'];
  readonly role: string | undefined;
  readonly accelerator: string | null;
  readonly submenu: MenuHere | undefined;
  readonly id: string | undefined;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly #click: Template['click'];

  constructor(options: Template) {
    this.role = options.role;
    this.label = options.label ?? roleLabels[options.role ?? ''] ?? '';
    this.type = options.type ?? (options.submenu === undefined ? 'normal' : 'submenu');
    this.accelerator = options.accelerator == null ? null : String(options.accelerator);
    this.id = options.id;
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.#click = options.click;
    this.submenu = Array.isArray(options.submenu)
      ? MenuHere.buildFromTemplate(options.submenu)
      : (options.submenu as MenuHere | undefined);
    if (this.type === 'submenu' && !(this.submenu instanceof MenuHere)) throw new Error('Invalid submenu');
    if (!types.has(this.type)) throw new Error(`Unknown menu item type: ${this.type}`);
  }

  readonly click = (): void => {
    if (!this.enabled) return;
    if (this.type === 'checkbox' || this.type === 'radio') this.checked = !this.checked;
    this.#click?.(this as unknown as Electron.MenuItem, undefined, {} as Electron.KeyboardEvent);
  };
}

/** A menu as data: nothing is drawn; a test looks at it and clicks by the control channel. */
export class MenuHere extends EventEmitter {
  static #application: MenuHere | null = null;
  readonly items: MenuItemHere[] = [];

  static buildFromTemplate(template: (Template | MenuItemHere)[]): MenuHere {
    if (!Array.isArray(template))
      throw new TypeError('Invalid template for Menu: Menu template must be an array');
    const menu = new MenuHere();
    for (const item of template) {
      if (item instanceof MenuItemHere || 'label' in item || 'role' in item || item.type !== undefined)
        continue;
      throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type');
    }
    for (const item of template) menu.append(item instanceof MenuItemHere ? item : new MenuItemHere(item));
    return menu;
  }

  static setApplicationMenu(menu: MenuHere | null): void {
    if (menu !== null && !(menu instanceof MenuHere)) throw new TypeError('Invalid menu');
    MenuHere.#application = menu;
  }

  static getApplicationMenu(): MenuHere | null {
    return MenuHere.#application;
  }

  append(item: MenuItemHere): void {
    this.insert(this.items.length, item);
  }

  insert(position: number, item: MenuItemHere): void {
    if (!(item instanceof MenuItemHere)) throw new TypeError('Invalid item');
    if (position < 0) throw new RangeError(`Position ${position} cannot be less than 0`);
    if (position > this.items.length)
      throw new RangeError(`Position ${position} cannot be greater than the total MenuItem count`);
    this.items.splice(position, 0, item);
  }

  getMenuItemById(id: string): MenuItemHere | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found != null) return found;
    }
    return null;
  }

  popup(): void {
    this.emit('menu-will-show');
  }

  /** For the control channel: labels, accelerators and submenus. */
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
