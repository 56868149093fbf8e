import type { ServiceApp, ServicePlan } from '../../shared/contract/service.ts';
import { listed, series } from '../../shared/listed.ts';
import typography from '../ui/typography.module.css';
import { PublicKey } from './public-key.tsx';
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
          <span className={`${typography.mono} ${typography.selectable}`}>{series(plan.scopes)}</span>,
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
