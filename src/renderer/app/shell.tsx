import { X } from 'lucide-react';
import { ActivityPage } from '../activity/activity-page.tsx';
import { bridge } from '../bridge.ts';
import { SettingsPage } from '../settings/settings-page.tsx';
import { TestAllBar } from '../testing/test-all-bar.tsx';
import { dismissAll, useTesting } from '../testing/testing-store.ts';
import { TokenList } from '../tokens/token-list.tsx';
import { TokenPage } from '../tokens/token-page.tsx';
import { selectToken, useTokens } from '../tokens/tokens-store.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { Icon } from '../ui/icons.tsx';
import { UsageTab } from '../usage/usage-tab.tsx';
import { RecoveryKeyDialog } from '../vault/recovery-key-dialog.tsx';
import { useVault } from '../vault/vault-store.ts';
import { Wizard } from '../wizard/wizard.tsx';
import { cancelTest, copyToken, testAll, testToken } from './actions.ts';
import { ClipboardChip } from './clipboard-chip.tsx';
import { NothingOpen } from './nothing-open.tsx';
import { Palette } from './palette.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { useShortcuts } from './shortcuts.ts';
import { Sidebar } from './sidebar.tsx';
import { openWizard, show, useView } from './view-store.ts';

/** The open app: sidebar, list, page, and what lies over them. */
export function Shell() {
  useShortcuts();
  const view = useView();
  const orgs = useTokens((state) => state.orgs);
  const keptIn = useVault((state) => state.status?.keptIn ?? null);
  return (
    <div className="shell">
      <Sidebar />
      {view.page === 'tokens' && <TokensView />}
      {view.page === 'activity' && (
        <ActivityPage
          onOpen={(tokenId) => {
            selectToken(tokenId);
            show('tokens');
          }}
        />
      )}
      {view.page === 'settings' && <SettingsPage keptIn={keptIn} />}
      <div className="corner">
        {view.failure !== null && (
          <div className="toast">
            <FailureNote failure={view.failure} />
            <button
              type="button"
              className="button quiet icon-only"
              aria-label="Close message"
              onClick={() => useView.setState({ failure: null })}
            >
              <Icon of={X} />
            </button>
          </div>
        )}
        {view.clipboardClearsAt !== null && <ClipboardChip clearsAt={view.clipboardClearsAt} />}
      </div>
      {view.wizard !== null && (
        <Wizard
          tokenId={view.wizard.tokenId}
          orgs={orgs}
          keptIn={keptIn}
          onClose={() => useView.setState({ wizard: null })}
          onSaved={(token) => {
            const offer = useVault.getState().status?.recoveryKey === 'to-offer';
            selectToken(token.id);
            useView.setState({ wizard: null, page: 'tokens', offerRecoveryKey: offer });
          }}
        />
      )}
      {view.offerRecoveryKey && (
        <RecoveryKeyDialog onClose={() => useView.setState({ offerRecoveryKey: false })} />
      )}
      {view.palette && <Palette />}
      {view.shortcuts && <ShortcutSheet />}
    </div>
  );
}

function TokensView() {
  const selected = useTokens((state) => state.tokens.find(({ id }) => id === state.selectedId) ?? null);
  const tests = useTesting((state) => state.tests);
  const all = useTesting((state) => state.all);
  const keptIn = useVault((state) => state.status?.keptIn ?? null);
  const isRunning = (id: string): boolean => tests[id] !== undefined && tests[id].record === null;
  return (
    <>
      <TokenList
        isRunning={isRunning}
        onAdd={() => openWizard()}
        onTest={(id) => void testToken(id)}
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
      />
      {selected === null ? (
        <NothingOpen />
      ) : (
        <TokenPage
          key={selected.id}
          token={selected}
          running={isRunning(selected.id) ? (tests[selected.id]?.checks ?? []) : null}
          keptIn={keptIn}
          onTest={() => void testToken(selected.id)}
          onCancel={() => void cancelTest(selected.id)}
          onCopy={(as) => void copyToken(selected.id, as)}
          onPasteAgain={() => openWizard(selected.id)}
          usage={<UsageTab token={selected} />}
        />
      )}
    </>
  );
}
