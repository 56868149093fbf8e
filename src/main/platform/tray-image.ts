/**
 * Returns the file of the tray's image in `resources/tray` for this system. Pure.
 *
 * The word "Template" in the name marks a template, which macOS colours itself for light and dark menu bars. Windows takes the size for its
 * scale from an icon file. Other systems get a picture that is visible on light and dark (Electron, docs/api/tray.md and native-image.md).
 * So the app does not ask for the theme. A dot, and not colour alone, shows that something needs a person.
 */
export function trayImage(platform: NodeJS.Platform, attention: boolean): string {
  const name = attention ? 'trayAttention' : 'tray';
  if (platform === 'darwin') return `${name}Template.png`;
  return platform === 'win32' ? `${name}.ico` : `${name}.png`;
}
