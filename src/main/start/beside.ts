import { spawn } from 'node:child_process';
import { cut } from '../../shared/clip.ts';
import { Failed } from '../base/failure.ts';
import { words } from './words.ts';

/** What Keyturn prints when its window shows. */
export const readyLine = 'keyturn: window ready';

/** The most text of the other process that is looked at, in characters. */
const most = 4_000;

const mark = 'keyturn: ';

/** Returns the last sentence for people in what a process said, without its mark; empty when there is none. */
const sentenceIn = (said: string): string =>
  said
    .split('\n')
    .findLast((line) => line.startsWith(mark))
    ?.slice(mark.length) ?? '';

/**
 * Starts a program of Keyturn beside this one. Resolves when its window shows, or when it ended with 0, because one that runs already has come
 * to the front. Throws Failed `unexpected` with what the program says when it ends otherwise. The program lives on after this process.
 */
export function startBeside(program: string, args: readonly string[]): Promise<void> {
  const child = spawn(program, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const { stdout, stderr } = child;
  let said = '';
  return new Promise((resolve, reject) => {
    const fail = (detail: string): void =>
      reject(new Failed('unexpected', words.demo.notStarted, words.demo.tryAgain, cut(detail, 300)));
    const letGo = (): void => {
      stdout.destroy();
      stderr.destroy();
      child.unref();
    };
    stdout.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(-most);
      if (!said.includes(readyLine)) return;
      letGo();
      resolve();
    });
    stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(-most);
    });
    child.once('error', (error) => fail(error.message));
    child.once('close', (code) => {
      if (code === 0) resolve();
      else fail(sentenceIn(said));
    });
  });
}
