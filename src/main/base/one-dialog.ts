import { Failed } from './failure.ts';
import type { Dialogs } from './ports.ts';
import { words } from './words.ts';

/**
 * Returns dialogs of which one is open at a time, because a person could answer a dialog below another one by mistake, and script in the
 * window could lay one over the other. While one is open, the next call rejects with Failed `bad-request`.
 */
export function oneDialogAtATime(dialogs: Dialogs): Dialogs {
  let isOpen = false;
  const alone = async <T>(show: () => Promise<T>): Promise<T> => {
    if (isOpen) throw new Failed('bad-request', words.oneDialog.dialogOpen, words.oneDialog.answerIt);
    isOpen = true;
    try {
      return await show();
    } finally {
      isOpen = false;
    }
  };
  return {
    openFolder: (title) => alone(() => dialogs.openFolder(title)),
    openFile: (title, extensions) => alone(() => dialogs.openFile(title, extensions)),
    saveFile: (title, suggestedName) => alone(() => dialogs.saveFile(title, suggestedName)),
    confirm: (question, detail, yes) => alone(() => dialogs.confirm(question, detail, yes)),
  };
}
