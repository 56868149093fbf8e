import { Suspense, useEffect, useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { ServiceApp } from '../../shared/contract/service.ts';
import type { Token } from '../../shared/contract/tokens.ts';
import { words as sharedWords } from '../../shared/words.ts';
import { bridge } from '../bridge.ts';
import { usePrograms } from '../programs/programs-store.ts';
import { useApps } from '../service/apps-store.ts';
import { TestAllBar } from '../testing/test-all-bar.tsx';
import { dismissAll, runningTests, useTesting } from '../testing/testing-store.ts';
import { focusSelectedRow, TokenList } from '../tokens/token-list.tsx';
import { filterTokens, pickOrg, selectToken, useTokens } from '../tokens/tokens-store.ts';
import pages from '../ui/page.module.css';
import { ProofDialog } from '../ui/proof.tsx';
import { useUndo } from '../ui/undo-store.ts';
import { ForgottenPasscode } from '../vault/curtain.tsx';
import { RecoveryKeyOffer } from '../vault/recovery-key-offer.tsx';
import { useVault } from '../vault/vault-store.ts';
import { copyToken, rotateToken, testAll, testListed, tryDemo } from './actions.ts';
import { ClipboardChip } from './clipboard-chip.tsx';
import { FirstRun, useFirstRun } from './first-run.tsx';
import { newsSeen, useDemoOffered, useInfo } from './info-store.ts';
import { loadPages, usePages } from './later.ts';
import { NothingOpen } from './nothing-open.tsx';
import styles from './shell.module.css';
import { useShortcuts } from './shortcuts.ts';
import { Sidebar } from './sidebar.tsx';
import { Toast } from './toast.tsx';
import { UndoToast } from './undo-toast.tsx';
import { UpdateToast } from './update-toast.tsx';
import {
  closeHelp,
  dismissFailure,
  dismissWarning,
  openHelp,
  openShortcuts,
  openWizard,
  show,
  useView,
} from './view-store.ts';

/** Shows the open app: the sidebar, the list, the page, and the dialogs over them. */
export function Shell() {
  useShortcuts();
  useEffect(loadPages, []);
  const view = useView();
  const undo = useUndo((state) => state.last);
  const asked = usePrograms((state) => state.asks.length > 0);
  const status = useVault((state) => state.status);
  const covered = asked || view.wizard !== null || view.palette || view.shortcuts || view.help !== null;
  return (
    <div className={styles.shell}>
      <Sidebar />
      {view.page === 'tokens' ? (
        <TokensView covered={covered} />
      ) : (
        <Suspense fallback={<main className={`${pages.page} ${pages.wide}`} aria-busy="true" />}>
          <OtherPage />
        </Suspense>
      )}
      <div className={styles.corner}>
        <UpdateToast />
        {undo !== null && <UndoToast undo={undo} />}
        {view.warning !== null && <Toast failure={view.warning} tone="attention" onClose={dismissWarning} />}
        {view.failure !== null && <Toast failure={view.failure} tone="failing" onClose={dismissFailure} />}
        {view.clipboardClearsAt !== null && <ClipboardChip clearsAt={view.clipboardClearsAt} />}
      </div>
      <ForgottenPasscode />
      <ProofDialog status={status} />
      <Suspense>{covered && <OverAll />}</Suspense>
    </div>
  );
}

const openToken = (tokenId: string): void => {
  selectToken(tokenId);
  show('tokens');
};

function OtherPage() {
  const {
    ActivityPage,
    AlwaysList,
    InventoryPage,
    OverviewPage,
    PlaintextPage,
    SettingsPage,
    TasksPage,
    UpcomingPage,
  } = usePages();
  const page = useView((state) => state.page);
  const demo = useInfo((state) => state.demo === true);
  const orgs = useTokens((state) => state.orgs);
  const tokens = useTokens((state) => state.tokens);
  const apps = useApps((state) => state.apps);
  const keptIn = useVault((state) => state.status?.keptIn ?? null);
  const lock = useVault((state) => state.status?.lock ?? null);
  const recoveryKey = useVault((state) => state.status?.recoveryKey ?? 'to-offer');
  switch (page) {
    case 'overview':
      return (
        <OverviewPage
          tokens={tokens}
          onOpen={openToken}
          onAdd={() => openWizard()}
          onTasks={() => show('tasks')}
          onHealth={(health) => {
            pickOrg(null);
            filterTokens(sharedWords.health.states[health]);
            show('tokens');
          }}
        />
      );
    case 'inventory':
      return <InventoryPage orgs={orgs} onAdopt={(orgId) => openWizard({ orgId })} onOpen={openToken} />;
    case 'plaintext':
      return (
        <PlaintextPage
          tokens={tokens}
          onTakeIn={(findingId) => openWizard({ findingId })}
          onOpen={openToken}
          onRotate={(tokenId) => {
            openToken(tokenId);
            void rotateToken(tokenId);
          }}
        />
      );
    case 'tasks':
      return <TasksPage orgs={orgs} />;
    case 'upcoming':
      return <UpcomingPage tokens={tokens} apps={apps} onOpen={openToken} />;
    case 'activity':
      return <ActivityPage onOpen={openToken} />;
    case 'settings':
      return (
        <SettingsPage
          demo={demo}
          keptIn={keptIn}
          lock={lock}
          recoveryKey={recoveryKey}
          alwaysAllowed={<AlwaysList tokenId={null} />}
        />
      );
    case 'tokens':
      return null;
  }
}

/** Shows the wizard and the dialogs. */
function OverAll() {
  const { AskDialog, HelpDialog, Palette, ShortcutSheet, WizardView } = usePages();
  const view = useView();
  const asks = usePrograms((state) => state.asks);
  const demoOffered = useDemoOffered();
  useEffect(() => {
    if (view.help === 'news') newsSeen();
  }, [view.help]);
  return (
    <>
      {view.wizard !== null && <WizardView {...view.wizard} />}
      {view.palette && <Palette />}
      {view.shortcuts && <ShortcutSheet />}
      {view.help !== null && (
        <HelpDialog
          topic={view.help}
          onTopic={openHelp}
          onShortcuts={openShortcuts}
          onDemo={demoOffered ? () => void tryDemo() : null}
          onClose={closeHelp}
        />
      )}
      <AskDialog asks={asks} />
    </>
  );
}

function TokensView({ covered }: { readonly covered: boolean }) {
  const first = useFirstRun();
  if (first === 'unknown') return <main className={`${pages.page} ${pages.wide}`} aria-busy="true" />;
  return first === 'yes' ? <FirstRun covered={covered} onAdd={() => openWizard()} /> : <ListAndPage />;
}

/** Shows the list of tokens and the page of the open one. */
function ListAndPage() {
  const selected = useTokens((state) => state.tokens.find(({ id }) => id === state.selectedId) ?? null);
  const selectedId = useTokens((state) => state.selectedId);
  const { apps, testing } = useApps();
  const selectedApp = apps.find(({ id }) => id === selectedId) ?? null;
  const all = useTesting((state) => state.all);
  const tests = useTesting(useShallow(runningTests));
  const running = useMemo(() => [...tests, ...testing], [tests, testing]);
  const keptIn = useVault((state) => state.status?.keptIn ?? null);
  const toOffer = useVault((state) => state.status?.recoveryKey === 'to-offer');
  const hasTokens = useTokens((state) => state.tokens.length > 0);
  return (
    <>
      <TokenList
        apps={apps}
        running={running}
        onAdd={() => openWizard()}
        onTest={test}
        onTestAll={() => void testAll()}
        onCopy={(id) => void copyToken(id)}
        testingAll={all !== null && (all.state === 'running' || all.state === 'waiting')}
        progress={
          all === null ? null : (
            <TestAllBar
              job={all}
              onCancel={() => void bridge.testing.cancel({ jobId: all.jobId })}
              onDismiss={dismissAll}
            />
          )
        }
        foot={
          <RecoveryKeyOffer
            open={toOffer && hasTokens}
            keptIn={keptIn}
            // The pressed button and its dialog are gone now, so the focus moves to the added token.
            onAnswered={() => setTimeout(() => focusSelectedRow())}
          />
        }
      />
      {selected === null && selectedApp === null ? (
        <NothingOpen />
      ) : (
        <Suspense fallback={<main className={pages.page} aria-busy="true" />}>
          {selected !== null && <OpenToken token={selected} />}
          {selectedApp !== null && <OpenApp app={selectedApp} />}
        </Suspense>
      )}
    </>
  );
}

function OpenToken({ token }: { token: Token }) {
  const { SelectedToken } = usePages();
  return <SelectedToken token={token} />;
}

function OpenApp({ app }: { app: ServiceApp }) {
  const { SelectedApp } = usePages();
  return <SelectedApp app={app} />;
}

const test = (id: string): void => void testListed(id);
