import { type BrowserWindow, dialog } from 'electron';
import { dialogText } from '../base/dialog-text.ts';
import type { Dialogs } from '../base/ports.ts';
import { words } from './words.ts';

/** Returns the system's dialogs. They open over the app's window. */
export function createDialogs(window: () => BrowserWindow | null): Dialogs {
  return {
    async openFolder(title) {
      const options = { title, properties: ['openDirectory' as const] };
      const parent = window();
      const answer = await (parent === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(parent, options));
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    async openFile(title, extensions) {
      const options = {
        title,
        properties: ['openFile' as const],
        filters: [
          ...(extensions.length === 0
            ? []
            : [
                {
                  name: extensions.map((extension) => `.${extension}`).join(', '),
                  extensions: [...extensions],
                },
              ]),
          // A person can also choose a renamed file or one without an ending: Keyturn reads what is in it.
          { name: words.dialogs.allFiles, extensions: ['*'] },
        ],
      };
      const parent = window();
      const answer = await (parent === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(parent, options));
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    async saveFile(title, suggestedName) {
      const options = { title, defaultPath: suggestedName };
      const parent = window();
      const answer = await (parent === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(parent, options));
      return answer.canceled || answer.filePath === '' ? null : answer.filePath;
    },
    async confirm(question, detail, yes) {
      const options = {
        type: 'question' as const,
        message: dialogText(question),
        detail: dialogText(detail),
        buttons: [words.dialogs.cancel, dialogText(yes)],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      };
      const parent = window();
      const { response } = await (parent === null
        ? dialog.showMessageBox(options)
        : dialog.showMessageBox(parent, options));
      return response === 1;
    },
  };
}
