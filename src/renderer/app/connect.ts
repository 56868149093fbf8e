import type { EventPayload } from '../../shared/contract/bridge.ts';
import { bridge } from '../bridge.ts';
import { diagnosed, looked } from '../diagnosis/diagnosis-store.ts';
import { loadNotices, noticesAre } from '../life/life-store.ts';
import { loadPrograms, programCalled, programsChanged } from '../programs/programs-store.ts';
import { loadRotations, rotationBusy, rotationChanged } from '../rotation/rotation-store.ts';
import { appsAre, loadApps } from '../service/apps-store.ts';
import { settingsAre, useSettings } from '../settings/settings-store.ts';
import { updatesAre } from '../settings/updates-store.ts';
import { jobIs } from '../tasks/jobs-store.ts';
import { usersRead } from '../tasks/tasks-store.ts';
import { finished, jobChanged, progressed, subjectOf } from '../testing/testing-store.ts';
import { selectToken, tokensAre, tokensChanged, tokenTested, useTokens } from '../tokens/tokens-store.ts';
import { useVault, vaultIs } from '../vault/vault-store.ts';
import { failed, useWizard } from '../wizard/wizard-store.ts';
import { focusFilter, rotateToken, testAll } from './actions.ts';
import { loadInfo } from './info-store.ts';
import {
  clipboardCleared,
  openPalette,
  openWizard,
  sayFailure,
  sayWarning,
  show,
  useView,
} from './view-store.ts';

/** The shortest time between two reports to main that a person is there, in milliseconds. */
const activityEveryMs = 20_000;

/** Subscribes the stores to main's events, and asks for the first state. Returns a function that unsubscribes them. */
export function connect(): () => void {
  const { events } = bridge;
  const off = [
    events.vaultChanged((status) => {
      const opened = status.phase === 'open' && useVault.getState().status?.phase !== 'open';
      vaultIs(status);
      if (opened) void Promise.all([loadRotations(), loadNotices(), loadPrograms(), loadApps()]);
    }),
    events.tokensChanged((event) => {
      if (!tokensChanged(event)) void loadTokens();
    }),
    events.settingsChanged(settingsAre),
    events.testProgress(progressed),
    events.testFinished((event) => {
      tokenTested(event);
      finished(event);
    }),
    events.jobChanged((job) => {
      // After its end, the job's subject is no longer known.
      sayTrouble(job);
      jobChanged(job);
    }),
    events.rotationChanged(rotationChanged),
    events.rotationBusy(rotationBusy),
    events.noticesChanged(noticesAre),
    events.openToken(({ tokenId, rotate }) => {
      selectToken(tokenId);
      show('tokens');
      if (rotate) void rotateToken(tokenId);
    }),
    events.appsChanged(appsAre),
    events.programsChanged(programsChanged),
    events.programCalled(programCalled),
    events.diagnosisProgress(looked),
    events.diagnosisFinished(diagnosed),
    events.usersRead(usersRead),
    events.userJobChanged(jobIs),
    events.clipboardCleared(clipboardCleared),
    events.warning((told) => sayWarning({ code: 'okta', ...told, smallPrint: '' })),
    events.updatesChanged(updatesAre),
    events.command(({ name }) => run(name)),
    watchActivity(),
  ];
  void load();
  void loadInfo();
  return () => {
    for (const end of off) end();
  };
}

/** Says why a test ended without a result. The wizard shows this for its draft, and the corner shows it for every other test. */
function sayTrouble({ jobId, kind, state, note }: EventPayload<'jobChanged'>): void {
  if (kind !== 'test' || state !== 'done' || note === '') return;
  const { draftId } = useWizard.getState();
  const say = draftId !== null && subjectOf(jobId) === draftId ? failed : sayFailure;
  say({ code: 'unexpected', sentence: note, remedy: '', smallPrint: '' });
}

/** Asks for the first state. The state from an event that arrived meanwhile is newer and stays. */
async function load(): Promise<void> {
  const [status, settings] = await Promise.all([bridge.vault.status(), bridge.settings.get()]);
  if (settings.ok && useSettings.getState().view === null) settingsAre(settings.value);
  if (status.ok && useVault.getState().status === null) vaultIs(status.value);
  if (useVault.getState().status?.phase !== 'open') return;
  // The list comes first: main can answer it before the others.
  const tokens = loadTokens();
  void Promise.all([loadRotations(), loadNotices(), loadPrograms(), loadApps()]);
  await tokens;
}

/** Asks for the whole list of tokens. The state from an event that arrived meanwhile is newer and stays. */
async function loadTokens(): Promise<void> {
  const { number } = useTokens.getState();
  const [tokens, orgs] = await Promise.all([bridge.tokens.list(), bridge.orgs.list()]);
  if (tokens.ok && orgs.ok && useTokens.getState().number === number) {
    tokensAre({ tokens: tokens.value, orgs: orgs.value });
  }
}

function run(name: EventPayload<'command'>['name']): void {
  const phase = useVault.getState().status?.phase ?? 'opening';
  if (phase === 'opening') {
    // A command that comes during the start is carried out when the vault is open.
    const off = useVault.subscribe(({ status }) => {
      if (status === null || status.phase === 'opening') return;
      off();
      run(name);
    });
    return;
  }
  if (phase !== 'open') return;
  switch (name) {
    case 'add-token':
      if (useView.getState().wizard === null) openWizard();
      return;
    case 'test-all':
      void testAll();
      return;
    case 'palette':
      openPalette();
      return;
    case 'find':
      focusFilter();
      return;
    default:
      show(name);
  }
}

function watchActivity(): () => void {
  let last = 0;
  const note = () => {
    const now = Date.now();
    if (now - last < activityEveryMs) return;
    last = now;
    void bridge.app.noteActivity();
  };
  window.addEventListener('keydown', note, true);
  window.addEventListener('pointerdown', note, true);
  return () => {
    window.removeEventListener('keydown', note, true);
    window.removeEventListener('pointerdown', note, true);
  };
}
