import type { VaultStatus } from '../../../shared/contract/vault-status.ts';
import { Failed } from '../../base/failure.ts';
import type { Dialogs } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import type { Vault } from '../../vault/vault.ts';
import { words } from './words.ts';

interface Needs {
  readonly vault: Vault;
  readonly dialogs: Pick<Dialogs, 'confirm'>;
}

/**
 * Switches the system's question on or off, and returns a sentence for the record of activity. Switching it off needs the answer to that
 * question, the passcode, or, after the recovery key opened the vault, a system dialog. A script in the window can give none of them.
 * Throws Failed `not-proved`, `wrong-passcode`, `wait`, `cancelled` or `bad-request`.
 */
export async function setSystemProof(
  { vault, dialogs }: Needs,
  on: boolean,
  passcode: Secret | null,
): Promise<string> {
  const { systemProof } = vault;
  if (on) {
    const { lock } = await systemProof.switchOn();
    return words.systemProof.on[lock.systemProof ?? 'polkit'];
  }
  const { passcode: chosen } = vault.status().lock;
  if (passcode !== null && chosen === 'chosen') {
    await vault.passcode.prove(passcode);
    await systemProof.switchOff(false);
  } else if (vault.status().lock.recovered) {
    const { askOff, detailOff, yesOff, notOff } = words.systemProof;
    if (!(await dialogs.confirm(askOff, detailOff, yesOff))) throw new Failed('cancelled', notOff);
    await systemProof.switchOff(false);
  } else {
    await systemProof.switchOff(true);
  }
  return words.systemProof.off;
}

/** Throws Failed `bad-request` when the passcode is the only way to open the vault if the system cannot ask one day. */
export function wayOutWithout({ lock, recoveryKey }: VaultStatus): void {
  if (lock.systemProof === null || recoveryKey === 'made') return;
  throw new Failed('bad-request', words.systemProof.onlyWayOut, words.systemProof.makeWayOut);
}
