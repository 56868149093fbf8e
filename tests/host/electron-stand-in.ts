import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const cli = join(import.meta.dirname, '../../tools/chromium-host/cli.ts');

/**
 * A program that takes Electron's arguments and speaks as Electron does to Playwright's `_electron` (an inspector of main, a DevTools port
 * of its page, both told on standard error), and is the Chromium host inside. It shows that the launcher, the hook and the commands work
 * together; it shows nothing of Electron, and results on it are named "Chromium host, started as Electron is". POSIX shells only.
 */
export function standIn(folder: string): { program: string; started: () => string[] } {
  mkdirSync(folder, { recursive: true });
  const program = join(folder, 'electron');
  const record = join(folder, 'arguments');
  writeFileSync(
    program,
    `#!/bin/sh
printf '%s\\n' "$@" > '${record}'
hook=
inspect=
while [ $# -gt 0 ]; do
  case "$1" in
    -r) hook=$2; shift 2 ;;
    --inspect=*) inspect=$1; shift ;;
    -*) shift ;;
    *) break ;;
  esac
done
exec '${process.execPath}' $inspect '${cli}' --headless --debug-port=0 --open-external=record \${hook:+"--require=$hook"} "$@"
`,
  );
  chmodSync(program, 0o755);
  return { program, started: () => readFileSync(record, 'utf8').trimEnd().split('\n') };
}
