import { ShieldAlert, UserRound } from 'lucide-react';
import type { Token } from '../../shared/contract/models.ts';
import { isOverPrivileged } from '../../shared/health.ts';
import { Icon } from '../ui/icons.tsx';

/** What the last test could read of what the token may do, and from where. */
export function AccessTab({ token }: { token: Token }) {
  const facts = token.lastTest?.facts;
  if (facts == null) {
    return <p className="muted">Test the token to see its owner's roles and from where it may be used.</p>;
  }
  const network = facts.network;
  return (
    <>
      <p className="muted">
        A token has its owner's privileges, no fewer and no more
        {facts.owner === null ? '' : `; its owner is ${facts.owner.login}`}.
      </p>
      {isOverPrivileged(token) && (
        <div className="banner tone-attention">
          <Icon of={ShieldAlert} />
          <p className="grow">
            <b>This token may do everything.</b> Its owner is a super admin. Give the job to a service account
            with the smallest role that does it, and replace the token.
          </p>
        </div>
      )}
      <section className="card">
        <h2>Roles</h2>
        {facts.roles === null ? (
          <p className="muted">Not known: this token may not read its owner's roles.</p>
        ) : facts.roles.length === 0 ? (
          <p className="muted">The owner has no admin role.</p>
        ) : (
          <ul className="checks">
            {facts.roles.map((role) => (
              <li key={`${role.type} ${role.label} ${role.assignment}`}>
                <Icon of={UserRound} className="muted" />
                <span className="title">{role.label}</span>
                <span className="detail">
                  {role.type === 'CUSTOM' ? 'Custom role' : 'Standard role'}
                  {role.assignment === 'GROUP' ? ', by a group' : ''}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="card">
        <h2>Network</h2>
        <p className={network === null ? 'muted' : ''}>
          {network === null
            ? 'Not known: Okta did not show which token in its list this is, or this token may not read the list.'
            : network.connection === 'ANYWHERE'
              ? 'It may be used from any address. In the Admin Console it can be restricted to network zones.'
              : `It may be used from network zones only: ${network.include.length} included, ${network.exclude.length} excluded.`}
        </p>
      </section>
    </>
  );
}
