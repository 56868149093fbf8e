import { basename, join } from 'node:path';
import type { PlaceKind } from '../../../shared/contract/plaintext.ts';

/** The facts about the computer that decide where tokens are. */
export interface Surroundings {
  readonly home: string;
  readonly platform: NodeJS.Platform;
  /** The environment of Keyturn's process. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The folders of VS Code and its variants, in the folder for settings. */
const editors = ['Code', 'Code - Insiders', 'VSCodium', 'Cursor'];

/**
 * Returns the files below the home folder that most often hold tokens: Okta's own file (okta-sdk-nodejs, README: `~/.okta/okta.yaml`),
 * `.env`, netrc, Terraform's CLI configuration, what shells read at their start, histories of shells, Python and Node (the shells' manuals: HISTFILE and its defaults) and VS Code's settings
 * (VS Code, "User and workspace settings").
 */
export function knownFiles({ home, platform, env }: Surroundings): string[] {
  const config =
    platform === 'darwin'
      ? join(home, 'Library/Application Support')
      : platform === 'win32'
        ? (env.APPDATA ?? join(home, 'AppData/Roaming'))
        : (env.XDG_CONFIG_HOME ?? join(home, '.config'));
  const data = env.XDG_DATA_HOME ?? join(home, '.local/share');
  const inHome = [
    ...['.okta/okta.yaml', '.okta/okta.yml', '.env', '.netrc', '_netrc', '.terraformrc'],
    ...['.bashrc', '.bash_profile', '.profile', '.zshrc', '.zshenv', '.zprofile', '.config/fish/config.fish'],
    ...['.bash_history', '.zsh_history', '.zhistory', '.histfile', '.sh_history', '.ksh_history'],
    ...['.history', '.python_history', '.node_repl_history'],
  ];
  const powershell =
    platform === 'win32'
      ? join(config, 'Microsoft/Windows/PowerShell/PSReadLine')
      : join(data, 'powershell/PSReadLine');
  return [
    ...inHome.map((name) => join(home, name)),
    ...(env.HISTFILE === undefined || env.HISTFILE === '' ? [] : [env.HISTFILE]),
    join(data, 'fish/fish_history'),
    join(powershell, 'ConsoleHost_history.txt'),
    join(powershell, 'Visual Studio Code Host_history.txt'),
    ...editors.map((name) => join(config, name, 'User/settings.json')),
  ];
}

/** What a POSIX shell reads when it starts. It sets variables as an .env file does. */
const startOfShell =
  /(^|[\\/])\.(bashrc|bash_profile|bash_login|bash_aliases|profile|zshrc|zshenv|zprofile|zlogin|kshrc)$/;

/** Returns whether a file of the kind `env` is a script, in which a line may be the only command of its place. Pure. */
export const isScript = (path: string): boolean => path.endsWith('.envrc') || startOfShell.test(path);

const kinds: readonly (readonly [kind: PlaceKind, pattern: RegExp])[] = [
  ['okta-yaml', /(^|[\\/])okta\.ya?ml$/],
  [
    'history',
    /(^|[\\/])(\.\w+_history|\.zhistory|\.history|\.histfile|fish_history|fish[\\/]\w+_history|[\w ]+Host_history\.txt)$/,
  ],
  ['netrc', /(^|[\\/])([._]netrc|\.authinfo)$/],
  ['env', /(^|[\\/])(\.env([._-][\w.-]+)?|[\w.-]+\.env|\.envrc|\.flaskenv|\.dev\.vars(\.\w+)?)$/],
  ['env', startOfShell],
  ['terraform-state', /\.tfstate(\.[\w.-]+)?$/],
  ['tfvars', /\.(tfvars|tf|tofu|tfrc)(\.json)?$|(^|[\\/])(\.terraformrc|terraform\.rc)$/],
  ['postman', /\.postman_(collection|environment|globals)( ?\(\d+\)| copy( \d+)?)?\.json$/],
  ['vscode', /(^|[\\/])(\.vscode|User)[\\/]settings\.json$/],
];

/** Returns what kind of place a file is, by its name. `histFile` is the shell's history file. Pure. */
export function kindOf(path: string, histFile?: string): PlaceKind {
  if (path === histFile) return 'history';
  return kinds.find(([, pattern]) => pattern.test(path))?.[0] ?? 'other';
}

/** Returns true for folders that a search skips: Git packs its data, and packages belong to other people. Pure. */
export const isLeftOut = (folder: string): boolean => ['.git', 'node_modules'].includes(basename(folder));
