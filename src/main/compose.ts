import { basename, join } from 'node:path';
import type { Token, VaultStatus } from '../shared/contract/models.ts';
import { accessHandlers } from './access/access-desk.ts';
import { activityHandlers } from './activity/activity-handlers.ts';
import { ActivityLog } from './activity/activity-log.ts';
import { appHandlers } from './app-handlers.ts';
import { composeAccess } from './compose-access.ts';
import { composeDiagnosis } from './compose-diagnosis.ts';
import { composeLife, trayOf } from './compose-life.ts';
import { composePrograms } from './compose-programs.ts';
import { composeRotation } from './compose-rotation.ts';
import { composeWizard } from './compose-wizard.ts';
import { freeMemory } from './freed-memory.ts';
import type { Handlers } from './ipc/router.ts';
import { lifeHandlers } from './life/life-handlers.ts';
import { OktaClient } from './okta/client.ts';
import { OrgStore } from './orgs/org-store.ts';
import { heldValue } from './rotation/machine.ts';
import { RotationStore } from './rotation/rotation-store.ts';
import { serviceHandlers } from './service/service-desk.ts';
import { settingsHandlers } from './settings/settings-handlers.ts';
import { SettingsStore } from './settings/settings-store.ts';
import { TestDesk } from './testing/test-desk.ts';
import { TestStore } from './testing/test-store.ts';
import { TimedClipboard } from './tokens/timed-clipboard.ts';
import { tokenHandlers } from './tokens/token-handlers.ts';
import { TokenStore } from './tokens/token-store.ts';
import { Usage } from './usage/usage.ts';
import { AutoLock } from './vault/auto-lock.ts';
import { Vault } from './vault/vault.ts';
import { vaultHandlers } from './vault/vault-handlers.ts';
import { Drafts } from './wizard/drafts.ts';
import type { Noted, World } from './world.ts';

/** The running features, as the app's start, its menu and the power events need them. */
export interface Keyturn {
  readonly handlers: Handlers;
  readonly settings: SettingsStore;
  /** Looks for the vault; called after the first paint, since it may make the keyring prompt. */
  start(): Promise<void>;
  lock(): void;
  /** After sleep. */
  wake(): void;
  /** Test all, from the tray. */
  testAll(): void;
  /** Wipes what is in memory and clears the clipboard; the app may end after. */
  end(): Promise<void>;
}

/** Puts the features together. Only here do they meet; each knows the vault, the Okta client and its own files. */
export function compose(world: World): Keyturn {
  const { clock, publish } = world;

  const vault = new Vault({ folder: world.userData, keyring: world.keyring, clock, log: world.log });
  const settings = new SettingsStore(join(world.userData, 'settings.json'), vault, world.extraCaFile);
  const network = () => ({ ...settings.network(), resolveSystemProxy: world.resolveProxy });
  const client = new OktaClient({
    clock,
    version: world.info.version,
    log: world.log,
    network,
  });

  const orgs = new OrgStore(vault);
  const tokens = new TokenStore(vault);
  const tests = new TestStore(vault);
  const rotationStore = new RotationStore(vault);
  const activity = new ActivityLog(vault, world.user);
  const copied = new TimedClipboard(world.clipboard, clock, (reason) =>
    publish('clipboardCleared', { reason }),
  );
  const drafts = new Drafts(world.clipboard, (origin, secret) => tokens.labelOfValue(origin, secret));

  const isOpen = () => vault.status().phase === 'open';
  const publishTokens = () => {
    const all = isOpen() ? tokens.list() : null;
    if (all !== null) publish('tokensChanged', { tokens: all, orgs: orgs.list() });
    world.onTray(trayOf(all, clock.now()));
  };
  let trayDue: (() => void) | null = null;
  /** Test all ends a test every few milliseconds, and the tray reads every token. */
  const showTraySoon = () => {
    trayDue ??= clock.after(250, () => {
      trayDue = null;
      world.onTray(trayOf(isOpen() ? tokens.list() : null, clock.now()));
    });
  };
  const originOf = ({ id }: Token): string => orgs.originOf(id);

  /** Okta's ids that a token surely has not: those of the other kept tokens, and of the value its own rotation holds beside it. */
  const othersThan = (tokenId: string | null): string[] => {
    const open = tokenId === null ? null : rotationStore.openOf(tokenId);
    const held = open === null ? null : heldValue(open);
    const heldId = held === 'old' ? open?.oldOktaTokenId : held === 'new' ? open?.newOktaTokenId : null;
    return [...tokens.oktaIdsBesides(tokenId), ...(heldId == null ? [] : [heldId])];
  };

  const desk = new TestDesk({
    client,
    clock,
    publish,
    testable: (tokenId) => ({
      origin: orgs.originOf(tokenId),
      secret: tokens.secretOf(tokenId),
      known: () => {
        const { lastTest, capturedAt } = tokens.get(tokenId);
        // What a test of an earlier value learnt says nothing of the one that was pasted since.
        const facts = lastTest !== null && lastTest.at >= capturedAt ? lastTest.facts : null;
        return {
          oktaTokenId: facts?.oktaTokenId ?? null,
          network: facts?.network ?? null,
          others: othersThan(tokenId),
        };
      },
    }),
    all: () =>
      tokens
        .list()
        .filter((token) => token.readable && token.revokedAt === null)
        .map((token) => ({ tokenId: token.id, origin: originOf(token) })),
    keep: (tokenId, record) => {
      vault.transaction(() => {
        tests.keep(tokenId, record);
        noteToken('token.tested', tokens.get(tokenId), record.outcome.sentence, {
          outcome: record.outcome.word,
          requestId: record.outcome.requestId,
        });
      });
      // What follows from it may come a moment later.
      setImmediate(() => {
        if (!isOpen()) return;
        showTraySoon();
        void life.tested(tokenId, record);
      });
    },
    onTrouble: (error) => world.log.note('test.trouble', { error: String(error).slice(0, 300) }),
  });

  const note = (facts: Noted): void => {
    if (!isOpen()) return;
    const entry = activity.append({
      at: clock.now(),
      tokenId: null,
      label: '',
      orgHost: '',
      outcome: 'ok',
      requestId: null,
      ...facts,
    });
    // Not before it is on disk with what it is about, and after what the window waits for.
    setImmediate(() => publish('activityAdded', { entry }));
  };
  const noteToken = (action: string, token: Token, sentence: string, more: Partial<Noted> = {}): void =>
    note({ action, tokenId: token.id, label: token.label, orgHost: token.orgHost, sentence, ...more });

  const { rotations, quietWatch, rotationHandlers } = composeRotation({
    world,
    vault,
    client,
    orgs,
    tokens,
    tests,
    desk,
    store: rotationStore,
    originOf,
    publishTokens,
    note,
  });
  const life = composeLife({
    world,
    vault,
    client,
    settings,
    tokens,
    tests,
    originOf,
    publishTokens,
    noteToken,
  });
  const diagnosis = composeDiagnosis({ world, client, network, orgs, tokens, tests, drafts });
  const usage = new Usage({
    vault,
    client,
    clock,
    log: world.log,
    publish,
    orgs: () => orgs.list(),
    tokens: () => tokens.list(),
    token: (tokenId) => tokens.get(tokenId),
    secretOf: (tokenId) => tokens.secretOf(tokenId),
    keepDays: () => settings.plain.usageKeepDays,
  });
  const programs = composePrograms({
    world,
    vault,
    client,
    settings,
    tokens,
    originOf,
    publishTokens,
    noteToken,
  });
  const { access, service } = composeAccess({
    world,
    vault,
    client,
    orgs,
    tokens,
    copied,
    originOf,
    noteToken,
  });

  const autoLock = new AutoLock(clock, () => settings.plain.lockAfterMinutes, lock);
  const status = (): VaultStatus => ({ ...vault.status(), locksAt: autoLock.locksAt });
  const publishStatus = () => publish('vaultChanged', status());
  const publishSettings = () => {
    const view = settings.view();
    publish('settingsChanged', view);
    world.onSettings(view);
  };

  /** Everything that held a value or a key lets go of it, then the page starts afresh. */
  function lock(): void {
    if (!vault.canLock()) return;
    desk.cancelAll();
    rotations.cancelAll();
    quietWatch.stop();
    life.lock();
    programs.lock();
    access.cancelAll();
    service.cancelAll();
    diagnosis.cancelAll();
    drafts.discardAll();
    const cleared = copied.clear('lock');
    autoLock.stop();
    usage.stop();
    note({ action: 'vault.locked', sentence: 'Locked.' });
    vault.lock();
    void client.networkChanged();
    world.reloadWindow();
    // In a turn of its own, when nothing on the way here holds anything any more.
    void cleared.then(() => setImmediate(freeMemory));
  }

  let wasOpen = false;
  vault.onChange(() => {
    if (isOpen() && !wasOpen) {
      if (vault.canLock()) autoLock.restart();
      client.networkChanged();
      usage.start();
      publishSettings();
      note({ action: 'vault.opened', sentence: `Opened, ${vault.status().keptIn?.sentence ?? ''}.` });
      quietWatch.start();
      life.start();
      programs.opened();
    }
    if (!isOpen() && wasOpen) usage.stop();
    wasOpen = isOpen();
    publishStatus();
    publishTokens();
  });

  const handlers: Handlers = {
    app: appHandlers(
      world,
      (text) => copied.copy(text),
      () => {
        if (!isOpen() || !vault.canLock()) return;
        autoLock.restart();
        publishStatus();
      },
    ),
    vault: vaultHandlers({
      vault,
      dialogs: world.dialogs,
      opener: world.opener,
      clock,
      folder: world.userData,
      lock,
      status,
      note: (action, sentence) => note({ action, sentence }),
    }),
    orgs: { list: () => orgs.list() },
    tokens: tokenHandlers({
      tokens,
      copied,
      originOf,
      isRotating: (tokenId) => rotationStore.openOf(tokenId) !== null,
      remove: (tokenId) =>
        vault.transaction(() => {
          noteToken(
            'token.removed',
            tokens.get(tokenId),
            'It was removed from Keyturn; in Okta it goes on working.',
          );
          usage.forget(tokenId);
          tokens.remove(tokenId);
          orgs.dropUnused();
        }),
      onChanged: () => {
        publishTokens();
        programs.settle();
      },
      note: noteToken,
    }),
    wizard: composeWizard({
      world,
      vault,
      client,
      orgs,
      tokens,
      tests,
      drafts,
      desk,
      othersThan,
      life,
      publishTokens,
      noteToken,
    }),
    testing: {
      test: ({ tokenId }) => ({ jobId: desk.testToken(tokenId) }),
      testAll: () => ({ jobId: desk.testAll() }),
      history: ({ tokenId, limit }) => tests.history(tokenId, limit),
      cancel: ({ jobId }) => {
        desk.cancel(jobId);
        return {};
      },
    },
    access: accessHandlers(access),
    diagnosis: diagnosis.handlers(),
    usage: usage.handlers(),
    rotation: rotationHandlers,
    programs: programs.handlers,
    service: serviceHandlers(service),
    life: lifeHandlers(life, world.dialogs, () => tokens.list(), clock, noteToken),
    activity: activityHandlers(
      activity,
      world.dialogs,
      () => clock.now(),
      (path) =>
        note({ action: 'activity.exported', sentence: `The record was exported to ${basename(path)}.` }),
    ),
    settings: settingsHandlers({
      settings,
      dialogs: world.dialogs,
      onNetwork: () => client.networkChanged(),
      onChanged: (names) => {
        note({ action: 'settings.changed', sentence: `Changed: ${names.join(', ')}.` });
        if (names.includes('usageKeepDays')) usage.keepDaysChanged();
        if (names.includes('programsPort')) programs.settle();
        if (names.includes('lockAfterMinutes') && isOpen() && vault.canLock()) autoLock.restart();
        publishSettings();
        publishStatus();
      },
    }),
  };

  return {
    handlers,
    settings,
    start: async () => {
      await vault.start();
    },
    lock,
    wake: () => {
      autoLock.catchUp();
      life.look();
    },
    testAll: () => {
      if (isOpen()) desk.testAll();
    },
    end: async () => {
      trayDue?.();
      desk.cancelAll();
      rotations.cancelAll();
      quietWatch.stop();
      life.stop();
      programs.stop();
      access.cancelAll();
      service.cancelAll();
      diagnosis.cancelAll();
      drafts.discardAll();
      autoLock.stop();
      usage.stop();
      await copied.clear('quit');
      vault.close();
      await client.close();
    },
  };
}
