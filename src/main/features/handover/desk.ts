import type { HandOver } from '../../../shared/contract/hand-over.ts';
import type { HandOverRun } from '../../../shared/contract/rotation.ts';
import { handOverWords } from '../../../shared/rotation-words.ts';
import { Failed } from '../../base/failure.ts';
import type { Watch } from '../../base/files.ts';
import type { Clock, Dialogs } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import { shownText } from '../../base/shown.ts';
import type { KeyChange } from '../../vault/key-change.ts';
import type { Vault } from '../../vault/vault.ts';
import { writeEnvFile } from './env-file.ts';
import { runCommand } from './run-command.ts';
import { words } from './words.ts';

/** The most characters of a command that a dialog shows. A person approves all of a command, so Keyturn runs no longer one. */
const mostShown = 2_000;

/** The token whose value goes to a consumer. Script in the window can change its label, so its org is shown too and its id counts. */
export interface OfToken {
  readonly tokenId: string;
  readonly label: string;
  readonly orgHost: string;
}

/**
 * Gives a value to consumers by the person's own commands. A system dialog shows each command before its first run, and the vault keeps the
 * approval. So the window alone cannot make a program run with a token.
 */
export class HandOverDesk {
  readonly #vault: Vault;
  readonly #watch: Watch;
  readonly #dialogs: Dialogs;
  readonly #clock: Clock;

  constructor(vault: Vault, watch: Watch, dialogs: Dialogs, clock: Clock) {
    this.#watch = watch;
    this.#vault = vault;
    this.#dialogs = dialogs;
    this.#clock = clock;
  }

  /**
   * Runs `how` with the value. Throws Failed `cancelled` when the person did not approve it, and `bad-request` when no dialog can show all of
   * it.
   */
  async run(how: HandOver, of: OfToken, secret: () => Secret): Promise<HandOverRun> {
    await this.#approve(how, of);
    // The value opens only now, because the person may have waited with the answer and locked.
    using value = secret();
    return how.kind === 'env-file'
      ? writeEnvFile(how, value, this.#clock, this.#watch)
      : await runCommand(how, value, this.#clock);
  }

  async #approve(how: HandOver, { tokenId, label, orgHost }: OfToken): Promise<void> {
    const shown = handOverWords(how);
    // The id uses a key of the vault, because a plain hash in the file would let others guess commands and labels.
    const idNow = () =>
      this.#vault.tag('approved command', Buffer.from(JSON.stringify([how, label, tokenId]))).toString('hex');
    const known = this.#vault.read<{ id: string }>('SELECT id FROM approved_commands WHERE id = ?', idNow());
    if (known.length > 0) return;
    const all = shownText(shown, 6 * mostShown);
    if (all.length > mostShown) {
      throw new Failed('bad-request', words.desk.tooLong, words.desk.useScript);
    }
    const yes = await this.#dialogs.confirm(
      words.desk.askRun(shownText(label, 120)),
      words.desk.shown(all, shownText(orgHost, 300)),
      words.desk.run,
    );
    if (!yes) throw new Failed('cancelled', words.desk.notRun, words.desk.nothingChanged);
    // The vault may have got another data key while the person read the dialog.
    const id = idNow();
    this.#vault.write(
      'INSERT OR REPLACE INTO approved_commands (id, command) VALUES (?, ?)',
      id,
      this.#vault.sealJson({ table: 'approved_commands', rowId: id, column: 'command' }, shown),
    );
  }
}

/** Called when the vault gets another data key. The new key finds no earlier approval, so Keyturn asks about each command once more. */
export const forgetApprovals = (change: KeyChange): void => change.write('DELETE FROM approved_commands');
