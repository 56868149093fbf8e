import type { Dialogs, Log } from '../base/ports.ts';
import { commandLink, lasts, putOnPath } from '../platform/command-link.ts';

/** Puts `keyturn` on PATH on macOS after the person said yes, and says what came of it. Never throws. `source` is the command in the app. */
export async function installCommand(
  source: string,
  dialogs: Pick<Dialogs, 'confirm'>,
  log: Log,
  put = putOnPath,
): Promise<void> {
  if (!lasts(source)) {
    await dialogs.confirm(
      'Move Keyturn to Applications first.',
      'A link to where it is now would lead nowhere later.',
      'OK',
    );
    return;
  }
  const agreed = await dialogs.confirm(
    'Install the command keyturn?',
    `macOS asks for an administrator, and makes the link ${commandLink}.`,
    'Install',
  );
  if (!agreed) return;
  try {
    if (await put(source))
      await dialogs.confirm(
        'The command keyturn is installed.',
        'Open a new terminal and write: keyturn help',
        'OK',
      );
  } catch (error) {
    log.note('command.not-installed', { error: String(error) });
    await dialogs.confirm(
      'The command keyturn was not installed.',
      `macOS did not make the link. Make it in a terminal: sudo ln -s "${source}" ${commandLink}`,
      'OK',
    );
  }
}
