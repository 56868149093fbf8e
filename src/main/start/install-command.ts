import type { Dialogs, Log } from '../base/ports.ts';
import { commandLink, lasts, putOnPath } from '../platform/command-link.ts';
import { words } from './words.ts';

const { installCommand: say } = words;

/**
 * Puts `keyturn` on PATH on macOS after the person agreed, and shows the result in a dialog. Never throws. `source` is the command in the
 * app.
 */
export async function installCommand(
  source: string,
  dialogs: Pick<Dialogs, 'confirm'>,
  log: Log,
  put = putOnPath,
): Promise<void> {
  if (!lasts(source)) {
    await dialogs.confirm(say.moveFirst, say.linkWouldBreak, say.ok);
    return;
  }
  const agreed = await dialogs.confirm(say.ask, say.makesLink(commandLink), say.install);
  if (!agreed) return;
  try {
    if (await put(source)) await dialogs.confirm(say.installed, say.tryIt, say.ok);
  } catch (error) {
    log.note('command.not-installed', { error: String(error) });
    await dialogs.confirm(say.notInstalled, say.makeByHand(source, commandLink), say.ok);
  }
}
