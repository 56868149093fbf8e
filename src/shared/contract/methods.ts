import type { z } from 'zod';
import { accessMethods } from './access.ts';
import { activityEvents, activityMethods } from './activity.ts';
import { appEvents, appMethods } from './app.ts';
import { diagnosisEvents, diagnosisMethods } from './diagnosis.ts';
import { lifeEvents, lifeMethods } from './life.ts';
import { orgsMethods } from './orgs.ts';
import { overviewMethods } from './overview.ts';
import { plaintextEvents, plaintextMethods } from './plaintext.ts';
import { programsEvents, programsMethods } from './programs.ts';
import { rotationEvents, rotationMethods } from './rotation.ts';
import { serviceEvents, serviceMethods } from './service.ts';
import { settingsEvents, settingsMethods } from './settings.ts';
import { tasksEvents, tasksMethods } from './tasks.ts';
import { testingEvents, testingMethods } from './testing.ts';
import { tokensEvents, tokensMethods } from './tokens.ts';
import { updatesEvents, updatesMethods } from './updates.ts';
import { usageEvents, usageMethods } from './usage.ts';
import { vaultEvents, vaultMethods } from './vault.ts';
import { wizardMethods } from './wizard.ts';

/** One method of the bridge: its request, its response, and why the window needs it. */
export interface MethodSpec {
  readonly request: z.ZodType;
  readonly response: z.ZodType;
  readonly why: string;
}

/**
 * The one table of methods. Types, preload, router, fuzzing and docs/bridge.md derive from it; no other code names a channel. Feature names
 * are folder names in src/main and src/renderer.
 */
export const methods = {
  app: appMethods,
  vault: vaultMethods,
  orgs: orgsMethods,
  tokens: tokensMethods,
  wizard: wizardMethods,
  testing: testingMethods,
  rotation: rotationMethods,
  life: lifeMethods,
  activity: activityMethods,
  usage: usageMethods,
  settings: settingsMethods,
  access: accessMethods,
  diagnosis: diagnosisMethods,
  programs: programsMethods,
  service: serviceMethods,
  tasks: tasksMethods,
  plaintext: plaintextMethods,
  overview: overviewMethods,
  updates: updatesMethods,
} as const satisfies Record<string, Record<string, MethodSpec>>;

export type Methods = typeof methods;

/** The one table of events from main to the window. */
export const events = {
  ...vaultEvents,
  ...tokensEvents,
  ...settingsEvents,
  ...testingEvents,
  ...rotationEvents,
  ...lifeEvents,
  ...activityEvents,
  ...usageEvents,
  ...appEvents,
  ...diagnosisEvents,
  ...programsEvents,
  ...serviceEvents,
  ...tasksEvents,
  ...plaintextEvents,
  ...updatesEvents,
} as const satisfies Record<string, z.ZodType>;

export type Events = typeof events;
export type EventName = keyof Events;
