type Template = Electron.MenuItemConstructorOptions;

interface Role {
  readonly label: string;
  readonly accelerator?: string;
  readonly submenu?: readonly Template[];
}

const mac = process.platform === 'darwin';
const windows = process.platform === 'win32';
const line: Template = { type: 'separator' };

/** The defaults that a role gives to a menu item (Electron, docs/api/menu-item.md, Roles; lib/browser/api/menu-item-roles.ts). */
const rolesFor = (app: string): Readonly<Record<string, Role>> => ({
  about: { label: process.platform === 'linux' ? 'About' : `About ${app}` },
  appmenu: {
    label: app,
    submenu: [
      { role: 'about' },
      line,
      { role: 'services' },
      line,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      line,
      { role: 'quit' },
    ],
  },
  clearrecentdocuments: { label: 'Clear Menu' },
  close: { label: mac ? 'Close Window' : 'Close', accelerator: 'CommandOrControl+W' },
  copy: { label: 'Copy', accelerator: 'CommandOrControl+C' },
  cut: { label: 'Cut', accelerator: 'CommandOrControl+X' },
  delete: { label: 'Delete' },
  editmenu: {
    label: 'Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      line,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      ...(mac
        ? [
            { role: 'pasteAndMatchStyle' as const },
            { role: 'delete' as const },
            { role: 'selectAll' as const },
            line,
            {
              label: 'Speech',
              submenu: [{ role: 'startSpeaking' as const }, { role: 'stopSpeaking' as const }],
            },
          ]
        : [{ role: 'delete' as const }, line, { role: 'selectAll' as const }]),
    ],
  },
  filemenu: { label: 'File', submenu: [mac ? { role: 'close' } : { role: 'quit' }] },
  forcereload: { label: 'Force Reload', accelerator: 'Shift+CmdOrCtrl+R' },
  front: { label: 'Bring All to Front' },
  help: { label: 'Help' },
  hide: { label: `Hide ${app}`, accelerator: 'Command+H' },
  hideothers: { label: 'Hide Others', accelerator: 'Command+Alt+H' },
  minimize: { label: 'Minimize', accelerator: 'CommandOrControl+M' },
  paste: { label: 'Paste', accelerator: 'CommandOrControl+V' },
  pasteandmatchstyle: {
    label: 'Paste and Match Style',
    accelerator: mac ? 'Cmd+Option+Shift+V' : 'Shift+CommandOrControl+V',
  },
  quit: {
    label: mac ? `Quit ${app}` : windows ? 'Exit' : 'Quit',
    ...(windows ? {} : { accelerator: 'CommandOrControl+Q' }),
  },
  recentdocuments: { label: 'Open Recent' },
  redo: { label: 'Redo', accelerator: windows ? 'Control+Y' : 'Shift+CommandOrControl+Z' },
  reload: { label: 'Reload', accelerator: 'CmdOrCtrl+R' },
  resetzoom: { label: 'Actual Size', accelerator: 'CommandOrControl+0' },
  selectall: { label: 'Select All', accelerator: 'CommandOrControl+A' },
  services: { label: 'Services' },
  sharemenu: { label: 'Share', submenu: [] },
  showsubstitutions: { label: 'Show Substitutions' },
  startspeaking: { label: 'Start Speaking' },
  stopspeaking: { label: 'Stop Speaking' },
  toggledevtools: {
    label: 'Toggle Developer Tools',
    accelerator: mac ? 'Alt+Command+I' : 'Ctrl+Shift+I',
  },
  togglefullscreen: { label: 'Toggle Full Screen', accelerator: mac ? 'Control+Command+F' : 'F11' },
  togglesmartdashes: { label: 'Smart Dashes' },
  togglesmartquotes: { label: 'Smart Quotes' },
  togglespellchecker: { label: 'Check Spelling While Typing' },
  toggletextreplacement: { label: 'Text Replacement' },
  undo: { label: 'Undo', accelerator: 'CommandOrControl+Z' },
  unhide: { label: 'Show All' },
  viewmenu: {
    label: 'View',
    submenu: [
      { role: 'reload' },
      { role: 'forceReload' },
      { role: 'toggleDevTools' },
      line,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      line,
      { role: 'togglefullscreen' },
    ],
  },
  window: { label: 'Window' },
  windowmenu: {
    label: 'Window',
    submenu: [
      { role: 'minimize' },
      { role: 'zoom' },
      ...(mac ? [line, { role: 'front' as const }] : [{ role: 'close' as const }]),
    ],
  },
  zoom: { label: 'Zoom' },
  zoomin: { label: 'Zoom In', accelerator: 'CommandOrControl+Plus' },
  zoomout: { label: 'Zoom Out', accelerator: 'CommandOrControl+-' },
});

/** Returns the role with this name, in lower case. */
export const roleOf = (name: string | undefined, app: string): Role | undefined =>
  name === undefined ? undefined : rolesFor(app)[name];
