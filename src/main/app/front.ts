import { join } from 'node:path';
import type { firstEvents, firstMethods } from '../../shared/contract/first.compiled.ts';
import type { VaultStatus } from '../../shared/contract/vault-status.ts';
import { NewsSeen } from '../features/app/news-seen.ts';
import { OrgStore } from '../features/orgs/store.ts';
import { Policy } from '../features/settings/policy.ts';
import { SettingsStore } from '../features/settings/store.ts';
import { TokenChanges } from '../features/tokens/changes.ts';
import { TokenStore } from '../features/tokens/store.ts';
import { AutoLock } from '../features/vault/auto-lock.ts';
import type { HandlersOf, PublisherOf } from '../ipc/answers.ts';
import { Vault } from '../vault/vault.ts';
import type { World } from './world.ts';

/** What the window's first screen needs, and the rest of the app stands on: the vault, the settings, the orgs and the tokens. */
export type Front = ReturnType<typeof openFront>;

/** What the front gets from outside. It sends only the events of the first screen. */
export interface FrontWorld
  extends Pick<
    World,
    | 'userData'
    | 'extraCaFile'
    | 'info'
    | 'clock'
    | 'keyring'
    | 'readPolicy'
    | 'systemProof'
    | 'log'
    | 'screenLock'
    | 'reloadWindow'
  > {
  readonly publish: PublisherOf<typeof firstEvents>['publish'];
}

/** Builds the front. Its stores read nothing before the vault opens. */
export function openFront(world: FrontWorld) {
  const { clock, log, publish } = world;
  const vault = new Vault({
    ...{ folder: world.userData, keyring: world.keyring, clock, log },
    systemProof: world.systemProof,
  });
  const policy = new Policy(world.readPolicy);
  const settings = new SettingsStore(
    join(world.userData, 'settings.json'),
    vault,
    world.extraCaFile,
    world.screenLock,
    policy,
  );
  const orgs = new OrgStore(vault);
  const tokens = new TokenStore(vault);
  const tokenChanges = new TokenChanges();
  const news = new NewsSeen(join(world.userData, 'news-seen'), world.info.version, log);
  const isOpen = (): boolean => vault.status().phase === 'open';

  // Before the features exist, none of them has anything to wipe.
  let lockApp = (): void => {
    if (!vault.canLock()) return;
    vault.lock();
    world.reloadWindow();
  };
  const lock = (): void => lockApp();
  const autoLock = new AutoLock(clock, () => settings.plain.lockAfterMinutes, lock);

  /** Returns the vault's status with the app's additions. */
  const status = (): VaultStatus => {
    const doubt = world.keyring.doubt?.() ?? '';
    return { ...vault.status(), locksAt: autoLock.locksAt, ...(doubt === '' ? {} : { keyringDoubt: doubt }) };
  };
  const tellStatus = (): void => publish('vaultChanged', status());
  const tellTokens = (): void => {
    if (isOpen()) publish('tokensChanged', { ...tokenChanges.next(tokens.list()), orgs: orgs.list() });
  };

  let wasOpen = false;
  vault.onChange(() => {
    if (isOpen() && !wasOpen) {
      policy.refresh();
      if (vault.canLock()) autoLock.restart();
    }
    if (!isOpen() && wasOpen) {
      autoLock.stop();
      tokenChanges.startAnew();
    }
    wasOpen = isOpen();
    tellStatus();
    tellTokens();
  });

  const handlers: HandlersOf<typeof firstMethods> = {
    app: { info: () => ({ ...world.info, news: news.waits() }) },
    vault: { status },
    settings: { get: () => settings.view() },
    tokens: {
      list: () => {
        tokenChanges.startAnew();
        return tokens.list();
      },
    },
    orgs: { list: () => orgs.list() },
  };

  return {
    ...{ vault, policy, settings, orgs, tokens, tokenChanges, news, autoLock, handlers },
    ...{ isOpen, lock, status, tellStatus, tellTokens },

    /** Takes the lock of the whole app, which wipes the features before it locks the vault. */
    lockBy: (whole: () => void): void => {
      lockApp = whole;
    },
  };
}
