import { useEffect } from 'react';
import { VaultScreen } from '../vault/vault-screen.tsx';
import { useVault } from '../vault/vault-store.ts';
import { connect } from './connect.ts';
import { UnderDemoBar } from './demo-bar.tsx';
import { useInfo } from './info-store.ts';
import { Shell } from './shell.tsx';
import { words } from './words.ts';

/** Shows the window: the vault's screens until it is open, and then the app. */
export function App() {
  useEffect(connect, []);
  return useInfo((state) => state.demo) === true ? (
    <UnderDemoBar>
      <Screen />
    </UnderDemoBar>
  ) : (
    <Screen />
  );
}

function Screen() {
  const status = useVault((state) => state.status);
  if (status === null || status.phase === 'opening') {
    // The same as in index.html, so that nothing flashes between the first paint and the first screen.
    return (
      <main data-starting aria-busy="true" aria-label={words.app.opening}>
        <i aria-hidden="true" />
        {words.sidebar.keyturn}
      </main>
    );
  }
  return status.phase === 'open' ? <Shell /> : <VaultScreen status={status} />;
}
