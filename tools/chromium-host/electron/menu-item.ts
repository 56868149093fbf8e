import { onlyClass } from '../not-here.ts';
import { MenuHere } from './menu.ts';
import { roleOf } from './menu-roles.ts';

export type Template = Electron.MenuItemConstructorOptions;

/** What menus need from their app. The host sets it. */
export const menuOwner = {
  appName: (): string => 'Electron',
  windows: (): readonly { isFocused(): boolean }[] => [],
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
/** The options of an item for its place in a menu. */
const onRequest = ['before', 'after', 'beforeGroupContaining', 'afterGroupContaining'];
let nextId = 1;

/** Electron's MenuItem (docs/api/menu-item.md, lib/browser/api/menu-item.ts) as data. A role gives its label, accelerator and submenu. */
class Item {
  declare readonly type: Electron.MenuItem['type'];
  declare readonly role: string | null;
  declare readonly accelerator: Electron.MenuItem['accelerator'];
  declare readonly submenu: MenuHere | null;
  declare readonly commandId: number;
  declare readonly id: string;
  /** The item's menu. */
  declare readonly menu: MenuHere;
  /** The group of radio items that this one belongs to. */
  declare readonly groupId: number | undefined;
  declare label: string;
  declare accessibilityLabel: string;
  declare sublabel: string;
  declare toolTip: string;
  declare icon: NonNullable<Electron.MenuItem['icon']>;
  declare enabled: boolean;
  declare visible: boolean;
  declare checked: boolean;
  declare registerAccelerator: boolean;
  declare acceleratorWorksWhenHidden: boolean;
  readonly userAccelerator: Electron.Accelerator | null = null;
  readonly click: () => void;

  constructor(options: Template) {
    const { click, role: named, submenu: given, ...rest } = options;
    // Every other option stays on the item.
    for (const [name, value] of Object.entries(rest))
      if (!(name in this)) Object.assign(this, { [name]: value });
    const role = typeof named === 'string' ? named.toLowerCase() : undefined;
    const byRole = roleOf(role, menuOwner.appName());
    const below = given ?? byRole?.submenu?.map((one) => ({ ...one }));
    const submenu = Array.isArray(below) ? MenuHere.buildFromTemplate(below) : (below ?? null);
    const type = options.type ?? (submenu === null ? 'normal' : 'submenu');
    if (type === 'submenu' && !(submenu instanceof MenuHere)) throw new Error('Invalid submenu');
    if (!types.has(type)) throw new Error(`Unknown menu item type: ${type}`);
    const accelerator = options.accelerator ?? byRole?.accelerator ?? null;
    const fixed = { type, role: role ?? null, accelerator, submenu, commandId: nextId++ };
    for (const [name, value] of Object.entries(fixed)) this.fix(name, value);
    this.label = options.label ?? byRole?.label ?? '';
    this.accessibilityLabel = options.accessibilityLabel ?? '';
    this.sublabel = options.sublabel ?? '';
    this.toolTip = options.toolTip ?? '';
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.acceleratorWorksWhenHidden = options.acceleratorWorksWhenHidden ?? true;
    this.registerAccelerator =
      options.registerAccelerator ?? !['copy', 'cut', 'paste', 'pasteandmatchstyle'].includes(role ?? '');
    for (const name of [...onRequest, 'id', 'icon', 'groupId', 'menu'])
      if (!Object.hasOwn(this, name)) Object.assign(this, { [name]: undefined });
    this.click = () => {
      if (this.type === 'checkbox' || this.type === 'radio') this.checked = !this.checked;
      click?.(this as unknown as Electron.MenuItem, undefined, {} as Electron.KeyboardEvent);
    };
  }

  /** Sets read-only properties. */
  fix(name: string, value: unknown): void {
    Object.defineProperty(this, name, { value, enumerable: true, writable: false, configurable: true });
  }
}

export type MenuItemHere = Item;
export const MenuItemHere = onlyClass('MenuItem', Item);
