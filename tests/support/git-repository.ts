import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The status of a finished command, and its output. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A separate Git repository for a test, whose hooks find `keyturn` on PATH. It ignores the person's own Git settings. */
export class GitRepository {
  readonly path: string;
  readonly #env: NodeJS.ProcessEnv;

  /** Makes the repository below `folder`. `keyturn` is the command line that runs for `keyturn`. */
  constructor(folder: string, keyturn: readonly string[]) {
    this.path = join(folder, 'repository');
    const bin = join(folder, 'bin');
    mkdirSync(this.path, { recursive: true });
    mkdirSync(bin, { recursive: true });
    const quoted = keyturn.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
    writeFileSync(join(bin, 'keyturn'), `#!/bin/sh\nexec ${quoted} "$@"\n`);
    chmodSync(join(bin, 'keyturn'), 0o755);
    this.#env = {
      ...process.env,
      PATH: `${bin}:${process.env.PATH}`,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@example.com',
      GIT_COMMITTER_NAME: 'a',
      GIT_COMMITTER_EMAIL: 'a@example.com',
    };
    this.run('git', 'init', '--quiet');
  }

  /** Runs a program in the repository. */
  run(program: string, ...args: readonly string[]): Ended {
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: this.path,
      env: this.#env,
      encoding: 'utf8',
    });
    return { code: status, out: stdout, err: stderr };
  }

  /** Writes a file and stages it. */
  stage(name: string, content: string | Buffer): void {
    this.write(name, content);
    this.run('git', 'add', '--', name);
  }

  /** Writes a file without staging it. */
  write(name: string, content: string | Buffer): void {
    mkdirSync(dirname(join(this.path, name)), { recursive: true });
    writeFileSync(join(this.path, name), content);
  }

  commit = (): Ended => this.run('git', 'commit', '--quiet', '--message', 'a');
}
