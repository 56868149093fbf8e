import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Another keeper of secrets. `read` reads its one secret with the keeper's own command, and returns the exit status. */
export interface Keeper {
  readonly name: string;
  read(): number | null;
}

const passphrase = 'bench';

/**
 * Returns the keepers that this computer has, each with a new store in `folder` that holds one secret. `end` ends the agent that gpg started.
 */
export function otherKeepers(folder: string): {
  readonly keepers: readonly Keeper[];
  readonly end: () => void;
} {
  const env = {
    ...process.env,
    GNUPGHOME: join(folder, 'gnupg'),
    PASSWORD_STORE_DIR: join(folder, 'pass'),
    GOPASS_HOMEDIR: join(folder, 'gopass'),
  };
  const run = (program: string, args: readonly string[], input = ''): number | null =>
    spawnSync(program, args, { env, input }).status;
  spawnSync('mkdir', ['-m', '700', env.GNUPGHOME, env.GOPASS_HOMEDIR]);
  const key = [
    '--batch',
    '--passphrase',
    '',
    '--quick-generate-key',
    'bench <bench@keyturn.example>',
    'default',
    'default',
    'never',
  ];
  const hasKey = run('gpg', key) === 0;
  const database = join(folder, 'bench.kdbx');
  const keepers: Keeper[] = [];
  if (hasKey && run('pass', ['init', 'bench@keyturn.example']) === 0) {
    run('pass', ['insert', '--multiline', 'bench'], 'value\n');
    keepers.push({ name: 'pass', read: () => run('pass', ['show', 'bench']) });
    // gopass reads the store of pass.
    if (run('gopass', ['show', '--password', 'bench']) === 0)
      keepers.push({ name: 'gopass', read: () => run('gopass', ['show', '--password', 'bench']) });
  }
  const typed = `${passphrase}\n${passphrase}\n`;
  if (run('keepassxc-cli', ['db-create', '--set-password', database], typed) === 0) {
    run('keepassxc-cli', ['add', '--generate', database, 'bench'], `${passphrase}\n`);
    keepers.push({
      name: 'keepassxc-cli',
      read: () =>
        run('keepassxc-cli', ['show', '--attributes', 'Password', database, 'bench'], `${passphrase}\n`),
    });
  }
  return { keepers, end: () => void run('gpgconf', ['--kill', 'gpg-agent']) };
}
