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
/** polkit's own program, by its whole path, because anybody can put another program on PATH. */
const program = '/usr/bin/pkcheck';

/** The program and the policies that a test uses in place of the system's. */
interface Place {
  readonly program: string;
  readonly policyFile: string;
  readonly env: Readonly<Record<string, string>>;
}

// The program gets no variable of the person's, because a variable could name another message bus, on which any program could answer for
// polkit.
const system: Place = { program, policyFile, env: { PATH: '/usr/bin:/bin' } };

/**
 * Asks through polkit's own program `pkcheck`. A yes counts only when polkit asks the person. polkit can say yes without a question, to
 * root or by an administrator's rule, and such a yes proves nothing.
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

  /** Returns whether polkit exists, knows the action, and would ask a person. pkcheck then ends with 2 when no question is allowed. */
  async #wouldAsk(): Promise<boolean> {
    const { program, policyFile } = this.#place;
    if (!existsSync(program) || !existsSync(policyFile)) return false;
    return (await this.#run([])) === 2;
  }

  /** Returns the exit status of pkcheck (its source, src/programs/pkcheck.c), or `killed` when it took too long. */
  #run(more: readonly string[]): Promise<number | 'killed'> {
    const { promise, resolve } = Promise.withResolvers<number | 'killed'>();
    const child = spawn(
      this.#place.program,
      ['--action-id', polkitAction, '--process', thisProcess(), ...more],
      { env: this.#place.env, cwd: '/', stdio: 'ignore' },
    );
    let late = false;
    // polkit closes its question when the process that asked has ended.
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
 * Returns the name of this process for polkit: id, start time and account, so that polkit mistakes no other process for it (pkcheck(1),
 * "Notes"). The start time is the 22nd field of proc(5)'s stat. The second field is a name that may hold spaces and brackets.
 */
function thisProcess(): string {
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  return `${process.pid},${started},${process.getuid?.() ?? ''}`;
}
