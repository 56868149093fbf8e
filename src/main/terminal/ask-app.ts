import { once } from 'node:events';
import { ends } from '../base/ends.ts';
import type { CommandReply } from '../features/commands/answers.ts';
import type { CommandRequest } from '../features/commands/requests.ts';
import { reach } from '../features/programs/reach.ts';
import { words } from './words.ts';

/** The result of asking the app. */
export type FromApp =
  | { readonly answer: unknown }
  | { readonly refused: string; readonly end: number }
  | { readonly notRunning: true };

/**
 * Asks the running app of the same person, which first proves its identity. Calls `onWaiting` with the reason for a long wait. Resolves
 * with `notRunning` when no app answers at `userData`.
 */
export async function askApp(
  userData: string,
  request: CommandRequest,
  onWaiting: (sentence: string) => void,
): Promise<FromApp> {
  const socket = await reach(userData, { command: true }).catch(() => null);
  if (socket === null) return { notRunning: true };
  socket.on('error', () => socket.destroy());
  socket.write(`${JSON.stringify(request)}\n`);
  const closed = once(socket, 'close');
  let last: FromApp = {
    refused: words.askApp.hungUp,
    end: ends.unavailable,
  };
  const take = (line: string): void => {
    const reply = replyIn(line);
    if (reply === null) return;
    if ('waiting' in reply) onWaiting(reply.waiting);
    else last = reply;
  };
  // Not node:readline, which takes longer to load than all the rest of this file.
  let rest = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    const lines = `${rest}${text}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  });
  // A connection that breaks off ends with an error. The app did not answer then.
  await closed.catch(() => undefined);
  take(rest);
  socket.destroy();
  return last;
}

/** Returns the message of a line. Returns null for a line that is no message, so that it counts as no answer. */
function replyIn(line: string): CommandReply | null {
  try {
    return JSON.parse(line) as CommandReply;
  } catch {
    return null;
  }
}
