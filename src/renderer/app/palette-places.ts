import { tools } from '../../shared/connect/tools.ts';
import { settingNames } from '../../shared/settings/words.ts';
import { words as access } from '../access/words.ts';
import { words as activity } from '../activity/words.ts';
import { words as diagnosis } from '../diagnosis/words.ts';
import { words as life } from '../life/words.ts';
import { words as plaintext } from '../plaintext/words.ts';
import { words as programs } from '../programs/words.ts';
import { words as rotation } from '../rotation/words.ts';
import { words as service } from '../service/words.ts';
import { words as settings } from '../settings/words.ts';
import { words as tasks } from '../tasks/words.ts';
import { words as token } from '../tokens/page-words.ts';
import { pageShared, words as ui } from '../ui/page-words.ts';
import { shared } from '../ui/words.ts';
import { words as usage } from '../usage/words.ts';
import { words } from './page-words.ts';
import type { Page } from './view-store.ts';

/** A control of a page that the palette leads to. */
export interface Place {
  readonly page: Page;
  /** The tab of a token's page, or null. */
  readonly tab: string | null;
  /**
   * The names that the control may have, by the state of the page: the name of a button, the label of a field, or the name of a card for
   * its first button. The palette shows the first name.
   */
  readonly names: readonly string[];
  /** Whether it is a section of the page: the name is then its heading. */
  readonly section?: boolean;
}

/** Returns the places on one page. A plain text is a control with one name. */
const on = (page: Page, names: readonly (string | readonly string[])[], tab: string | null = null): Place[] =>
  names.map((one) => ({ page, tab, names: typeof one === 'string' ? [one] : one }));

/** The sections of the settings. */
const settingSections = [
  settings.policyCard.title,
  settings.settingsPage.appearance,
  settings.noticeCard.notices,
  settings.safetyCard.safety,
  settings.dailyBackupsCard.dailyBackups,
  settings.networkCard.network,
  settings.usageCard.usage,
  settings.programsCard.programs,
  settings.updatesCard.updates,
  settings.about.about,
];

/** The sections of the settings, and the controls of the pages other than the tokens. */
export const pagePlaces: readonly Place[] = [
  ...on('settings', settingSections).map((place): Place => ({ ...place, section: true })),
  ...on('upcoming', [life.upcomingPage.exportCalendar]),
  ...on('inventory', [
    access.inventoryPage.org,
    [access.inventoryPage.readInventory, access.inventoryPage.readAgain],
  ]),
  ...on('tasks', [
    tasks.tasksPage.org,
    tasks.tasksPage.askWith,
    tasks.searchForm.searchInOkta,
    tasks.searchForm.help,
    tasks.searchForm.notSignedIn,
    tasks.searchForm.export,
    tasks.searchForm.keepSearch,
    tasks.planCard.what,
    tasks.changeForm.whom,
    tasks.planButtons.show,
  ]),
  ...on('plaintext', [
    plaintext.plaintextPage.chooseFolder,
    [plaintext.plaintextPage.search, plaintext.plaintextPage.searchAgain],
    plaintext.plaintextPage.withoutFolder,
  ]),
  ...on('activity', [
    activity.activityPage.filterActivity,
    activity.activityPage.checkRecord,
    activity.activityPage.exportCsv,
    activity.activityPage.exportJson,
  ]),
  ...on('settings', [
    settingNames.theme,
    settingNames.language,
    settings.languageSetting.restart,
    settingNames.startMinimised,
    settingNames.notifications,
    settingNames.quietHours,
    settings.noticeCard.quietFrom,
    settings.noticeCard.quietUntil,
    settingNames.showInTray,
    settingNames.startAtLogin,
    [settings.passcodeSetting.choose, settings.passcodeSetting.anew, settings.passcodeSetting.change],
    settings.passcodeSetting.remove,
    [
      settings.systemProofSetting.none,
      settings.systemProofSetting.unlockBy.polkit,
      settings.systemProofSetting.unlockBy['touch-id'],
      settings.systemProofSetting.proveBy.polkit,
      settings.systemProofSetting.proveBy['touch-id'],
    ],
    settings.passphraseSetting.change,
    settingNames.lockAfterMinutes,
    settingNames.lockOnSuspend,
    settingNames.lockOnScreenLock,
    settingNames.contentProtection,
    settings.safetyCard.saveABackup,
    shared.restoreBackup,
    settings.anotherComputer.exportTokens,
    settings.anotherComputer.importTokens,
    settings.safetyCard.makeNewKey,
    settings.newKeySetting.makeKey,
    settings.dailyBackupsCard.checkNewest,
    settings.dailyBackupsCard.backUpNow,
    settingNames.proxy,
    settings.networkCard.proxyAddress,
    settings.networkCard.saveProxy,
    settings.networkCard.chooseAFile,
    settings.networkCard.trustThese,
    settingNames.usageKeepDays,
    settingNames.programsPort,
    settingNames.lookForUpdates,
    [settings.updatesCard.lookNow, shared.restartToUpdate],
    settings.licencesDialog.licences,
    shared.showFolder,
    pageShared.copyForSupport,
  ]),
];

const { selectedToken } = words;

/** What a person can copy of an app. */
const appCopies = [
  service.useAppCard.copyPrivateKey,
  service.useAppCard.copyEnv,
  service.useAppCard.copyTerraform,
  service.useAppCard.copySdkConfiguration,
];

/** The control that restricts a token to network zones. */
export const networkPlace: Place = {
  page: 'tokens',
  tab: selectedToken.access,
  names: [access.networkCard.readFromOkta, access.networkCard.changeRestriction],
};

/** The controls of a token's page. */
export const tokenPlaces: readonly Place[] = [
  ...on(
    'tokens',
    [
      ui.profileCard.editDetails,
      [life.keepAliveCard.keepItAlive, life.keepAliveCard.stopKeepingAlive, pageShared.change],
      token.tokenEnd.replaceNow,
      token.tokenEnd.remove,
      token.tokenPage.pasteItAgain,
      pageShared.copyForSupport,
      diagnosis.diagnosisPanel.findOutWhy,
      diagnosis.diagnosisPanel.copyReport,
    ],
    selectedToken.overview,
  ),
  ...on(
    'tokens',
    [
      [access.xrayCard.xRay, access.xrayCard.xRayAgain],
      access.judgementCard.whatItIsFor,
      [access.judgementCard.readSystemLog, access.judgementCard.readAgain],
      networkPlace.names,
      access.compareCard.withXrayOf,
    ],
    selectedToken.access,
  ),
  ...on(
    'tokens',
    [
      usage.usageTab.readNow,
      usage.usageTab.openLog,
      [usage.unusualCard.itIsRetired, usage.unusualCard.itIsInUse],
      usage.shareCard.shareOfLimits,
    ],
    selectedToken.usage,
  ),
  ...on(
    'tokens',
    [
      programs.doorCard.letPrograms,
      ...[
        token.useTab.value,
        words.palettePlaces.curl,
        words.palettePlaces.env,
        token.useTab.terraform,
        token.useTab.sdkConfiguration,
      ].map(token.useTab.copy),
      ...tools.map(({ name }) => name),
    ],
    selectedToken.programs,
  ),
  ...on(
    'tokens',
    [
      [service.oauthTab.makeAKey, service.makeAppCard.replaceAtOnce],
      service.appGuide.copyPublicKey,
      [pageShared.clientId, service.testAppCard.keepClientId],
      service.testAppCard.testTheApp,
      ...appCopies,
      [service.leaveCard.revokeToken, service.leaveCard.continueRevoke],
      service.removeApp.removeTheApp,
    ],
    selectedToken.oauth,
  ),
];

/** The controls of the page of a rotation. The palette has them while the open token has a rotation on its page, or one that is not over. */
export const rotationPlaces: readonly Place[] = on('tokens', [
  rotation.rotationPage.tokenPage,
  [rotation.rotationPage.endRotation, rotation.rotationPage.endWithoutReplacement],
  rotation.rotationPage.resumeRotation,
  rotation.rotationPage.giveUp,
  rotation.rotationPage.undoRotation,
  [rotation.rotationPage.revokeOldToken, rotation.rotationPage.revokeToken],
  rotation.rotationPage.finish,
  pageShared.openAdminConsole,
  pageShared.pasteFromClipboard,
  pageShared.enterByHand,
  [rotation.captureStage.testCompare, pageShared.testAgain],
  pageShared.useAnotherValue,
  rotation.compareStage.handOver,
  rotation.compareStage.compareAgain,
  rotation.handOverStage.addConsumer,
  rotation.handOverStage.copyNewValue,
  rotation.quietStage.checkNow,
  rotation.revokeStage.exportAsHtml,
  rotation.revokeStage.exportAsJson,
]);

/** The controls of an open job of the Tasks page. The palette has them while a job is open. */
export const jobPlaces: readonly Place[] = on('tasks', [
  tasks.jobView.back,
  tasks.jobView.start,
  tasks.jobView.discard,
  tasks.jobView.pause,
  tasks.jobView.goOn,
  tasks.jobView.cancelJob,
  tasks.jobView.saveResults,
  tasks.jobView.forget,
]);

/** The controls of the page of an OAuth service app. */
export const appPlaces: readonly Place[] = [
  ...on('tokens', [ui.profileCard.editDetails, service.removeApp.removeTheApp], service.appPage.overview),
  ...on('tokens', [ui.jobFields.whatItIsFor, service.jobCard.keepJob], service.appPage.access),
  ...on(
    'tokens',
    [
      service.keyTab.rotateKey,
      service.keyStages.testKey,
      service.keyStages.useNewKey,
      service.keyStages.checkOldKey,
      [service.keyRotationCard.undo, service.keyRotationCard.endWithoutProof],
      service.appGuide.copyPublicKey,
    ],
    service.appPage.key,
  ),
  ...on(
    'tokens',
    [programs.doorCard.letPrograms, ...appCopies, ...tools.map(({ name }) => name)],
    service.appPage.programs,
  ),
  ...on(
    'tokens',
    [
      pageShared.openAdminConsole,
      service.makeAppCard.replaceAtOnce,
      service.appGuide.copyPublicKey,
      [pageShared.clientId, service.testAppCard.keepClientId],
      service.testAppCard.testTheApp,
    ],
    service.appPage.setUp,
  ),
];
