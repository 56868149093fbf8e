import type { ServiceView } from '../../shared/contract/service.ts';

/** What the token's job needs as an app, as far as that is known. */
export function PlanCard({ plan, stays }: Pick<ServiceView, 'plan' | 'stays'>) {
  return (
    <section className="card stack">
      <h2>What it needs</h2>
      {plan === null ? (
        <p>
          An OAuth service app asks for single scopes, and its access tokens end after an hour. Which scopes
          this token’s job needs is not known yet: on the Access tab make an X-ray and say what the token is
          for.
        </p>
      ) : (
        <>
          <p className="muted small">{plan.basis}</p>
          <ul className="scopes" aria-label="Scopes">
            {plan.scopes.map((scope) => (
              <li key={scope} className="mono selectable">
                {scope}
              </li>
            ))}
          </ul>
          <p>
            {plan.roles.length > 0
              ? `The app needs an admin role, too: ${plan.roles.join(' and ')}.`
              : `The app needs an admin role, too: a custom one with ${plan.permissions.join(', ') || 'what the job needs'}.`}
          </p>
          <details>
            <summary className="small">What goes with an API token only</summary>
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
