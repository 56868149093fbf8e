import { basename } from 'node:path';
import { isoDay } from '../../../shared/iso-day.ts';
import type { Handlers } from '../../ipc/router.ts';
import { type Anyway, backupParts } from '../../vault/backup.ts';
import { checkPassphrase } from '../../vault/passphrase-strength.ts';
import { exportTokens, importTokens } from './carrying.ts';
import type { VaultHandlerNeeds } from './handler-needs.ts';
import { withSecret } from './with-secret.ts';
import { words } from './words.ts';

type FileMethods =
  | 'saveBackup'
  | 'restoreBackup'
  | 'exportTokens'
  | 'importTokens'
  | 'dailyBackups'
  | 'backUpNow'
  | 'readBackup'
  | 'restoreDaily'
  | 'beginAnew';

/** Returns the vault's methods that write or read a file of the vault: backups, exports, and beginning anew. */
export function fileHandlers(needs: VaultHandlerNeeds): Pick<Handlers['vault'], FileMethods> {
  const { vault, daily, status, note, proof } = needs;
  return {
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
  };
}
