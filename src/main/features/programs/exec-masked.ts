import type { ChildProcess } from 'node:child_process';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Secret } from '../../base/secret.ts';
import { Redactor } from '../../base/value-forms.ts';

/** How long a program that has ended may leave its output open to one that it started, with nothing more to read. */
const quietMs = 500;

/**
 * Passes a program's output on without the value, and returns a function that waits until the last of it is written. Bytes stay what they
 * are, in any encoding. Where the program has ended and one that it started keeps its output open, half a second of silence ends the wait.
 */
export function maskedOutput(child: ChildProcess, value: string): () => Promise<void> {
  using secret = Secret.fromText(value);
  let lastAt = performance.now();
  const onData = () => {
    lastAt = performance.now();
  };
  const passed = Promise.all(
    (['stdout', 'stderr'] as const).map(async (name) => {
      const redactor = new Redactor(secret, 'value');
      // Rejects where nobody reads any more: the program's end of the pipe is closed, too, as it would be without a mask.
      if (child[name] !== null) {
        await pipeline(child[name], masking(redactor, onData), process[name], { end: false }).catch(
          () => undefined,
        );
      }
      const rest = Buffer.from(redactor.end(), 'latin1');
      await new Promise<void>((written) => process[name].write(rest, () => written()));
    }),
  );
  return async () => {
    const watch = setInterval(() => {
      if (performance.now() - lastAt < quietMs) return;
      for (const name of ['stdout', 'stderr'] as const) child[name]?.destroy();
    }, quietMs / 5);
    await passed;
    clearInterval(watch);
  };
}

/** Takes the value out of a stream of bytes, which are read as Latin-1 and so come out as they came. */
const masking = (redactor: Redactor, onData: () => void): Transform =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      onData();
      done(null, Buffer.from(redactor.push(chunk.toString('latin1')), 'latin1'));
    },
  });
