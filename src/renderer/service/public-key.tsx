import { Copy } from 'lucide-react';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import typography from '../ui/typography.module.css';
import styles from './service.module.css';
import { words } from './words.ts';

/** Shows a public key as a JWK, and copies it. */
export function PublicKey({ jwk }: { readonly jwk: string }) {
  return (
    <div className={layout.stack}>
      <pre className={`${typography.mono} ${styles.publicKey} ${typography.selectable}`}>{jwk}</pre>
      <div>
        <Button onClick={() => void bridge.app.copyText({ text: jwk })}>
          <Icon of={Copy} />
          {words.appGuide.copyPublicKey}
        </Button>
      </div>
    </div>
  );
}
