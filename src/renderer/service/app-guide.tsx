import { Copy } from 'lucide-react';
import type { ServiceApp, ServicePlan } from '../../shared/contract/service.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import { listed } from '../ui/listed.ts';
import typography from '../ui/typography.module.css';
import styles from './service.module.css';
import { words } from './words.ts';

/** Shows the steps in the Admin Console that make an app, with the public key to paste there. */
export function AppGuide({ plan, app }: { readonly plan: ServicePlan; readonly app: ServiceApp }) {
  return (
    <ol className={styles.guide}>
      <li>
        {words.appGuide.createIntegration(
          (text) => (
            <b>{text}</b>
          ),
          (text) => (
            <b>{text}</b>
          ),
        )}
      </li>
      <li>
        {words.appGuide.addPublicKey((text) => (
          <b>{text}</b>
        ))}
        <PublicKey jwk={app.jwk} />
      </li>
      <li>
        {words.appGuide.oktaApiScopes(
          (text) => (
            <b>{text}</b>
          ),
          <span className={`${typography.mono} ${typography.selectable}`}>{plan.scopes.join(', ')}</span>,
        )}
      </li>
      <li>
        {plan.roles.length > 0
          ? words.appGuide.assignRoles((text) => <b>{text}</b>, listed(plan.roles))
          : words.appGuide.assignSomeRole((text) => <b>{text}</b>)}
      </li>
    </ol>
  );
}

function PublicKey({ jwk }: { readonly jwk: string }) {
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
