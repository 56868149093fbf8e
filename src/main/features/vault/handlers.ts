import type { VaultStatus } from '../../../shared/contract/vault-status.ts';
import { Failed } from '../../base/failure.ts';
import type { Clock } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import type { Handlers } from '../../ipc/router.ts';
import { checkPasscode } from '../../vault/passcode-strength.ts';
import { checkPassphrase } from '../../vault/passphrase-strength.ts';
import { notNow } from '../../vault/problems.ts';
import { fileHandlers } from './file-handlers.ts';
import type { VaultHandlerNeeds } from './handler-needs.ts';
import { setSystemProof, wayOutWithout } from './system-proof.ts';
import { withSecret } from './with-secret.ts';
import { words } from './words.ts';

/** Returns the vault's methods. What a person typed becomes a Secret at once, and is wiped when the method ends. */
export function vaultHandlers(needs: VaultHandlerNeeds): Handlers['vault'] {
  const { vault, daily, status, note, proof } = needs;
  const thenStatus = async (work: Promise<unknown>): Promise<VaultStatus> => {
    await work;
    return status();
  };
  return {
    status: () => status(),
    lock: () => {
      needs.lock();
      return {};
    },
    unlock: ({ passphrase }) =>
      passphrase === undefined
        ? thenStatus(vault.unlock())
        : withSecret(passphrase, (secret) => thenStatus(vault.unlock(secret))),
    prove: async ({ passcode }) => {
      const lock = vault.status().keptIn?.kind === 'passphrase' ? vault.passphrase : vault.passcode;
      await withSecret(passcode, (secret) => lock.prove(secret));
      return {};
    },
    choosePasscode: async ({ passcode, present }) => {
      const before = vault.status().lock.passcode;
      await withSecret(passcode, checkPasscode);
      if (before === 'none') proof.need('passcode');
      // When Keyturn checks no present passcode, a script in the window could choose one and lock the person out.
      if (before !== 'chosen') {
        const { question, detail, button, none } = words.passcode;
        const hasKey = vault.status().recoveryKey === 'made';
        if (!(await needs.dialogs.confirm(question, detail(hasKey), button)))
          throw new Failed('cancelled', none);
      }
      const after = await withSecret(passcode, (secret) =>
        present === undefined
          ? thenStatus(vault.passcode.choose(secret))
          : withSecret(present, (until) => thenStatus(vault.passcode.choose(secret, until))),
      );
      daily.wayChanged();
      note('vault.passcode', before !== 'none' ? words.record.passcodeChanged : words.record.passcodeChosen);
      return after;
    },
    proveBySystem: async () => {
      // The person sees what the proof is for, so a script in the window cannot make the system ask for nothing.
      const { wanted } = proof;
      if (wanted === null) throw notNow(words.nothingWaits);
      await vault.systemProof.prove(wanted);
      return {};
    },
    systemProof: async () => ({ way: await vault.systemProof.available() }),
    setSystemProof: async ({ on, present }) => {
      if (on) proof.need('systemProof');
      const said =
        present === undefined
          ? await setSystemProof(needs, on, null)
          : await withSecret(present, (secret) => setSystemProof(needs, on, secret));
      note('vault.system-proof', said);
      return status();
    },
    removePasscode: async ({ present }) => {
      wayOutWithout(vault.status());
      const after = await withSecret(present, (secret) => thenStatus(vault.passcode.remove(secret)));
      note('vault.passcode', words.record.passcodeRemoved);
      return after;
    },
    retry: () => thenStatus(vault.retry()),
    choosePassphrase: ({ passphrase }) =>
      withSecret(passphrase, async (secret) => {
        await checkPassphrase(secret);
        return thenStatus(vault.choosePassphrase(secret));
      }),
    changePassphrase: async ({ present, passphrase }) => {
      await withSecret(passphrase, checkPassphrase);
      // The system asks when Keyturn checks no present passphrase, as with a passcode.
      if (present === undefined && vault.status().lock.recovered) {
        const { question, detail, button, none } = words.passphraseAnew;
        if (!(await needs.dialogs.confirm(question, detail, button))) throw new Failed('cancelled', none);
      }
      const after = await withSecret(passphrase, (secret) =>
        present === undefined
          ? thenStatus(vault.passphrase.change(secret))
          : withSecret(present, (until) => thenStatus(vault.passphrase.change(secret, until))),
      );
      daily.wayChanged();
      note('vault.passphrase', words.record.passphraseChanged);
      return after;
    },
    renewKey: async ({ typed }) => {
      const { keptIn, lock } = vault.status();
      const judged = keptIn?.kind === 'passphrase' || lock.passcode !== 'none' ? typed : undefined;
      // When Keyturn checks nothing typed, a script in the window could drop the daily backups and the recovery key.
      if (judged === undefined) {
        proof.need('newKey');
        const { question, detail, button } = words.newKey;
        if (!(await needs.dialogs.confirm(question, detail, button)))
          throw new Failed('cancelled', words.newKey.none);
      }
      const renew = (secret?: Secret) =>
        vault.renewKey({
          typed: secret,
          follow: needs.followKey,
          anyway: (unreadable) => {
            const { question, detail, button } = words.newKeyAnyway;
            return needs.dialogs.confirm(question(unreadable), detail, button);
          },
          tell: seldom(needs.clock, (done, of) => needs.publish('newKeyProgress', { done, of })),
        });
      const { recoveryKey, removed } = await (judged === undefined ? renew() : withSecret(judged, renew));
      daily.wayChanged();
      note('vault.new-key', words.newKey.noted);
      return { status: status(), recoveryKey, removed };
    },
    keepForSession: () => thenStatus(vault.keepForSession()),
    makeRecoveryKey: async () => {
      proof.need('recoveryKey');
      const recoveryKey = await vault.makeRecoveryKey();
      note('vault.recovery-key', words.record.recoveryKeyMade);
      return { recoveryKey };
    },
    declineRecoveryKey: () => thenStatus(vault.declineRecoveryKey()),
    recover: async ({ recoveryKey }) => {
      const after = await withSecret(recoveryKey, (secret) => thenStatus(vault.recover(secret)));
      note('vault.recovered', words.record.recovered);
      return after;
    },
    ...fileHandlers(needs),
    showFolder: () => {
      needs.opener.showFolder(needs.folder);
      return {};
    },
  };
}

/** Returns a function that calls `tell` at most ten times a second, and always with the last number. */
function seldom(clock: Clock, tell: (done: number, of: number) => void): (done: number, of: number) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (done, of) => {
    if (done < of && clock.now() - last < 100) return;
    last = clock.now();
    tell(done, of);
  };
}
