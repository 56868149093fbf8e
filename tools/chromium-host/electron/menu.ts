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

/** A menu item as data. */
export class MenuItemHere {
  readonly label: string;
  readonly type: string;
  readonly role: string | undefined;
  readonly accelerator: string | undefined;
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
    this.accelerator = options.accelerator === undefined ? undefined : String(options.accelerator);
    this.id = options.id;
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.#click = options.click;
    this.submenu = Array.isArray(options.submenu)
      ? MenuHere.buildFromTemplate(options.submenu)
      : (options.submenu as MenuHere | undefined);
  }

  click(): void {
    if (this.enabled)
      this.#click?.(this as unknown as Electron.MenuItem, undefined, {} as Electron.KeyboardEvent);
  }
}

/** A menu as data: nothing is drawn; a test looks at it and clicks by the control channel. */
export class MenuHere extends EventEmitter {
  static #application: MenuHere | null = null;
  readonly items: MenuItemHere[] = [];

  static buildFromTemplate(template: (Template | MenuItemHere)[]): MenuHere {
    if (!Array.isArray(template))
      throw new TypeError('Invalid template for Menu: Menu template must be an array');
    const menu = new MenuHere();
    for (const item of template) menu.append(item instanceof MenuItemHere ? item : new MenuItemHere(item));
    return menu;
  }

  static setApplicationMenu(menu: MenuHere | null): void {
    MenuHere.#application = menu;
  }

  static getApplicationMenu(): MenuHere | null {
    return MenuHere.#application;
  }

  append(item: MenuItemHere): void {
    this.items.push(item);
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
