import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import type { Host } from '../host.ts';
import type { MenuHere } from './menu.ts';

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
    if (typeof image === 'string' && !existsSync(image))
      throw new Error(`Failed to load image from path '${image}'`);
    this.image = image;
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

/** The class as main gets it: no tray before there is an app. */
export const createTray = (host: Host) =>
  class Tray extends TrayHere {
    constructor(image: unknown) {
      if (!host.ready) throw new Error('Cannot create Tray before app is ready');
      super(image);
    }
  };
