import { useDeferredValue, useEffect } from 'react';
import type { Token } from '../../shared/contract/tokens.ts';
import { rotationDueOf } from '../../shared/health.ts';
import { doesJob } from '../../shared/rotation-words.ts';
import { inDays } from '../../shared/time-words.ts';
import { AccessTab } from '../access/access-tab.tsx';
import { RecordCard } from '../activity/record-card.tsx';
import { KeepAliveCard } from '../life/keep-alive-card.tsx';
import { DoorCard } from '../programs/door-card.tsx';
import { RotationPage } from '../rotation/rotation-page.tsx';
import { showRotation, useRotations } from '../rotation/rotation-store.ts';
import { RotationTab } from '../rotation/rotation-tab.tsx';
import { useApps } from '../service/apps-store.ts';
import { OAuthTab } from '../service/oauth-tab.tsx';
import { useTesting } from '../testing/testing-store.ts';
import { HistoryTab } from '../tokens/history-tab.tsx';
import { OverviewTab } from '../tokens/overview-tab.tsx';
import { TokenEnd } from '../tokens/token-end.tsx';
import { TokenPage } from '../tokens/token-page.tsx';
import { useTokens } from '../tokens/tokens-store.ts';
import { UseTab } from '../tokens/use-tab.tsx';
import { shared } from '../ui/words.ts';
import { UsageTab } from '../usage/usage-tab.tsx';
import { useVault } from '../vault/vault-store.ts';
import { cancelTest, copyToken, leaveToken, replaceNow, rotateToken, testToken } from './actions.ts';
import { TokenDiagnosis } from './diagnoses.tsx';
import { goToPlace } from './go-to-place.ts';
import { words } from './page-words.ts';
import { networkPlace } from './palette-places.ts';
import { copiedUntil, openWizard } from './view-store.ts';

/** Shows the open token: one of its rotations, or its own page. */
export function SelectedToken({ token: selected }: { token: Token }) {
  const tokens = useTokens((state) => state.tokens);
  const test = useTesting((state) => state.tests[selected.id] ?? null);
  const keptIn = useVault((state) => state.status?.keptIn ?? null);
  const { rotations, showing, doing: doings } = useRotations();
  const shownId = showing?.tokenId === selected.id ? showing.rotationId : (selected.rotation?.id ?? null);
  const rotation = rotations.find(({ id }) => id === shownId) ?? null;
  const app = useApps(({ apps }) => apps.find((one) => one.tokenId === selected.id) ?? null);
  const ofRotation = useTesting((state) => state.tests[rotation?.id ?? ''] ?? null);
  // A rotation stays on screen when it ends, because its last page has the proof.
  useEffect(() => {
    if (shownId !== null && showing?.tokenId !== selected.id) showRotation(selected.id, shownId);
  }, [selected.id, shownId, showing]);
  // The card reads again when the new result has been drawn.
  const version = useDeferredValue(`${selected.lastAcceptedAt} ${selected.revokedAt}`);
  if (rotation !== null) {
    return (
      <RotationPage
        key={rotation.id}
        rotation={rotation}
        appWorks={app !== null && doesJob(app)}
        doing={doings[rotation.id] ?? ''}
        checks={ofRotation?.checks ?? []}
        onTokenPage={() => showRotation(selected.id, null)}
        onCopy={() => void copyToken(selected.id)}
      />
    );
  }
  const { id } = selected;
  const running = test !== null && test.record === null ? test : null;
  const usable = selected.readable && selected.revokedAt === null;
  const remedies = {
    restrict: () => goToPlace(networkPlace),
    rotate: () => void rotateToken(id),
  };
  return (
    <TokenPage
      key={id}
      token={selected}
      testing={running !== null}
      onCopy={() => void copyToken(id)}
      onRotate={() => void rotateToken(id)}
      onTest={() => void testToken(id)}
      onPasteAgain={() => openWizard({ tokenId: id })}
      tabs={[
        {
          name: words.selectedToken.overview,
          content: () => (
            <>
              <OverviewTab
                token={selected}
                running={running}
                keptIn={keptIn}
                onCancel={() => void cancelTest(id)}
                diagnosis={<TokenDiagnosis token={selected} />}
              />
              {usable && <KeepAliveCard tokenId={id} version={version} />}
              <TokenEnd token={selected} onReplaceNow={() => void replaceNow(id)} />
            </>
          ),
        },
        {
          name: words.selectedToken.access,
          content: () => <AccessTab token={selected} others={tokens.filter((other) => other.id !== id)} />,
        },
        {
          name: words.selectedToken.usage,
          content: () => <UsageTab token={selected} remedies={usable ? remedies : null} />,
        },
        {
          name: words.selectedToken.programs,
          content: () => (
            <UseTab
              token={selected}
              door={
                <DoorCard
                  token={selected}
                  connect={{ kind: 'token', token: selected, onCopyValue: () => void copyToken(id, 'value') }}
                />
              }
              onCopy={(as) => void copyToken(id, as)}
            />
          ),
        },
        {
          name: words.selectedToken.rotation,
          content: () => (
            <RotationTab
              rotations={rotations.filter(({ tokenId }) => tokenId === id)}
              due={words.selectedToken.due(inDays(rotationDueOf(selected), Date.now()))}
              mayRotate={usable}
              onOpen={(rotationId) => showRotation(id, rotationId)}
              onRotate={() => void rotateToken(id)}
            />
          ),
        },
        {
          name: words.selectedToken.oauth,
          aside: true,
          content: () => (
            <OAuthTab token={selected} onLeave={() => void leaveToken(id)} onCopied={copiedUntil} />
          ),
        },
        {
          name: shared.activity,
          aside: true,
          content: () => (
            <>
              <HistoryTab token={selected} />
              <RecordCard id={id} />
            </>
          ),
        },
      ]}
    />
  );
}
