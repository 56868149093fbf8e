import { useEffect } from 'react';
import { rotationDueOf } from '../../shared/health.ts';
import { inDays } from '../../shared/time-words.ts';
import { AccessTab } from '../access/access-tab.tsx';
import { InventoryPage } from '../access/inventory-page.tsx';
import { ActivityPage } from '../activity/activity-page.tsx';
import { bridge } from '../bridge.ts';
import { KeepAliveCard } from '../life/keep-alive-card.tsx';
import { UpcomingPage } from '../life/upcoming-page.tsx';
import { RotationPage } from '../rotation/rotation-page.tsx';
import { showRotation, useRotations } from '../rotation/rotation-store.ts';
import { RotationTab } from '../rotation/rotation-tab.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';
import { TestAllBar } from '../testing/test-all-bar.tsx';
import { dismissAll, useTesting } from '../testing/testing-store.ts';
import { focusSelectedRow, TokenList } from '../tokens/token-list.tsx';
import { TokenPage } from '../tokens/token-page.tsx';
import { selectToken, useTokens } from '../tokens/tokens-store.ts';
import { UsageTab } from '../usage/usage-tab.tsx';
import { RecoveryKeyOffer } from '../vault/recovery-key-offer.tsx';
import { useVault } from '../vault/vault-store.ts';
import { Wizard } from '../wizard/wizard.tsx';
import { cancelTest, copyToken, replaceNow, rotateToken, testAll, testToken } from './actions.ts';
import { ClipboardChip } from './clipboard-chip.tsx';
import { draftDiagnosis, TokenDiagnosis } from './diagnoses.tsx';
import { NothingOpen } from './nothing-open.tsx';
import { Palette } from './palette.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { useShortcuts } from './shortcuts.ts';
import { Sidebar } from './sidebar.tsx';
import { Toast } from './toast.tsx';
import { openWizard, show, useView } from './view-store.ts';

/** The open app: sidebar, list, page, and what lies over them. */
export function Shell() {
  useShortcuts();
  const view = useView();
  const orgs = useTokens((state) => state.orgs);
  const tokens = useTokens((state) => state.tokens);
  const keptIn = useVault((state) => state.status?.keptIn ?? null);
  return (
    <div className="shell">
      <Sidebar />
      {view.page === 'tokens' && <TokensView />}
      {view.page === 'inventory' && (
        <InventoryPage
          orgs={orgs}
          onAdopt={(orgId) => openWizard(null, orgId)}
          onOpen={(tokenId) => {
            selectToken(tokenId);
            show('tokens');
          }}
        />
      )}
      {view.page === 'upcoming' && (
        <UpcomingPage
          tokens={tokens}
          onOpen={(tokenId) => {
            selectToken(tokenId);
            show('tokens');
          }}
        />
      )}
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
        {view.warning !== null && (
          <Toast words={view.warning} tone="attention" onClose={() => useView.setState({ warning: null })} />
        )}
        {view.failure !== null && (
          <Toast words={view.failure} tone="failing" onClose={() => useView.setState({ failure: null })} />
        )}
        {view.clipboardClearsAt !== null && <ClipboardChip clearsAt={view.clipboardClearsAt} />}
      </div>
      {view.wizard !== null && (
        <Wizard
          tokenId={view.wizard.tokenId}
          orgId={view.wizard.orgId}
          orgs={orgs}
          keptIn={keptIn}
          diagnose={draftDiagnosis}
          onClose={() => useView.setState({ wizard: null })}
          onSaved={(token) => {
            selectToken(token.id);
            useView.setState({ wizard: null, page: 'tokens' });
          }}
        />
      )}
      {view.palette && <Palette />}
      {view.shortcuts && <ShortcutSheet />}
    </div>
  );
}

function TokensView() {
  const selected = useTokens((state) => state.tokens.find(({ id }) => id === state.selectedId) ?? null);
  const tokens = useTokens((state) => state.tokens);
  const tests = useTesting((state) => state.tests);
  const all = useTesting((state) => state.all);
  const keptIn = useVault((state) => state.status?.keptIn ?? null);
  const toOffer = useVault((state) => state.status?.recoveryKey === 'to-offer');
  const { rotations, showing, doing: doings } = useRotations();
  const shownId =
    selected === null
      ? null
      : showing?.tokenId === selected.id
        ? showing.rotationId
        : (selected.rotation?.id ?? null);
  const rotation = rotations.find(({ id }) => id === shownId) ?? null;
  const doing = doings[shownId ?? ''] ?? '';
  const selectedId = selected?.id ?? null;
  // A rotation stays on screen when it ends: its last page holds the proof.
  useEffect(() => {
    if (selectedId !== null && shownId !== null && showing?.tokenId !== selectedId) {
      showRotation(selectedId, shownId);
    }
  }, [selectedId, shownId, showing]);
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
        foot={
          <RecoveryKeyOffer
            open={toOffer && tokens.length > 0}
            keptIn={keptIn}
            // What was pressed is gone, and so is the dialog by then; the token that was added is what comes next.
            onAnswered={() => setTimeout(focusSelectedRow)}
          />
        }
      />
      {selected === null ? (
        <NothingOpen />
      ) : rotation !== null ? (
        <RotationPage
          key={rotation.id}
          rotation={rotation}
          doing={doing}
          checks={tests[rotation.id]?.checks ?? []}
          onTokenPage={() => showRotation(selected.id, null)}
          onCopy={() => void copyToken(selected.id)}
        />
      ) : (
        <TokenPage
          key={selected.id}
          token={selected}
          running={isRunning(selected.id) ? (tests[selected.id] ?? null) : null}
          keptIn={keptIn}
          access={<AccessTab token={selected} others={tokens.filter(({ id }) => id !== selected.id)} />}
          onTest={() => void testToken(selected.id)}
          onCancel={() => void cancelTest(selected.id)}
          onCopy={(as) => void copyToken(selected.id, as)}
          onPasteAgain={() => openWizard(selected.id)}
          onRotate={() => void rotateToken(selected.id)}
          onReplaceNow={() => void replaceNow(selected.id)}
          keepAlive={
            <KeepAliveCard
              tokenId={selected.id}
              version={`${selected.lastAcceptedAt} ${selected.revokedAt}`}
              now={Date.now()}
            />
          }
          rotations={
            <RotationTab
              rotations={rotations.filter(({ tokenId }) => tokenId === selected.id)}
              due={`Due ${inDays(rotationDueOf(selected), Date.now())}`}
              mayRotate={selected.readable && selected.revokedAt === null}
              onOpen={(rotationId) => showRotation(selected.id, rotationId)}
              onRotate={() => void rotateToken(selected.id)}
            />
          }
          diagnosis={<TokenDiagnosis token={selected} />}
          usage={<UsageTab token={selected} />}
        />
      )}
    </>
  );
}
