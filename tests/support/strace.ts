import { spawnSync } from 'node:child_process';

/**
 * Returns the words before a program's own that have strace change what the system does at these `calls` of it (strace(1), "Syscall
 * Tampering"): hand back an error, as in `error=EIO:when=3`.
 */
export const straced = (calls: string, effect: string): string[] => [
  'strace',
  '-f',
  '-qq',
  '--seccomp-bpf',
  '-e',
  `trace=${calls}`,
  '-e',
  `inject=${calls}:${effect}`,
  '-o',
  '/dev/null',
];

/** Whether strace is there and may watch programs. */
export const mayTrace = ((): boolean => {
  const [program = '', ...words] = straced('fsync', 'error=EIO');
  return spawnSync(program, [...words, 'true']).status === 0;
})();
