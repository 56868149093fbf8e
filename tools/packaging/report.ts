import { spawnSync } from 'node:child_process';

/** Prints each check on one line, and remembers whether any failed. */
export class Report {
  #passed = 0;
  #failed = 0;
  readonly #notReached: string[] = [];

  /** Runs a check, which returns one line for each problem. An exception is a problem too. */
  async check(what: string, look: () => string[] | Promise<string[]>): Promise<void> {
    let wrong: string[];
    try {
      wrong = await look();
    } catch (error) {
      wrong = [error instanceof Error ? error.message : String(error)];
    }
    if (wrong.length === 0) this.#passed++;
    else this.#failed++;
    process.stdout.write(`${wrong.length === 0 ? 'ok     ' : 'WRONG  '}${what}\n`);
    for (const line of wrong) process.stdout.write(`         ${line}\n`);
  }

  /** Runs a system program. A status other than 0 is a problem. Notes when the program is missing. */
  async tool(what: string, command: string, args: readonly string[]): Promise<void> {
    const run = spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
    if (run.error !== undefined && 'code' in run.error && run.error.code === 'ENOENT') {
      this.notReached(`${what}: ${command} is not installed`);
      return;
    }
    const said = `${run.stdout}${run.stderr}`.split('\n').filter((line) => line.trim() !== '');
    await this.check(what, () => (run.status === 0 ? [] : [`${command} ended with ${run.status}`, ...said]));
  }

  notReached(what: string): void {
    this.#notReached.push(what);
  }

  /** Prints the summary. Returns whether every check passed. */
  end(): boolean {
    for (const what of this.#notReached) process.stdout.write(`not reached: ${what}\n`);
    process.stdout.write(
      `pack: ${this.#passed} right, ${this.#failed} wrong, ${this.#notReached.length} not reached\n`,
    );
    return this.#failed === 0;
  }
}
