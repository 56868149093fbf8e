import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import type { Host } from '../host.ts';
import { onlyClass } from '../not-here.ts';
import { MenuHere } from './menu.ts';
import { preventable } from './preventable.ts';

function wantImage(image: unknown): void {
  if (typeof image === 'string' && !existsSync(image))
    throw new Error(`Failed to load image from path '${image}'`);
}

const isPoint = (value: unknown): boolean =>
  value === undefined ||
  (value !== null &&
    typeof value === 'object' &&
    ['x', 'y'].every((name) => Number.isFinite(Reflect.get(value, name))));

/** Electron's Tray (docs/api/tray.md) as data. */
export class TrayHere extends EventEmitter {
  static readonly all = new Set<TrayHere>();
  image: unknown;
  toolTip = '';
  menu: MenuHere | null = null;

  constructor(image: unknown) {
    super();
    this.setImage(image);
    TrayHere.all.add(this);
  }

  setImage(image: unknown): void {
    wantImage(image);
    this.image = image;
  }

  /** Checks the image. Only macOS shows it. */
  setPressedImage(image: unknown): void {
    wantImage(image);
  }

  /** Draws nothing, and tells the menu that it shows. */
  popUpContextMenu(...args: unknown[]): void {
    this.#lives();
    const [first] = args;
    const menu = first instanceof MenuHere ? first : null;
    const place = menu === null ? 0 : 1;
    if (args.length > place && !isPoint(args[place]))
      throw new TypeError(
        `Error processing argument at index ${place}, conversion failure from ${args[place]}`,
      );
    (menu ?? this.menu)?.emit('menu-will-show', preventable());
  }

  setToolTip(text: string): void {
    this.#lives();
    this.toolTip = text;
  }

  setContextMenu(menu: MenuHere | null): void {
    this.#lives();
    this.menu = menu;
  }

  setTitle(): void {
    // macOS only.
  }

  destroy(): void {
    TrayHere.all.delete(this);
  }

  isDestroyed(): boolean {
    return !TrayHere.all.has(this);
  }

  #lives(): void {
    if (this.isDestroyed()) throw new Error('Tray is destroyed');
  }
}

/** The class that main gets. It makes no tray before the app is ready. */
export function createTray(host: Host) {
  class Tray extends TrayHere {
    constructor(image: unknown) {
      if (!host.ready) throw new Error('Cannot create Tray before app is ready');
      super(image);
    }
  }
  return onlyClass('Tray', Tray);
}
