import type { Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { shownText } from '../../base/shown.ts';
import { isInterpreterName } from './interpreters.ts';
import { words } from './words.ts';

/** The most arguments that Keyturn looks at. */
const mostArguments = 1000;
/** Marks that programming languages use to call, to quote or to end a statement. Names, numbers, paths and URLs need none of them. */
const codeMarks = /[()"'`;$\n]/;
/** Names of a program's own input and of other open files (proc(5)). For Keyturn they would be its own. */
const inputNames = /(?:^|=)-$|\/dev\/(?:stdin|fd\b)|\/proc\b/;

/**
 * Returns why a process may take its code from what it was started with, as a sentence. Returns an empty text when nothing says so. A
 * program whose file says what it does needs no script: no argument of it is a file, a folder or a line of code, and its input is neither
 * a file nor a stream of another program. Rejects when the system does not let Keyturn look.
 */
export async function codeFromOutside(pid: number): Promise<string> {
  const { interpreter, noCommand, startedWithFile, startedWithCode, startedWithInput } = words.programFile;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
  // Each argument ends with a null character (proc(5)). A process can remove its command line.
  if (command === '') return noCommand;
  const [name = '', ...args] = command.replace(/\0$/, '').split('\0');
  if (args.length > mostArguments) return noCommand;
  // A link can give one file many names, and such a file chooses by the name what it does.
  if (isInterpreterName(lastPart(name).replace(/^-/, ''))) return interpreter;
  for (const arg of args) {
    if (codeMarks.test(arg)) return startedWithCode(shownText(arg, 80));
    if (inputNames.test(arg)) return startedWithInput;
    for (const file of filesIn(arg)) {
      if (await isContent(`/proc/${pid}/${file.startsWith('/') ? 'root' : 'cwd/'}${file}`)) {
        return startedWithFile(shownText(file, 80));
      }
    }
  }
  const input = await facts(`/proc/${pid}/fd/0`);
  return input?.isFile() || input?.isFIFO() || input?.isSocket() ? startedWithInput : '';
}

const lastPart = (path: string): string => path.split('/').at(-1) ?? '';

/** Returns what can be the name of a file in an argument: all of it, or what follows `@`, `=` or the letter of an option. */
const filesIn = (arg: string): string[] =>
  [
    arg,
    arg.slice(arg.indexOf('=') + 1),
    /^@/.test(arg) ? arg.slice(1) : '',
    /^-[^-]/.test(arg) ? arg.slice(2) : '',
  ].filter((file) => file !== '');

/** Returns whether something that can hold code has this name: anything but a device such as /dev/null or a terminal. */
async function isContent(path: string): Promise<boolean> {
  const found = await facts(path);
  return found !== null && !found.isCharacterDevice() && !found.isBlockDevice();
}

/** Returns null when nothing has this name. Rejects when the system does not let Keyturn look. */
async function facts(path: string): Promise<Stats | null> {
  return await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP'].includes(error.code ?? '')) return null;
    throw error;
  });
}
