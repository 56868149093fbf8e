import { freeMemory } from '../base/freed-memory.ts';
import { accessFeature } from '../features/access/feature.ts';
import { activityFeature } from '../features/activity/feature.ts';
import { appFeature } from '../features/app/feature.ts';
import { CommandsDesk } from '../features/commands/desk.ts';
import { serveCommand } from '../features/commands/serve.ts';
import { diagnosisFeature } from '../features/diagnosis/feature.ts';
import { lifeFeature } from '../features/life/feature.ts';
import { orgsFeature } from '../features/orgs/feature.ts';
import { plaintextFeature } from '../features/plaintext/feature.ts';
import { programsFeature } from '../features/programs/feature.ts';
import { rotationFeature } from '../features/rotation/feature.ts';
import { serviceFeature } from '../features/service/feature.ts';
import { settingsFeature } from '../features/settings/feature.ts';
import type { SettingsStore } from '../features/settings/store.ts';
import { tasksFeature } from '../features/tasks/feature.ts';
import { testingFeature } from '../features/testing/feature.ts';
import { tokensFeature } from '../features/tokens/feature.ts';
import { TimedClipboard } from '../features/tokens/timed-clipboard.ts';
import { usageFeature } from '../features/usage/feature.ts';
import { vaultFeature } from '../features/vault/feature.ts';
import { type Guarded, Proof, proofOf } from '../features/vault/proof.ts';
import { wizardFeature } from '../features/wizard/feature.ts';
import { Drafts } from '../features/wizard/store.ts';
import type { Handlers } from '../ipc/router.ts';
import { featureList } from './feature-list.ts';
import { followKey } from './follow-key.ts';
import { openHouse } from './house.ts';
import * as needs from './needs.ts';
import { ofPlaintext } from './plaintext-needs.ts';
import { words } from './words.ts';
import type { World } from './world.ts';

/** The running features, as the app's start, its menu and the power events need them. */
export interface Keyturn {
  readonly handlers: Handlers;
  readonly settings: SettingsStore;
  /** Looks for the vault. Call it after the first paint, because the keyring may show a prompt. */
  start(): Promise<void>;
  /** Locks the vault, where it can be locked. */
  lock(): void;
  /** Catches up after sleep. */
  wake(): void;
  /** Tells the window that what Settings shows about this system has changed. */
  systemChanged(): void;
  /** Tests all tokens, for the tray. */
  testAll(): void;
  /** Wipes the memory and clears the clipboard. The app may end after it. */
  end(): Promise<void>;
}

/** Builds the stores, then the features in the order in which they open. Only here do features meet. */
export function compose(world: World): Keyturn {
  // 1. The vault, the Okta client and the stores.
  const house = openHouse(world);
  const { vault, settings, tokens, orgs, isOpen, note } = house;
  const copied = new TimedClipboard(world.clipboard, world.clock, (reason) =>
    world.publish('clipboardCleared', { reason }),
  );
  const proof = new Proof(world.clock, () => proofOf(vault.status()));
  vault.onProved(() => proof.given());
  const needProof = (action: Guarded) => proof.need(action);
  const drafts = new Drafts(copied.forCapture(), (origin, secret) => tokens.labelOfValue(origin, secret));

  // 2. The features, each with the narrow functions it needs of the others.
  const life = lifeFeature(needs.ofLife(house));
  const testing = testingFeature(
    needs.ofTesting(house, (tokenId, record) => life.desk.tested(tokenId, record)),
  );
  const usage = usageFeature(needs.ofUsage(house));
  const access = accessFeature(needs.ofAccess(house));
  const service = serviceFeature(needs.ofService(house, access.desk, copied, needProof));
  const tasks = tasksFeature(needs.ofTasks(house));
  const diagnosis = diagnosisFeature(needs.ofDiagnosis(house, drafts));
  const rotation = rotationFeature(needs.ofRotation(house, testing.desk, copied.forCapture(), needProof));
  const programs = programsFeature(
    needs.ofPrograms(house, needProof, (socket) => void serveCommand(socket, commands, world.log)),
  );
  const commands = new CommandsDesk(
    needs.ofCommands(house, testing.desk, (tokenId) => programs.aliasOf(tokenId)),
  );
  const plaintext = plaintextFeature(ofPlaintext(house));
  const wizard = wizardFeature(
    needs.ofWizard(house, drafts, testing.desk, life.desk, (findingId) => plaintext.desk.found(findingId)),
  );
  const tokenList = tokensFeature({
    ...needs.ofTokens(house, copied, (tokenId) => usage.desk.forget(tokenId), needProof),
    onChanged: () => {
      house.tellTokens();
      programs.settle();
    },
  });
  const keeping = vaultFeature({
    ...house,
    folder: world.userData,
    lock,
    carrying: needs.ofCarrying(house),
    onImported: house.tellTokens,
    followKey: followKey(house),
    proof,
    keyringDoubt: () => world.keyring.doubt?.() ?? '',
    lockAfterMinutes: () => settings.plain.lockAfterMinutes,
    note: (action, sentence) => note({ action, sentence }),
  });
  const setting = settingsFeature({
    settings,
    dialogs: world.dialogs,
    tell: () => {
      const view = settings.view();
      world.publish('settingsChanged', view);
      world.onSettings(view);
    },
    onNetwork: () => house.client.networkChanged(),
    onChanged: (names) => {
      note({ action: 'settings.changed', sentence: words.compose.changed(names) });
      if (names.includes('usageKeepDays')) usage.desk.keepDaysChanged();
      if (names.includes('programsPort')) programs.settle();
      if (names.includes('lockAfterMinutes')) keeping.restartLock();
      setting.tell();
    },
  });

  // 3. The list, in the order of opening. It is walked backward to lock and to end.
  const features = featureList([
    ...[
      setting,
      keeping,
      usage,
      rotation,
      life,
      testing,
      access,
      tasks,
      service,
      diagnosis,
      programs,
      plaintext,
      wizard,
      tokenList,
    ],
    orgsFeature(orgs),
    activityFeature({ ...house, note: (action, sentence) => note({ action, sentence }) }),
    appFeature({
      ...world,
      copyForAWhile: (text) => copied.copy(text),
      onActivity: () => keeping.restartLock(),
    }),
  ]);

  // 4. What happens when the vault opens and locks.
  let wasOpen = false;
  vault.onChange(() => {
    if (isOpen() && !wasOpen) {
      void house.client.networkChanged();
      features.opened();
      commands.opened();
    }
    // Damage closes an open vault without a lock.
    if (!isOpen() && wasOpen) usage.desk.stop();
    wasOpen = isOpen();
    keeping.tell();
    house.tellTokens();
  });

  /** Makes every feature wipe what it holds, locks the vault, and loads the page again. */
  function lock(): void {
    if (!vault.canLock()) return;
    const released = features.lock();
    note({ action: 'vault.locked', sentence: words.compose.locked });
    vault.lock();
    void house.client.networkChanged();
    world.reloadWindow();
    // This runs in a turn of its own, when no caller holds any of it any more.
    const failed = (error: unknown) => world.log.note('lock.trouble', { error: String(error) });
    void released.catch(failed).then(() => setImmediate(freeMemory));
  }

  return {
    handlers: features.handlers,
    settings,
    lock,
    start: async () => {
      programs.listen();
      await vault.start();
    },
    wake: () => {
      keeping.catchUp();
      life.desk.look();
    },
    systemChanged: () => setting.tell(),
    testAll: () => {
      if (isOpen()) testing.desk.testAll();
    },
    end: async () => {
      await features.end();
      await house.close();
    },
  };
}
