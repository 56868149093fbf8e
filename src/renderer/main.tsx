import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './ui/base.css';
import './ui/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { AriaLanguage } from './ui/aria-language.tsx';
import { leaveKeysToInputMethod } from './ui/keys.ts';

leaveKeysToInputMethod();

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <AriaLanguage>
        <App />
      </AriaLanguage>
    </StrictMode>,
  );
}
