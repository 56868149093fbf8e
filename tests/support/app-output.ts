import type { ChildProcess } from 'node:child_process';

/** Collects the output of a started app from now on. Call this before the app writes. */
export function outputOf(child: ChildProcess) {
  let text = '';
  const collect = (chunk: Buffer) => {
    text += chunk.toString('utf8');
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    exited,
    text: () => text,
    /** Returns the first text that matches. Rejects with the whole output when the app ends first. */
    said: (wanted: RegExp): Promise<string> =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = wanted.exec(text)?.[0];
          if (found !== undefined) resolve(found);
        };
        child.stdout?.on('data', look);
        child.stderr?.on('data', look);
        // The last output may arrive after the exit.
        child.once('close', (code) =>
          reject(new Error(`The app ended (${code}) before "${wanted.source}":\n${text}`)),
        );
        look();
      }),
  };
}

/** Asks every 50 ms, up to the given number of times. Returns undefined when there is no answer. */
export async function askFor<T>(
  ask: () => T | undefined | Promise<T | undefined>,
  times = 100,
): Promise<T | undefined> {
  for (let tries = 0; tries < times; tries++) {
    const found = await ask();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return undefined;
}
