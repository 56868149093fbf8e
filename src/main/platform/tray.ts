import { Menu, nativeImage, Tray } from 'electron';

/** What the tray shows. While locked it names nothing. */
export interface TrayState {
  readonly locked: boolean;
  /** The worst health of all tokens in one line. */
  readonly line: string;
  /** The tokens that need hands first. */
  readonly urgent: readonly { readonly id: string; readonly words: string }[];
  readonly attention: boolean;
}

export interface TrayActions {
  readonly show: () => void;
  readonly open: (tokenId: string) => void;
  readonly testAll: () => void;
  readonly lock: () => void;
  readonly quit: () => void;
}

/** The icon in the system's tray or menu bar; there only while wanted. */
export class AppTray {
  readonly #icons: { readonly calm: string; readonly attention: string };
  readonly #actions: TrayActions;
  #tray: Tray | null = null;
  #state: TrayState = { locked: true, line: 'Keyturn', urgent: [], attention: false };

  constructor(icons: { readonly calm: string; readonly attention: string }, actions: TrayActions) {
    this.#icons = icons;
    this.#actions = actions;
  }

  /** Shows or removes it. */
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

  set(state: TrayState): void {
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return;
    this.#state = state;
    this.#draw();
  }

  #draw(): void {
    const { locked, line, urgent, attention } = this.#state;
    const { show, open, testAll, lock, quit } = this.#actions;
    this.#tray?.setImage(nativeImage.createFromPath(attention ? this.#icons.attention : this.#icons.calm));
    this.#tray?.setToolTip(`Keyturn: ${line}`);
    this.#tray?.setContextMenu(
      Menu.buildFromTemplate([
        { label: line, enabled: false },
        { type: 'separator' },
        ...urgent.map(({ id, words }) => ({ label: words, click: () => open(id) })),
        ...(urgent.length === 0 ? [] : [{ type: 'separator' as const }]),
        { label: 'Show Keyturn', click: show },
        { label: 'Test all', enabled: !locked, click: testAll },
        { label: 'Lock', enabled: !locked, click: lock },
        { type: 'separator' },
        { label: 'Quit', click: quit },
      ]),
    );
  }
}
