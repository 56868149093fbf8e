import { spawnSync } from 'node:child_process';

/**
 * Returns the words to put before a program's own, so that strace changes the system's reaction to these `calls` (strace(1), "Syscall
 * Tampering"): for example returns an error, as in `error=EIO:when=3`.
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

/** Whether strace is installed and may trace programs. */
export const mayTrace = ((): boolean => {
  const [program = '', ...words] = straced('fsync', 'error=EIO');
  return spawnSync(program, [...words, 'true']).status === 0;
})();
