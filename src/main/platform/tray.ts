import { Menu, nativeImage, Tray } from 'electron';
import { words } from './words.ts';

/** What the tray shows. It names no token and no app while the vault is locked. */
export interface TrayState {
  readonly locked: boolean;
  /** The worst health of all tokens and apps in one line. */
  readonly line: string;
  /** The tokens and apps that a person should look at first. */
  readonly urgent: readonly { readonly id: string; readonly words: string }[];
  readonly attention: boolean;
}

/** What the tray's menu does. */
export interface TrayActions {
  readonly show: () => void;
  readonly open: (id: string) => void;
  readonly testAll: () => void;
  readonly lock: () => void;
  readonly quit: () => void;
}

/** The icon in the system's tray or menu bar. It exists only while the person wants it. */
export class AppTray {
  readonly #icons: { readonly calm: string; readonly attention: string };
  readonly #actions: TrayActions;
  #tray: Tray | null = null;
  #state: TrayState = { locked: true, line: words.appName, urgent: [], attention: false };

  constructor(icons: { readonly calm: string; readonly attention: string }, actions: TrayActions) {
    this.#icons = icons;
    this.#actions = actions;
  }

  /** Shows or removes the icon. */
  want(wanted: boolean): void {
    if (wanted && this.#tray === null) {
      this.#tray = new Tray(nativeImage.createFromPath(this.#icons.calm));
      this.#tray.on('click', this.#actions.show);
      this.#draw();
    }
    if (!wanted) {
      this.#tray?.destroy();
      this.#tray = null;
    }
  }

  /** Changes what the tray shows. */
  set(state: TrayState): void {
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return;
    this.#state = state;
    this.#draw();
  }

  #draw(): void {
    const { locked, line, urgent, attention } = this.#state;
    const { show, open, testAll, lock, quit } = this.#actions;
    this.#tray?.setImage(nativeImage.createFromPath(attention ? this.#icons.attention : this.#icons.calm));
    this.#tray?.setToolTip(words.tray.tip(line));
    this.#tray?.setContextMenu(
      Menu.buildFromTemplate([
        { label: asItIs(line), enabled: false },
        { type: 'separator' },
        ...urgent.map(({ id, words: label }) => ({ label: asItIs(label), click: () => open(id) })),
        ...(urgent.length === 0 ? [] : [{ type: 'separator' as const }]),
        { label: words.tray.show, click: show },
        { label: words.tray.testAll, enabled: !locked, click: testAll },
        { label: words.tray.lock, enabled: !locked, click: lock },
        { type: 'separator' },
        { label: words.tray.quit, click: quit },
      ]),
    );
  }
}

/** Returns the label of a menu item that shows a text as it is. One `&` alone marks the key of the item (Electron, MenuItem). */
const asItIs = (text: string): string => text.replaceAll('&', '&&');
