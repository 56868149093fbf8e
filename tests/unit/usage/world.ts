import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FakeToken } from '../../../src/demo/okta/model.ts';
import type { Clock } from '../../../src/main/base/ports.ts';
import { Secret } from '../../../src/main/base/secret.ts';
import { Vault } from '../../../src/main/vault/vault.ts';
import type { FakeOkta, RunningOrg } from '../../fake-okta/server.ts';
import { MemoryKeyring, quiet } from '../vault/memory-keyring.ts';

export interface OpenVault {
  readonly vault: Vault;
  readonly folder: string;
  readonly keyring: MemoryKeyring;
  /** Closes it and opens it again, as a restart does. */
  reopen(): Promise<Vault>;
  end(): void;
}

/** A real vault in a folder of its own. */
export async function openVault(clock: Clock): Promise<OpenVault> {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-usage-'));
  const keyring = new MemoryKeyring();
  let vault = new Vault({ folder, keyring, clock, log: quiet });
  await vault.start();
  return {
    get vault() {
      return vault;
    },
    folder,
    keyring,
    async reopen() {
      vault.close();
      vault = new Vault({ folder, keyring, clock, log: quiet });
      await vault.start();
      return vault;
    },
    end() {
      vault.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A kept org, as usage needs one: only its row. */
export function addOrg(vault: Vault, id: string): void {
  vault.write(
    'INSERT INTO orgs (id, created_at, identity) VALUES (?, 0, ?)',
    id,
    vault.sealJson({ table: 'orgs', rowId: id, column: 'identity' }, { host: 'kept' }),
  );
}

/** Does something by a token that leaves an event in its org's log. */
export function act(org: RunningOrg, token: FakeToken, type = 'group.user_membership.add', more = {}): void {
  org.org.log(type, org.org.user(token.userId), null, {
    tokenId: token.id,
    userAgent: 'okta-sdk-golang/4.1.0',
    ...more,
  });
}

export const secretOf = (token: FakeToken) => (): Secret => Secret.fromText(token.value);

export const orgOf = (fake: FakeOkta): RunningOrg => {
  const acme = fake.org('acme');
  acme.org.limits.set('/api/v1/logs', 10_000);
  return acme;
};
