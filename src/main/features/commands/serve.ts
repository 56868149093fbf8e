import type { Socket } from 'node:net';
import { ends } from '../../base/ends.ts';
import { Failed } from '../../base/failure.ts';
import type { Log } from '../../base/ports.ts';
import type { CommandReply } from './answers.ts';
import type { CommandsDesk } from './desk.ts';
import { CommandRefused } from './refused.ts';
import { commandRequest } from './requests.ts';
import { words } from './words.ts';

/** The longest request, in bytes, and the longest time until it arrives. */
const mostBytes = 4_000;
const patienceMs = 5_000;

/** Answers the one command of a connection, and hangs up. Never throws. */
export async function serveCommand(socket: Socket, desk: CommandsDesk, log: Log): Promise<void> {
  const gone = new AbortController();
  socket.on('error', () => socket.destroy());
  socket.on('close', () => gone.abort(new Error('keyturn hung up.')));
  const tell = (reply: CommandReply) => void socket.write(`${JSON.stringify(reply)}\n`);
  try {
    const request = commandRequest.safeParse(await requestOf(socket));
    if (!request.success) {
      throw new CommandRefused(ends.usage, words.serve.notKnown);
    }
    const answer = await desk.answer(request.data, (waiting) => tell({ waiting }), gone.signal);
    tell({ answer });
  } catch (error) {
    if (gone.signal.aborted) return;
    if (error instanceof CommandRefused) tell({ refused: error.message, end: error.end });
    else if (error instanceof Failed) {
      const { code, sentence, remedy } = error.failure;
      tell({
        refused: `${sentence} ${remedy}`.trim(),
        end: code === 'cancelled' ? ends.locked : ends.denied,
      });
    } else {
      log.note('commands.trouble', { error: String(error) });
      tell({ refused: words.serve.wentWrong, end: ends.internal });
    }
  }
  socket.end();
}

/** Reads the first line as JSON. Returns null when it is not JSON. Rejects when no line arrives in time or the line is too long. */
async function requestOf(socket: Socket): Promise<unknown> {
  const timer = setTimeout(() => socket.destroy(), patienceMs);
  let text = '';
  try {
    for await (const chunk of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      text += chunk.toString('utf8');
      if (text.length > mostBytes) return null;
      const end = text.indexOf('\n');
      if (end >= 0) return JSON.parse(text.slice(0, end));
    }
    return null;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
