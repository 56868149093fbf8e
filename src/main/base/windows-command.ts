import { statSync } from 'node:fs';
import { win32 } from 'node:path';
import { words } from './words.ts';

/** How a program is started. `verbatim` means that the arguments are quoted already. */
export interface Start {
  readonly file: string;
  readonly args: readonly string[];
  readonly verbatim: boolean;
}

/** Why a program does not start: there is no such program, or a sentence says why it is refused. */
export type NoStart = { readonly isMissing: true } | { readonly isMissing: false; readonly refused: string };

/**
 * The endings of files that Windows starts by itself, and of files that its command interpreter must run (Microsoft, CreateProcess; Node,
 * child_process.spawn).
 */
const programs: ReadonlySet<string> = new Set(['.exe', '.com', '']);
const batches: ReadonlySet<string> = new Set(['.bat', '.cmd']);
/** The longest line that cmd.exe takes (Microsoft, "Command prompt line string limitation"). */
const longestLine = 8_191;

/**
 * Returns how Windows starts `command`. It looks for the command as the command prompt does: with the endings of PATHEXT, in the folders of
 * PATH. Node looks for `.exe` and `.com` only, and refuses batch files (CVE-2024-27980), because cmd.exe parses their arguments again. It
 * leaves out the present folder, as PowerShell does, so that a program which somebody put there cannot take a known name. `isFile` tells
 * whether a file exists. Pure except for `isFile`.
 */
export function windowsStart(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  isFile: (path: string) => boolean,
): Start | NoStart {
  const file = found(command, env, isFile);
  if (file === null) return { isMissing: true };
  const ending = endingOf(file);
  if (programs.has(ending)) return { file, args, verbatim: false };
  if (!batches.has(ending)) {
    return {
      refused: words.windowsCommand.noProgram(file),
      isMissing: false,
    };
  }
  return batchStart(file, args, env);
}

/**
 * Returns how this system starts `command`. Elsewhere than on Windows the system itself looks for the command, in the folders of PATH.
 */
export const startOf = (
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): Start | NoStart =>
  platform === 'win32'
    ? windowsStart(command, args, env, isFileAt)
    : { file: command, args, verbatim: false };

/** Returns whether a file exists. A folder of PATH that may not be opened, or a path that is too long, has none. */
function isFileAt(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Returns the ending of a file's name. Windows ignores dots and spaces at the end, so `x.bat. .` is a batch file, too. */
function endingOf(file: string): string {
  return win32.extname(file.replace(/[. ]+$/, '')).toLowerCase();
}

/** Returns a variable of the environment. The names have no case on Windows. */
function variable(env: NodeJS.ProcessEnv, name: string): string {
  const key = Object.keys(env).find((one) => one.toUpperCase() === name);
  return (key === undefined ? undefined : env[key]) ?? '';
}

function found(command: string, env: NodeJS.ProcessEnv, isFile: (path: string) => boolean): string | null {
  const listed = variable(env, 'PATHEXT') || '.COM;.EXE;.BAT;.CMD';
  const endings = listed.split(';').filter((ending) => /^\.\w+$/.test(ending));
  const hasFolder = /[\\/:]/.test(command);
  const folders = hasFolder
    ? ['']
    : variable(env, 'PATH')
        .split(';')
        .map((folder) => folder.replaceAll('"', ''))
        .filter((folder) => folder !== '');
  // A bare name without an ending needs an ending of PATHEXT, because `npm` beside `npm.cmd` is a script for another system.
  const asItStands = hasFolder || win32.extname(command) !== '' ? [''] : [];
  for (const folder of folders) {
    for (const ending of [...asItStands, ...endings]) {
      const path = folder === '' ? command + ending : win32.join(folder, command + ending);
      if (isFile(path)) return path;
    }
  }
  return null;
}

function batchStart(file: string, args: readonly string[], env: NodeJS.ProcessEnv): Start | NoStart {
  const odd = args.find((arg) => /[\0\r\n]/.test(arg));
  if (odd !== undefined) {
    return {
      refused: words.windowsCommand.lineBreak(file),
      isMissing: false,
    };
  }
  const line = [file, ...args].map(quotedForBatch).join(' ');
  if (line.length + 2 > longestLine) {
    return {
      refused: words.windowsCommand.tooLong(file, longestLine),
      isMissing: false,
    };
  }
  const root = variable(env, 'SYSTEMROOT') || 'C:\\Windows';
  return {
    // ComSpec is not used, because it may name any program.
    file: win32.join(root, 'System32', 'cmd.exe'),
    // `quotedForBatch` needs extensions on. The others switch off expansion by exclamation marks and AutoRun, and /s takes the outer quotes
    // off.
    args: ['/e:on', '/v:off', '/d', '/s', '/c', `"${line}"`],
    verbatim: true,
  };
}

/**
 * Returns an argument that reaches a batch file through cmd.exe unchanged, and a program through the batch file's `%*`. It works for any
 * text without line breaks. The argument is always in quotes, in which cmd.exe leaves `& | < > ^ ( )` alone. A quote is doubled: cmd.exe
 * then sees a quoted text end and begin again, and a program's C runtime reads one quote (Microsoft, "Parsing C command-line arguments"). A
 * percent sign gets `%cd:~,%` in front, which is always empty, so that the sign begins no variable's name. A batch file that takes quotes
 * off (`%~1`) or switches delayed expansion on must protect itself. Pure.
 */
export function quotedForBatch(arg: string): string {
  // For the C runtime, backslashes before a quote count double. This includes the quote that ends the argument.
  const inside = arg
    .replace(/(\\*)"/g, '$1$1""')
    .replace(/(\\+)$/, '$1$1')
    .replaceAll('%', '%%cd:~,%');
  return `"${inside}"`;
}
