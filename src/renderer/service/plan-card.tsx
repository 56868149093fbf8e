import type { ServiceView } from '../../shared/contract/service.ts';
import { listed } from '../ui/listed.ts';
import styles from './service.module.css';
import { words } from './words.ts';

/** What the token's job needs as an app, as far as that is known. */
export function PlanCard({ plan, stays }: Pick<ServiceView, 'plan' | 'stays'>) {
  return (
    <section className="card stack">
      <h2>{words.planCard.whatItNeeds}</h2>
      {plan === null ? (
        <p>{words.planCard.needsNotKnown}</p>
      ) : (
        <>
          <p className="muted small">{plan.basis}</p>
          <ul className={styles.scopes} aria-label={words.planCard.scopes}>
            {plan.scopes.map((scope) => (
              <li key={scope} className="mono selectable">
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
            <summary className="small">{words.planCard.tokenOnly}</summary>
            <ul className="small muted">
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
