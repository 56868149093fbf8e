import type { TestRecord } from '../../shared/contract/testing.ts';
import type { Clipboard } from '../base/ports.ts';
import type { AccessDesk, AccessNeeds } from '../features/access/desk.ts';
import { jobFor } from '../features/access/judgement.ts';
import { choices, families } from '../features/access/mapping.ts';
import { whyUnknown } from '../features/access/probe-outcome.ts';
import { probeFamilies, runXray } from '../features/access/xray.ts';
import type { CommandsNeeds } from '../features/commands/desk.ts';
import type { DiagnosisNeeds } from '../features/diagnosis/desk.ts';
import { patientOf } from '../features/diagnosis/patient.ts';
import { HandOverDesk } from '../features/handover/desk.ts';
import type { LifeDesk } from '../features/life/desk.ts';
import type { LifeFeatureNeeds } from '../features/life/feature.ts';
import { identifyOrg } from '../features/orgs/identify.ts';
import { appsUrlOf, logUrlOf } from '../features/orgs/org-url.ts';
import type { OverviewNeeds } from '../features/overview/feature.ts';
import type { ProgramsFeatureNeeds } from '../features/programs/feature.ts';
import type { Lent } from '../features/programs/lending.ts';
import { DoorStore } from '../features/programs/store.ts';
import { type RotationFeatureNeeds, stepEntry } from '../features/rotation/feature.ts';
import type { ServiceDesk } from '../features/service/desk.ts';
import type { ServiceNeeds } from '../features/service/needs.ts';
import type { TasksNeeds } from '../features/tasks/feature.ts';
import type { TestDesk, TestNeeds } from '../features/testing/desk.ts';
import type { TestStore } from '../features/testing/store.ts';
import type { TimedClipboard } from '../features/tokens/timed-clipboard.ts';
import type { UsageNeeds } from '../features/usage/desk.ts';
import type { Guarded } from '../features/vault/proof.ts';
import type { WizardNeeds } from '../features/wizard/handlers.ts';
import { saveDraft } from '../features/wizard/save.ts';
import type { Drafts } from '../features/wizard/store.ts';
import type { Vault } from '../vault/vault.ts';
import type { House } from './house.ts';
import { guardAnswerOf } from './plaintext-needs.ts';
import { knownOf } from './token-needs.ts';
import { successorOf, witnessesOf } from './witnesses.ts';
import { words } from './words.ts';

/** What each feature needs from the house. The features have the rules themselves. This file only joins them. */

/** Throws Failed `proof-needed` when the person must first prove who they are. */
type NeedProof = (action: Guarded) => void;

const noteTrouble =
  ({ log }: House, event: string) =>
  (error: unknown): void =>
    log.note(event, { error: String(error) });

const tokenFunctions = ({ tokens, originOf, noteToken }: House) => ({
  token: (tokenId: string) => tokens.get(tokenId),
  secretOf: (tokenId: string) => tokens.secretOf(tokenId),
  originOf,
  note: noteToken,
});

/** Returns what the feature `life` needs from the stores and the other features. */
export const ofLife = (house: House, apps: LifeFeatureNeeds['apps']): LifeFeatureNeeds => ({
  ...house,
  apps,
  ...tokenFunctions(house),
  tokens: () => house.tokens.list(),
  testsOf: (tokenId, limit) => house.tests.ofPresentValue(tokenId, limit),
  askersFor: ({ id, orgId }) => house.askers(orgId, { reads: ['users'], except: id, accepted: true }),
  used: (tokenId, at) => house.tokens.noteUse(tokenId, at),
  settings: () => house.settings.plain,
  notify: house.world.notify,
  onNotices: (notices) => house.publish('noticesChanged', { notices }),
  onUsed: house.tellTokens,
});

/** Returns what the feature `testing` needs from the stores and the other features. `tested` runs after each test. */
export const ofTesting = (
  house: House,
  tested: (tokenId: string, record: TestRecord) => Promise<void>,
  others: TestNeeds['others'],
): TestNeeds & { readonly tests: TestStore } => ({
  ...house,
  testable: (tokenId) => ({
    origin: house.orgs.originOf(tokenId),
    secret: house.tokens.secretOf(tokenId),
    valueNo: house.tokens.valueNoOf(tokenId),
    known: () => knownOf(house, tokenId),
  }),
  all: () =>
    house.tokens
      .list()
      .filter((token) => token.readable && token.revokedAt === null)
      .map((token) => ({ tokenId: token.id, origin: house.originOf(token) })),
  others,
  isPresent: (tokenId, valueNo) => house.isOpen() && house.tokens.valueNoOf(tokenId) === valueNo,
  transaction: (work) => house.vault.transaction(work),
  keep: (tokenId, record, valueNo) => {
    house.tests.keep(tokenId, record, valueNo);
    const { kind, word, sentence, requestId } = record.outcome;
    const token = house.tokens.get(tokenId);
    house.noteToken('token.tested', token, sentence, { outcome: word, code: kind, requestId });
  },
  // Its consequences may follow a moment later.
  onKept: (tokenId, record) =>
    setImmediate(() => {
      if (!house.isOpen()) return;
      house.showTraySoon();
      void tested(tokenId, record);
    }),
  onTrouble: noteTrouble(house, 'test.trouble'),
});

/** Returns what the feature `usage` needs from the stores and the other features. */
export const ofUsage = (house: House, app: UsageNeeds['app']): UsageNeeds => ({
  ...house,
  app,
  ...tokenFunctions(house),
  orgs: () => house.orgs.list(),
  tokens: () => house.tokens.list(),
  askers: (orgId, family, first) => house.askers(orgId, { reads: [family], first }),
  keepDays: () => house.settings.plain.usageKeepDays,
  logUrlOf: (tokenId, oktaTokenId) => logUrlOf(house.orgs.adminUrlOf(tokenId), oktaTokenId),
});

/** Returns what the feature `access` needs from the stores and the other features. */
export const ofAccess = (
  house: House,
  agreeToScopes: AccessNeeds['agreeToScopes'],
): Omit<AccessNeeds, 'store'> & { readonly vault: Vault } => ({
  agreeToScopes,
  ...house,
  ...tokenFunctions(house),
  tokensOf: (orgId) => house.tokens.list().filter((token) => token.orgId === orgId),
  valueNoOf: (tokenId) => house.tokens.valueNoOf(tokenId),
  askers: (orgId, reads, first) => house.askers(orgId, { reads, first }),
  note: (action, about, sentence) => house.note({ action, ...about, sentence }),
});

/** Returns what the feature `tasks` needs from the stores and the other features. */
export const ofTasks = (house: House): TasksNeeds => ({
  ...house,
  ...tokenFunctions(house),
  askers: (orgId) => house.askers(orgId, { reads: ['users'] }),
});

/** Returns what the feature `overview` needs from the stores and the other features. It gets no client of Okta. */
export const ofOverview = (
  house: House,
  judgements: OverviewNeeds['judgements'],
  restingJobs: OverviewNeeds['restingJobs'],
): OverviewNeeds => ({
  clock: house.clock,
  tokens: () => house.tokens.list(),
  orgs: () => house.orgs.list(),
  judgements,
  restingJobs,
});

/** Returns what the feature `service` needs from the stores and the other features. */
export const ofService = (
  house: House,
  access: AccessDesk,
  drafts: Drafts,
  copied: TimedClipboard,
  needProof: NeedProof,
  onChanged: () => void,
): ServiceNeeds => ({
  ...house,
  store: house.apps,
  keyRotations: house.keyRotations,
  programsMayUse: (appId) => new DoorStore(house.vault).all().get(appId)?.open === true,
  needProof,
  token: (tokenId) => house.tokens.get(tokenId),
  org: (orgId) => house.orgs.get(orgId),
  families,
  jobs: { ...choices(), purposes: choices().purposes.filter(({ kind }) => kind !== 'from-log') },
  transaction: (work) => house.vault.transaction(work),
  draftOrg: (draftId) => drafts.orgOf(drafts.get(draftId)),
  keepOrg: (org, now) => house.orgs.keep(org, now),
  remove: (appId, orgId, remove) =>
    house.removeOf({ table: 'service_apps', column: 'id', value: appId }, orgId, { remove }),
  bringBack: (appId, then) => house.bringBack(appId, () => house.apps.get(appId).orgId, then),
  appsUrlOf: (orgId) => appsUrlOf(house.orgs.get(orgId).adminUrl),
  jobFor,
  job: (tokenId) => {
    const { judgement } = access.judged(tokenId);
    if (judgement === null) return null;
    const { needs, basis, scopes, suggestion } = judgement;
    return { needs, basis, scopes, roles: suggestion.roles, permissions: suggestion.permissions };
  },
  probesOf: (tokenId) => access.judged(tokenId).probes,
  probe: (origin, secret, ids, signal) =>
    probeFamilies({ client: house.client, origin, secret, signal }, ids),
  copy: async (text) => {
    needProof('copyPrivateKey');
    return await copied.copy(text);
  },
  note: (action, about, sentence, requestId = null) => house.note({ action, ...about, sentence, requestId }),
  onChanged,
});

/** Returns what the feature `diagnosis` needs from the stores and the other features. */
export const ofDiagnosis = (house: House, drafts: Drafts): DiagnosisNeeds => ({
  ...house,
  clipboard: house.world.clipboard,
  version: house.world.info.version,
  platform: `${house.world.info.platform}, ${house.world.info.host}`,
  patient: (subject) =>
    patientOf(
      {
        ...tokenFunctions(house),
        draft: (draftId) => {
          const draft = drafts.get(draftId);
          const secret = () => drafts.secretOf(draft).copy();
          return { org: drafts.orgOf(draft), record: draft.lastTest, secret };
        },
        orgs: () => house.orgs.list(),
        testsOf: (tokenId, limit) => house.tests.ofPresentValue(tokenId, limit),
        askers: (orgId, except) => house.askers(orgId, { reads: ['users', 'logs'], except, accepted: true }),
      },
      subject,
    ),
  onTrouble: noteTrouble(house, 'diagnosis.trouble'),
});

/** Returns what the feature `rotation` needs from the stores and the other features. */
export const ofRotation = (
  house: House,
  testing: TestDesk,
  apps: ServiceDesk,
  clipboard: Clipboard,
  needProof: NeedProof,
): RotationFeatureNeeds => {
  const { vault, watch, client, clock, dialogs, tokens, tests, orgs, publish } = house;
  const handOver = new HandOverDesk(vault, watch, dialogs, clock);
  return {
    ...house,
    store: house.rotations,
    clipboard,
    version: house.world.info.version,
    tokens: {
      get: (id) => tokens.get(id),
      originOf: house.originOf,
      secretOf: (id) => tokens.secretOf(id),
      labelOfValue: (origin, secret) => tokens.labelOfValue(origin, secret),
      replaceValue: (id, origin, secret, capturedAt) => tokens.replaceValue(id, origin, secret, capturedAt),
      markRevoked: (id, at) => tokens.markRevoked(id, at),
      keepTest: (id, record) => tests.keep(id, record),
      update: (id, change) => {
        tokens.update(id, change);
        house.tellTokens();
      },
      oktaIdsBesides: (id) => tokens.oktaIdsBesides(id),
      askers: (orgId, first) => house.askers(orgId, { reads: ['tokens'], first }),
    },
    test: ({ subject, origin, secret, known, shown, signal }) =>
      testing.testValue(subject, { origin, secret, known: () => known }, signal, shown),
    probes: async (origin, secret, signal) => {
      const known = { owner: null, oktaTokenId: null, network: null, opened: [] };
      const { probes } = await runXray({ client, clock, origin, secret, known, signal });
      return probes.map(({ label, state, reason }) => ({
        family: label,
        answer: state,
        why: whyUnknown(reason),
      }));
    },
    handOver: async (how, of, secret) => {
      needProof('handOver');
      return await handOver.run(how, of, secret);
    },
    successorOf: (tokenId) => successorOf(apps, tokenId),
    witnesses: (tokenId, reads) => witnessesOf(house, apps, tokenId, reads),
    onChanged: (rotation) => {
      publish('rotationChanged', { rotation });
      house.tellTokens();
    },
    noteStep: (rotation, at, sentence) => house.note(stepEntry(rotation, at, sentence)),
    onBusy: (rotationId, doing) => publish('rotationBusy', { rotationId, doing }),
    retest: (tokenId) => void testing.testToken(tokenId),
    adminUrlOf: (tokenId) => orgs.adminUrlOf(tokenId),
  };
};

/** Lends a kept token's value. All programs share the same API token. */
const lentToken = ({ tokens }: House, tokenId: string): Lent => {
  const value = tokens.secretOf(tokenId);
  return {
    ...{ credential: value, value, scheme: 'SSWS' },
    refused: () => undefined,
    [Symbol.dispose]: () => value.wipe(),
  };
};

/** Returns what the feature `programs` needs from the stores and the other features. */
export const ofPrograms = (
  house: House,
  apps: ServiceDesk,
  needProof: NeedProof,
  onCommand: ProgramsFeatureNeeds['onCommand'],
): ProgramsFeatureNeeds => ({
  onCommand,
  ...house,
  needProof,
  // Only this function distinguishes a token from an app. An app reports a problem with its key when Keyturn asks it to lend.
  token: (id) => (apps.has(id) ? { ...apps.app(id), readable: true, revokedAt: null } : house.tokens.get(id)),
  originOf: ({ id }) => (apps.has(id) ? apps.originOf(id) : house.orgs.originOf(id)),
  lend: async (id, own, signal) => (apps.has(id) ? await apps.lend(id, own, signal) : lentToken(house, id)),
  note: (action, { id, label, orgHost }, sentence) =>
    house.note({ action, tokenId: id, label, orgHost, sentence }),
  noteFirst: (action, { id, label, orgHost }, sentence) =>
    house.noteFirst({ action, tokenId: id, label, orgHost, sentence }),
  userData: house.world.userData,
  findCaller: house.world.findCaller,
  raise: house.world.raise,
  notify: house.world.notify,
  used: (tokenId) => {
    house.tokens.noteUse(tokenId, house.clock.now());
    house.tellTokens();
  },
  forbidden: () => house.policy.refusal('programs'),
  permit: () => house.policy.permit('programs'),
  settings: () => house.settings.plain,
});

/** Returns what the feature `commands` needs from the stores and the other features. `aliasOf` gives the name of a token or an app in its address. */
export const ofCommands = (
  house: House,
  testing: TestDesk,
  service: ServiceDesk,
  access: AccessDesk,
  aliasOf: CommandsNeeds['aliasOf'],
): CommandsNeeds => ({
  ...house,
  version: house.world.info.version,
  tokens: () => house.tokens.list(),
  apps: () => service.list().apps,
  aliasOf,
  guard: () => guardAnswerOf(house, aliasOf),
  test: (tokenId, signal) => testing.tested(tokenId, signal),
  testApp: (appId, signal) => service.test(appId, signal),
  needsOf: (tokenId) =>
    (access.judged(tokenId).judgement?.needs ?? []).map((need) => ({
      ...need,
      label: families.find(({ id }) => id === need.family)?.label ?? need.family,
    })),
  showRotation: house.world.showRotation,
  callForUnlock: () => {
    house.world.raise();
    if (house.settings.plain.notifications) {
      house.world.notify(words.needs.commandWaits, null);
    }
  },
});

/** Returns what the feature `wizard` needs from the stores and the other features. */
export const ofWizard = (
  house: House,
  drafts: Drafts,
  testing: TestDesk,
  life: LifeDesk,
  found: WizardNeeds['found'],
): WizardNeeds => {
  const { tokens, tests, orgs, clock, vault } = house;
  const known = { oktaTokenId: null, network: null };
  return {
    ...house,
    drafts,
    found,
    identify: (input, sure) => identifyOrg(house.client, input, sure),
    keptToken: (tokenId) => {
      const token = tokens.get(tokenId);
      return { org: { ...orgs.get(token.orgId), notes: [] }, profile: token };
    },
    keptOrg: (orgId) => ({ ...orgs.get(orgId), notes: [] }),
    test: (draftId, { origin, secret }, onResult) => {
      const others = () => house.othersThan(drafts.get(draftId).replaces);
      const testable = { origin, secret, known: () => ({ ...known, others: others() }) };
      return testing.testDraft(draftId, testable, onResult);
    },
    cancel: (jobId) => testing.cancel(jobId),
    save: (draft, profile, keepAlive) =>
      saveDraft(
        {
          drafts,
          clock,
          transaction: (work) => vault.transaction(work),
          keepOrg: (org, now) => orgs.keep(org, now),
          token: (tokenId) => tokens.get(tokenId),
          add: (...token) => tokens.add(...token),
          replaceValue: (...value) => tokens.replaceValue(...value),
          update: (tokenId, change) => tokens.update(tokenId, change),
          keepTest: (tokenId, record) => tests.keep(tokenId, record),
          setKeepAlive: (tokenId, setting) => life.setKeepAlive(tokenId, setting),
          isRotating: (tokenId) => house.rotations.openOf(tokenId) !== null,
          note: house.noteToken,
          onSaved: house.tellTokens,
        },
        draft,
        profile,
        keepAlive,
      ),
  };
};
