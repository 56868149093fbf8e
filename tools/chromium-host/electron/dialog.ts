import type { Host } from '../host.ts';
import { only } from '../not-here.ts';
import type { Emulated } from './emulated.ts';

type Options = Readonly<Record<string, unknown>>;

/** Names of options that must be texts, and Electron's name for them in an error (lib/browser/api/dialog.ts). */
const fileTexts = {
  title: 'Title',
  buttonLabel: 'Button label',
  defaultPath: 'Default path',
  message: 'Message',
};
const messageTexts = {
  title: 'Title',
  message: 'Message',
  detail: 'Detail',
  checkboxLabel: 'checkboxLabel',
};

function wantTexts(options: Options, names: Readonly<Record<string, string>>): void {
  for (const [name, called] of Object.entries(names)) {
    if (options[name] !== undefined && typeof options[name] !== 'string')
      throw new TypeError(`${called} must be a string`);
  }
}

function wantMessage(options: Options): void {
  const { type = 'none', buttons = [], noLink = false, checkboxChecked, checkboxLabel } = options;
  if (!['none', 'info', 'warning', 'error', 'question'].includes(String(type)))
    throw new TypeError('Invalid message box type');
  if (!Array.isArray(buttons)) throw new TypeError('Buttons must be an array');
  if (typeof noLink !== 'boolean') throw new TypeError('noLink must be a boolean');
  wantTexts(options, messageTexts);
  if (checkboxChecked && !checkboxLabel)
    throw new Error('checkboxChecked requires that checkboxLabel also be passed');
}

/** Returns the button that counts as pressed when a message box is closed without one. */
function cancelled({ cancelId, defaultId, buttons = [] }: Partial<Electron.MessageBoxOptions>): number {
  if (cancelId != null) return cancelId;
  const named = buttons.findIndex((button) => ['cancel', 'no'].includes(button.toLowerCase()));
  return named >= 0 ? named : defaultId === 0 && buttons.length > 1 ? 1 : 0;
}

/** Electron's `dialog` (docs/api/dialog.md). A test answers it in advance; otherwise it is cancelled. */
export function createDialog(host: Host) {
  // The options come last, after the optional window.
  const optionsOf = <T>(args: readonly unknown[]): Partial<T> => {
    if (!host.ready) throw new Error('dialog module can only be used after app is ready');
    return (args.at(-1) ?? {}) as Partial<T>;
  };
  // The first waiting answer. A dialog without a prepared answer is cancelled.
  const answer = async <T extends object>(otherwise: T): Promise<T> => ({
    ...otherwise,
    ...((host.dialogAnswers.shift() as T | undefined) ?? {}),
  });
  const dialog = {
    showOpenDialog(...args: unknown[]): Promise<Electron.OpenDialogReturnValue> {
      const options: Options = optionsOf<Electron.OpenDialogOptions>(args);
      if (!Array.isArray(options.properties ?? [])) throw new TypeError('Properties must be an array');
      wantTexts(options, fileTexts);
      return answer({ canceled: true, filePaths: [] });
    },
    showSaveDialog(...args: unknown[]): Promise<Electron.SaveDialogReturnValue> {
      wantTexts(optionsOf<Electron.SaveDialogOptions>(args) as Options, {
        ...fileTexts,
        nameFieldLabel: 'Name field label',
      });
      return answer({ canceled: true, filePath: '' });
    },
    showMessageBox(...args: unknown[]): Promise<Electron.MessageBoxReturnValue> {
      const options = optionsOf<Electron.MessageBoxOptions>(args);
      wantMessage(options as Options);
      const { message = '', detail = '', buttons = [], defaultId = 0 } = options;
      host.seen.messageBoxes.push({ message, detail, buttons: [...buttons], defaultId });
      return answer({ response: cancelled(options), checkboxChecked: options.checkboxChecked === true });
    },
    showErrorBox(title: string, content: string): void {
      if (title === undefined || content === undefined)
        throw new TypeError('Insufficient number of arguments.');
      for (const [n, text] of [title, content].entries()) {
        if (typeof text !== 'string')
          throw new TypeError(
            `Error processing argument at index ${n}, conversion failure from ${String(text)}`,
          );
      }
      process.stderr.write(`${title}: ${content}\n`);
    },
  };
  dialog satisfies Emulated<typeof dialog, Electron.Dialog>;
  return only('dialog', dialog);
}
