import type { ServicePlan } from '../../shared/contract/service.ts';
import { listed, series } from '../../shared/listed.ts';
import cards from '../ui/card.module.css';
import layout from '../ui/layout.module.css';
import typography from '../ui/typography.module.css';
import styles from './service.module.css';
import { words } from './words.ts';

/** Shows the scopes and roles that an app needs for a job. */
export function PlanCard({
  plan,
  stays = [],
  unknown,
}: {
  readonly plan: ServicePlan | null;
  /** What only an API token can do, when an app is to replace a token. */
  readonly stays?: readonly string[];
  /** What to do while the job is unknown. */
  readonly unknown: string;
}) {
  return (
    <section className={`${cards.card} ${layout.stack}`}>
      <h2>{words.planCard.whatItNeeds}</h2>
      {plan === null ? (
        <p>{unknown}</p>
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
                ? words.planCard.needsCustomRole(series(plan.permissions))
                : words.planCard.needsSomeRole}
          </p>
          {stays.length > 0 && (
            <details>
              <summary className={typography.small}>{words.planCard.tokenOnly}</summary>
              <ul className={`${typography.small} ${typography.muted}`}>
                {stays.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </section>
  );
}
