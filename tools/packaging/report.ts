import { spawnSync } from 'node:child_process';

/** Prints what was looked at, one line each, and remembers whether anything was wrong. */
export class Report {
  #passed = 0;
  #failed = 0;
  readonly #notReached: string[] = [];

  /** Runs a look, which returns one line for each thing that is wrong. What it throws is wrong too. */
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

  /** Runs a program of the system and takes a status other than 0 as wrong, or notes that the program is not there. */
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

  /** Prints the sum and returns whether everything was right. */
  end(): boolean {
    for (const what of this.#notReached) process.stdout.write(`not reached: ${what}\n`);
    process.stdout.write(
      `pack: ${this.#passed} right, ${this.#failed} wrong, ${this.#notReached.length} not reached\n`,
    );
    return this.#failed === 0;
  }
}
