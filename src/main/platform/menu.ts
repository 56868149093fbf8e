import { app, Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';
import { words } from './words.ts';

/** A command that the menu sends to the window. */
export type MenuCommand = 'add-token' | 'test-all' | 'settings' | 'tokens' | 'find' | 'palette' | 'lock';

/**
 * Sets the application menu. The menu has every command of the window. macOS alone has `putOnPath`, because no installer there can put
 * `keyturn` on PATH.
 */
export function setMenu(
  run: (command: MenuCommand) => void,
  contents: () => WebContents | null,
  putOnPath: () => void,
): void {
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => run(command),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const zoom = (
    label: string,
    accelerator: string,
    change: (factor: number) => number,
  ): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: () => {
      const target = contents();
      target?.setZoomFactor(Math.min(2, Math.max(0.75, change(target.getZoomFactor()))));
    },
  });
  const mac = process.platform === 'darwin';
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(mac ? [{ role: 'appMenu' as const }] : []),
      {
        label: words.menu.file,
        submenu: [
          item(words.menu.addToken, 'add-token', 'CmdOrCtrl+N'),
          item(words.menu.testAll, 'test-all', 'CmdOrCtrl+Shift+T'),
          { type: 'separator' },
          item(words.menu.lock, 'lock', 'CmdOrCtrl+L'),
          item(words.menu.settings, 'settings', 'CmdOrCtrl+,'),
          ...(mac ? [{ label: words.menu.installCommand, click: putOnPath }] : []),
          { type: 'separator' },
          mac
            ? { role: 'close' }
            : { label: words.menu.quit, accelerator: 'CmdOrCtrl+Q', click: () => app.quit() },
        ],
      },
      { role: 'editMenu' },
      {
        label: words.menu.view,
        submenu: [
          item(words.menu.tokens, 'tokens', 'CmdOrCtrl+1'),
          item(words.menu.find, 'find', 'CmdOrCtrl+F'),
          item(words.menu.commands, 'palette', 'CmdOrCtrl+K'),
          { type: 'separator' },
          zoom(words.menu.actualSize, 'CmdOrCtrl+0', () => 1),
          zoom(words.menu.zoomIn, 'CmdOrCtrl+Plus', (factor) => factor + 0.125),
          zoom(words.menu.zoomOut, 'CmdOrCtrl+-', (factor) => factor - 0.125),
        ],
      },
    ]),
  );
}
