import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/main/base/clock.ts';
import { Secret } from '../../src/main/base/secret.ts';
import { OrgStore } from '../../src/main/features/orgs/store.ts';
import { TokenStore } from '../../src/main/features/tokens/store.ts';
import { Vault } from '../../src/main/vault/vault.ts';
import { launch } from '../../tests/support/launch.ts';
import { identity, profile } from '../../tests/unit/main/samples.ts';
import { MemoryKeyring, quiet } from '../../tests/unit/vault/memory-keyring.ts';

/** Nothing listens there, so the app reaches nobody. */
const host = 'acme.localhost:9';
const passphrase = 'a good passphrase of the bench';

/** Fills the new vault of `userData` with `count` tokens, as a person does: the running app restores a backup of them. */
export async function fillVault(userData: string, count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-bench-'));
  const path = join(folder, 'bench.keyturn-backup');
  try {
    await backUp(join(folder, 'Keyturn'), path, count);
    const app = await launch({ userData });
    const { page, control } = app;
    await page.getByRole('button', { name: 'Restore a backup' }).click();
    await control.answerDialog({ canceled: false, filePaths: [path] });
    await page.getByLabel('Passphrase of the backup').fill(passphrase);
    await page.getByRole('button', { name: 'Choose the backup file' }).click();
    await page.getByRole('searchbox', { name: 'Filter tokens' }).waitFor({ timeout: 60_000 });
    await app.quit();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function backUp(folder: string, path: string, count: number): Promise<void> {
  const store = new Vault({ folder, keyring: new MemoryKeyring(), clock: systemClock, log: quiet });
  try {
    await store.start();
    const tokens = new TokenStore(store);
    const orgId = new OrgStore(store).keep(identity(host), 0);
    store.transaction(() => {
      for (let n = 0; n < count; n++) {
        const value = Secret.fromText(`00${randomBytes(30).toString('base64url')}`);
        tokens.add(orgId, `https://${host}`, profile(`service-${n}`), value, Date.now());
      }
    });
    await store.saveBackup(path, Secret.fromText(passphrase));
  } finally {
    store.close();
  }
}
