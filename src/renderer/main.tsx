import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './ui/tokens.css';
import './ui/ui.css';
import './ui/overlays.css';
import './ui/table.css';
import './ui/page.css';
import './app/app.css';
import './tokens/tokens-page.css';
import './settings/settings.css';
import './vault/vault.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
