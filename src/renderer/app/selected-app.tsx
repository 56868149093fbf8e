import type { ServiceApp } from '../../shared/contract/service.ts';
import { DoorCard } from '../programs/door-card.tsx';
import { AppPage } from '../service/app-page.tsx';
import { useApps } from '../service/apps-store.ts';
import { selectToken } from '../tokens/tokens-store.ts';
import { useVault } from '../vault/vault-store.ts';
import { testApp } from './actions.ts';
import { copiedUntil } from './view-store.ts';

/** Shows the page of the open OAuth service app. */
export function SelectedApp({ app }: { readonly app: ServiceApp }) {
  const testing = useApps((state) => state.testing.includes(app.id));
  const keptIn = useVault((state) => state.status?.keptIn ?? null);
  return (
    <AppPage
      key={app.id}
      app={app}
      testing={testing}
      keptIn={keptIn}
      door={
        <DoorCard
          token={{ ...app, revokedAt: null }}
          kind="app"
          connect={app.clientId === null ? null : { kind: 'app', app, onCopied: copiedUntil }}
        />
      }
      onTest={() => void testApp(app.id)}
      onCopied={copiedUntil}
      onRemoved={() => {
        selectToken(null);
        // The page closes, and with it the focused button.
        document.getElementById('filter-tokens')?.focus();
      }}
      onBack={() => selectToken(app.id)}
    />
  );
}
