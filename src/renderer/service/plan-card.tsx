import type { ServiceView } from '../../shared/contract/service.ts';
import cards from '../ui/card.module.css';
import layout from '../ui/layout.module.css';
import { listed } from '../ui/listed.ts';
import typography from '../ui/typography.module.css';
import styles from './service.module.css';
import { words } from './words.ts';

/** Shows the scopes and roles that an app needs for the token's job. */
export function PlanCard({ plan, stays }: Pick<ServiceView, 'plan' | 'stays'>) {
  return (
    <section className={`${cards.card} ${layout.stack}`}>
      <h2>{words.planCard.whatItNeeds}</h2>
      {plan === null ? (
        <p>{words.planCard.needsNotKnown}</p>
      ) : (
        <>
          <p className={`${typography.muted} ${typography.small}`}>{plan.basis}</p>
          <ul className={styles.scopes} aria-label={words.planCard.scopes}>
            {plan.scopes.map((scope) => (
              <li key={scope} className={`${typography.mono} ${typography.selectable}`}>
                {scope}
              </li>
            ))}
          </ul>
          <p>
            {plan.roles.length > 0
              ? words.planCard.needsRoles(listed(plan.roles))
              : plan.permissions.length > 0
                ? words.planCard.needsCustomRole(plan.permissions.join(', '))
                : words.planCard.needsSomeRole}
          </p>
          <details>
            <summary className={typography.small}>{words.planCard.tokenOnly}</summary>
            <ul className={`${typography.small} ${typography.muted}`}>
              {stays.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </details>
        </>
      )}
    </section>
  );
}
