import { basename } from 'node:path';
import type { VaultStatus } from '../../../shared/contract/vault-status.ts';
import { isoDay } from '../../../shared/iso-day.ts';
import { Failed } from '../../base/failure.ts';
import type { Clock, Dialogs, Opener } from '../../base/ports.ts';
import { Secret } from '../../base/secret.ts';
import type { Handlers, Publisher } from '../../ipc/router.ts';
import { type Anyway, backupParts } from '../../vault/backup.ts';
import type { Renewal } from '../../vault/key-renewal.ts';
import { checkPasscode } from '../../vault/passcode-strength.ts';
import { checkPassphrase } from '../../vault/passphrase-strength.ts';
import { notNow } from '../../vault/problems.ts';
import type { UnfinishedFiles } from '../../vault/unfinished-files.ts';
import type { Vault } from '../../vault/vault.ts';
import { type CarryingNeeds, exportTokens, importTokens } from './carrying.ts';
import type { DailyBackups } from './daily-backups.ts';
import type { Proof } from './proof.ts';
import { setSystemProof, wayOutWithout } from './system-proof.ts';
import { words } from './words.ts';

export interface VaultHandlerNeeds {
  readonly vault: Vault;
  readonly unfinished: UnfinishedFiles;
  readonly daily: Pick<DailyBackups, 'view' | 'now' | 'wayChanged'>;
  readonly carrying: CarryingNeeds;
  /** Called when an import has added tokens. */
  readonly onImported: () => void;
  readonly dialogs: Dialogs;
  readonly opener: Opener;
  readonly clock: Clock;
  readonly folder: string;
  readonly lock: () => void;
  /** Changes the stores when the vault gets another data key. */
  readonly followKey: Renewal['follow'];
  readonly publish: Publisher['publish'];
  readonly proof: Proof;
  /** Returns the vault's status with the app's additions. */
  readonly status: () => VaultStatus;
  /** Writes into the record of activity when the vault is open. */
  readonly note: (action: string, sentence: string) => void;
}

/** Returns the vault's methods. What a person typed becomes a Secret at once, and is wiped when the method ends. */
export function vaultHandlers(needs: VaultHandlerNeeds): Handlers['vault'] {
  const { vault, daily, status, note, proof } = needs;
  const withSecret = async <T>(text: string, by: (secret: Secret) => Promise<T>): Promise<T> => {
    using secret = Secret.fromText(text);
    return await by(secret);
  };
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
    saveBackup: async ({ passphrase }) => {
      proof.need('backup');
      await withSecret(passphrase, checkPassphrase);
      const day = isoDay(needs.clock.now());
      const path = await needs.dialogs.saveFile(words.files.saveBackup, `keyturn-${day}.keyturn-backup`);
      if (path === null) return { path: null, tokens: 0 };
      const { tokens } = await withSecret(passphrase, (secret) =>
        needs.unfinished.during(backupParts(path), () => vault.saveBackup(path, secret)),
      );
      note('vault.backup', words.record.backupSaved(tokens, basename(path)));
      return { path, tokens };
    },
    restoreBackup: async ({ passphrase }) => {
      const path = await needs.dialogs.openFile(words.files.openBackup, ['keyturn-backup']);
      if (path === null) return { status: status(), tokens: null, oldFile: null };
      const anyway: Anyway = (opening, doubt) => {
        const { question, detail, button } = words.doubt[doubt];
        return needs.dialogs.confirm(question, detail(opening), button);
      };
      const { tokens, oldFile } = await withSecret(passphrase, (secret) =>
        vault.restoreBackup(path, secret, anyway),
      );
      note('vault.restored', words.record.restored(basename(path)));
      return { status: status(), tokens, oldFile: oldFile === null ? null : basename(oldFile) };
    },
    exportTokens: async ({ passphrase }) => {
      proof.need('exportTokens');
      await withSecret(passphrase, checkPassphrase);
      const name = `keyturn-${isoDay(needs.clock.now())}.age`;
      const path = await needs.dialogs.saveFile(words.files.exportTokens, name);
      if (path === null) return { path: null, tokens: 0, apps: 0, leftOut: 0 };
      const done = await withSecret(passphrase, (secret) => exportTokens(needs.carrying, path, secret));
      note('vault.exported', words.record.exported(done, basename(path)));
      return { path, ...done };
    },
    importTokens: async ({ passphrase }) => {
      const path = await needs.dialogs.openFile(words.files.importTokens, ['age']);
      if (path === null) return { added: null, alreadyHere: { tokens: 0, apps: 0 } };
      const done = await withSecret(passphrase, (secret) => importTokens(needs.carrying, path, secret));
      note('vault.imported', words.record.imported(done.added, basename(path)));
      needs.onImported();
      return done;
    },
    dailyBackups: () => daily.view(),
    backUpNow: () => {
      daily.now();
      return daily.view();
    },
    readBackup: async ({ day }) => {
      const { tokens, unreadableTokens } = await vault.readBackup(day);
      note('vault.backup-read', words.record.backupRead(day, tokens));
      return { tokens, unreadable: unreadableTokens };
    },
    restoreDaily: async ({ day }) => {
      const { tokens, oldFile } = await vault.restoreDaily(day);
      note('vault.restored', words.record.dailyRestored(day));
      return { status: status(), tokens, oldFile: oldFile === null ? null : basename(oldFile) };
    },
    beginAnew: async () => {
      const { oldFile } = await vault.beginAnew();
      note('vault.begun-anew', words.record.startedOver(basename(oldFile)));
      return { status: status(), oldFile: basename(oldFile) };
    },
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
