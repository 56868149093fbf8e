import { accessFeature } from '../features/access/feature.ts';
import { activityFeature } from '../features/activity/feature.ts';
import { appFeature } from '../features/app/feature.ts';
import { CommandsDesk } from '../features/commands/desk.ts';
import { serveCommand } from '../features/commands/serve.ts';
import { diagnosisFeature } from '../features/diagnosis/feature.ts';
import { lifeFeature } from '../features/life/feature.ts';
import { orgsFeature } from '../features/orgs/feature.ts';
import { overviewFeature } from '../features/overview/feature.ts';
import { plaintextFeature } from '../features/plaintext/feature.ts';
import { programsFeature } from '../features/programs/feature.ts';
import { rotationFeature } from '../features/rotation/feature.ts';
import { serviceFeature } from '../features/service/feature.ts';
import { settingsFeature } from '../features/settings/feature.ts';
import { tasksFeature } from '../features/tasks/feature.ts';
import { testingFeature } from '../features/testing/feature.ts';
import { tokensFeature } from '../features/tokens/feature.ts';
import { TimedClipboard } from '../features/tokens/timed-clipboard.ts';
import { updatesFeature } from '../features/updates/feature.ts';
import { usageFeature } from '../features/usage/feature.ts';
import { vaultFeature } from '../features/vault/feature.ts';
import { type Guarded, Proof, proofOf } from '../features/vault/proof.ts';
import { wizardFeature } from '../features/wizard/feature.ts';
import { Drafts } from '../features/wizard/store.ts';
import { ofCarrying } from './carrying-needs.ts';
import { featureList } from './feature-list.ts';
import { followKey } from './follow-key.ts';
import type { House } from './house.ts';
import * as needs from './needs.ts';
import { ofPlaintext } from './plaintext-needs.ts';
import { ofTokens } from './token-needs.ts';
import { appInLog } from './witnesses.ts';

/** Builds the features. Each gets the few functions that it needs from the others. Features are joined only here. */
export function buildFeatures(house: House) {
  const { world, vault, policy, settings, tokens, note } = house;
  const copied = new TimedClipboard(world.clipboard, world.clock, (reason) =>
    world.publish('clipboardCleared', { reason }),
  );
  const proof = new Proof(world.clock, () => proofOf(vault.status()));
  vault.onProved(() => proof.given());
  const needProof = (action: Guarded) => {
    if (action === 'copyValue' || action === 'copyPrivateKey') policy.permit('copy');
    if (action === 'programs' || action === 'giveValue') policy.permit('programs');
    proof.need(action);
  };
  const drafts = new Drafts(copied.forCapture(), (origin, secret) => tokens.labelOfValue(origin, secret));

  const life = lifeFeature(needs.ofLife(house, () => service.desk.list().apps));
  const testing = testingFeature(
    needs.ofTesting(
      house,
      (tokenId, record) => life.desk.tested(tokenId, record),
      () => service.desk.testable(),
    ),
  );
  const usage = usageFeature(needs.ofUsage(house, (id) => appInLog(service.desk, id)));
  const access = accessFeature(
    needs.ofAccess(house, (tokenId, before, after) => service.desk.agreeForToken(tokenId, before, after)),
  );
  const service = serviceFeature(
    needs.ofService(house, access.desk, drafts, copied, needProof, () => tellApps()),
  );
  house.listApps(() => service.desk.list().apps);
  const tasks = tasksFeature(needs.ofTasks(house));
  const diagnosis = diagnosisFeature(needs.ofDiagnosis(house, drafts));
  const rotation = rotationFeature(
    needs.ofRotation(house, testing.desk, service.desk, copied.forCapture(), needProof),
  );
  const programs = programsFeature(
    needs.ofPrograms(
      house,
      service.desk,
      needProof,
      (socket) => void serveCommand(socket, commands, world.log),
    ),
  );
  const commands = new CommandsDesk(
    needs.ofCommands(house, testing.desk, service.desk, access.desk, (id) => programs.aliasOf(id)),
  );
  const plaintext = plaintextFeature(ofPlaintext(house));
  const overview = overviewFeature(needs.ofOverview(house, () => access.desk.judgements(), tasks.resting));
  const wizard = wizardFeature(
    needs.ofWizard(house, drafts, testing.desk, life.desk, (findingId) => plaintext.desk.found(findingId)),
  );
  const tokenList = tokensFeature({
    ...ofTokens(house, copied, forgetToken, needProof),
    onChanged: tellApps,
  });
  const keeping = vaultFeature({
    ...house,
    folder: world.userData,
    carrying: ofCarrying(house, service.desk),
    onImported: tellApps,
    followKey: followKey(house),
    proof,
    note: (action, sentence) => note({ action, sentence }),
  });
  const updates = updatesFeature({
    ...{ clock: world.clock, log: world.log },
    ...world.updates,
    isForbidden: () => policy.refusal('updates') !== null,
    isWanted: () => settings.plain.lookForUpdates,
    busy: () => (rotation.works() ? 'rotation' : tasks.works() ? 'job' : null),
    tell: (view) => world.publish('updatesChanged', view),
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
    onChanged: (names, sentence) => {
      note({ action: 'settings.changed', sentence });
      if (names.includes('usageKeepDays')) usage.desk.keepDaysChanged();
      if (names.includes('programsPort')) programs.settle();
      if (names.includes('lockAfterMinutes')) keeping.restartLock();
      if (names.includes('lookForUpdates')) updates.desk.settle();
      setting.tell();
    },
  });
  const activity = activityFeature({ ...house, note: (action, sentence) => note({ action, sentence }) });
  const app = appFeature({
    ...world,
    permit: (action) => policy.permit(action),
    news: house.news,
    info: house.handlers.app.info,
    copyForAWhile: (text) => copied.copy(text),
    onActivity: () => keeping.restartLock(),
  });
  /** Called in the transaction that removes a token. Returns what is left to do when nobody can undo the removal any more. */
  function forgetToken(tokenId: string): () => void {
    const forgetUse = usage.desk.forgetLater(tokenId);
    service.desk.part(tokenId);
    return forgetUse;
  }
  /** Tells the window which credentials exist. A new app may have added its org, and an app may have lost its token. */
  function tellApps(): void {
    house.tellTokens();
    if (house.isOpen()) house.publish('appsChanged', service.desk.list());
    programs.settle();
  }
  const list = featureList([
    // In the order of opening. A lock and the end call the list in reverse order.
    ...[setting, keeping, usage, rotation, life, testing, access, tasks, service, diagnosis],
    ...[programs, plaintext, overview, wizard, tokenList, orgsFeature(house.orgs), activity, app, updates],
  ]);
  return { list, commands, keeping, life, programs, setting, testing, updates, usage };
}
