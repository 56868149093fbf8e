/**
 * Returns the file of the tray's image in `resources/tray` for this system. Pure.
 *
 * macOS colours a template, which its name marks, for light and dark menu bars by itself; Windows takes the size for its scale out of an
 * icon file; elsewhere it is a picture whose colours stand on light and dark (Electron, docs/api/tray.md and native-image.md). So no
 * theme is asked for, and what needs a person shows as a dot, not by colour alone.
 */
export function trayImage(platform: NodeJS.Platform, attention: boolean): string {
  const name = attention ? 'trayAttention' : 'tray';
  if (platform === 'darwin') return `${name}Template.png`;
  return platform === 'win32' ? `${name}.ico` : `${name}.png`;
}
