import type { ChildProcess } from 'node:child_process';

/** What a started app writes, from now on; begin before it has written. */
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
    /** The first text that matches; rejects with all of the output when the app ends before. */
    said: (wanted: RegExp): Promise<string> =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = wanted.exec(text)?.[0];
          if (found !== undefined) resolve(found);
        };
        child.stdout?.on('data', look);
        child.stderr?.on('data', look);
        // Its last words may come after its exit.
        child.once('close', (code) =>
          reject(new Error(`The app ended (${code}) before "${wanted.source}":\n${text}`)),
        );
        look();
      }),
  };
}

/** Asks until there is an answer, for so many times 50 ms; then gives undefined. */
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
