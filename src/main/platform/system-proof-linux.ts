import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, SystemAnswer, SystemProof, SystemProofWay } from '../base/ports.ts';
import { appId } from './app-id.ts';
import { patienceMs } from './system-proof-patience.ts';

/** The action that polkit asks about. resources/linux has its policy, which the .deb and the .rpm install. */
export const polkitAction = `${appId}.prove`;

/** Where polkit reads policies from (polkit(8), "Declaring actions"). An AppImage installs none. */
const policyFile = join('/usr/share/polkit-1/actions', `${appId}.policy`);
/** polkit's own program, by its whole path: what else is on PATH is anybody's. */
const program = '/usr/bin/pkcheck';

/** Where a test has a polkit of its own. */
interface Place {
  readonly program: string;
  readonly policyFile: string;
  readonly env: Readonly<Record<string, string>>;
}

// No variable of the person's: one could name another message bus, on which anybody answers for polkit.
const system: Place = { program, policyFile, env: { PATH: '/usr/bin:/bin' } };

/**
 * Asks by polkit, through its own `pkcheck`. polkit counts only where it would ask: one that says yes without a question, as it does to
 * root and by an administrator's rule, proves nothing.
 */
export class Polkit implements SystemProof {
  readonly #clock: Clock;
  readonly #place: Place;

  constructor(clock: Clock, place: Place = system) {
    this.#clock = clock;
    this.#place = place;
  }

  async available(): Promise<SystemProofWay | null> {
    return (await this.#wouldAsk()) ? 'polkit' : null;
  }

  async ask(): Promise<SystemAnswer> {
    if (!(await this.#wouldAsk())) return 'unavailable';
    switch (await this.#run(['--allow-user-interaction'])) {
      case 'killed':
        return 'timed-out';
      case 0:
        return 'given';
      case 1:
        return 'refused';
      case 2:
        // "Authorization requires authentication but no agent is available."
        return 'no-agent';
      case 3:
        // The person closed the question.
        return 'cancelled';
      default:
        return 'unavailable';
    }
  }

  /** Whether polkit is there, knows the action, and would ask a person: then it ends with 2 where no question is allowed. */
  async #wouldAsk(): Promise<boolean> {
    const { program, policyFile } = this.#place;
    if (!existsSync(program) || !existsSync(policyFile)) return false;
    return (await this.#run([])) === 2;
  }

  /** Returns what pkcheck exits with (its source, src/programs/pkcheck.c), or `killed` where it took too long. */
  #run(more: readonly string[]): Promise<number | 'killed'> {
    const { promise, resolve } = Promise.withResolvers<number | 'killed'>();
    const child = spawn(
      this.#place.program,
      ['--action-id', polkitAction, '--process', thisProcess(), ...more],
      { env: this.#place.env, cwd: '/', stdio: 'ignore' },
    );
    let late = false;
    // polkit takes its question off the screen when who asked has gone.
    const cancel = this.#clock.after(patienceMs, () => {
      late = true;
      child.kill('SIGKILL');
    });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(late ? 'killed' : (code ?? 127)));
    return promise.finally(cancel);
  }
}

/**
 * Returns this process as polkit wants it named: id, start time and account, so that no other process can be taken for it (pkcheck(1),
 * "Notes"). The start time is the 22nd field of proc(5)'s stat; the second is a name that may hold spaces and brackets.
 */
function thisProcess(): string {
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  return `${process.pid},${started},${process.getuid?.() ?? ''}`;
}
