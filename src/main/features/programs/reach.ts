import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { readRunFile } from './run-file.ts';
import { greetKeyturn, type Run } from './run-greeting.ts';

/** Connects to Keyturn and lets Keyturn prove itself. Rejects when Keyturn does not run, or when something else runs in its place. */
export async function reach(userData: string, run: Run): Promise<Socket> {
  const file = readRunFile(userData);
  if (file === null) throw new Error('Keyturn does not listen.');
  const socket = connect(file.socket);
  try {
    await once(socket, 'connect');
    await greetKeyturn(socket, file.key, run);
    return socket;
  } catch (error) {
    socket.on('error', () => undefined);
    socket.destroy();
    throw error;
  }
}
