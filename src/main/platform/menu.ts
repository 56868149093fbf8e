import { app, Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';

export type MenuCommand = 'add-token' | 'test-all' | 'settings' | 'tokens' | 'find' | 'palette' | 'lock';

/**
 * The application menu. Every command of the window is in it, so that everything can be reached from the menu bar. `putOnPath` is offered on
 * macOS, where no installer can put `keyturn` on PATH.
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
        label: 'File',
        submenu: [
          item('Add Token', 'add-token', 'CmdOrCtrl+N'),
          item('Test All', 'test-all', 'CmdOrCtrl+Shift+T'),
          { type: 'separator' },
          item('Lock', 'lock', 'CmdOrCtrl+L'),
          item('Settings', 'settings', 'CmdOrCtrl+,'),
          ...(mac ? [{ label: 'Install the keyturn Command…', click: putOnPath }] : []),
          { type: 'separator' },
          mac ? { role: 'close' } : { label: 'Quit', accelerator: 'CmdOrCtrl+Q', click: () => app.quit() },
        ],
      },
      { role: 'editMenu' },
      {
        label: 'View',
        submenu: [
          item('Tokens', 'tokens', 'CmdOrCtrl+1'),
          item('Find', 'find', 'CmdOrCtrl+F'),
          item('Commands', 'palette', 'CmdOrCtrl+K'),
          { type: 'separator' },
          zoom('Actual Size', 'CmdOrCtrl+0', () => 1),
          zoom('Zoom In', 'CmdOrCtrl+Plus', (factor) => factor + 0.125),
          zoom('Zoom Out', 'CmdOrCtrl+-', (factor) => factor - 0.125),
        ],
      },
    ]),
  );
}
