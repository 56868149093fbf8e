import type { ChildProcess } from 'node:child_process';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Secret } from '../../base/secret.ts';
import { Redactor } from '../../base/value-forms.ts';

/** How long an ended program may leave its output open to a program that it started, while nothing more arrives. */
const quietMs = 500;

/**
 * Passes on a program's output without the value. Returns a function that waits until the last of the output is written. Other bytes stay
 * the same, in any encoding. When the program has ended and a program that it started keeps the output open, half a second of silence ends
 * the wait.
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
      // Rejects when nobody reads the output any more. The program's end of the pipe is then closed too, as without a mask.
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

/** Takes the value out of a stream of bytes. It reads the bytes as Latin-1, which keeps every byte. */
const masking = (redactor: Redactor, onData: () => void): Transform =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      onData();
      done(null, Buffer.from(redactor.push(chunk.toString('latin1')), 'latin1'));
    },
  });
