import { UserRound } from 'lucide-react';
import type { AssignedRole, Xray } from '../../shared/contract/access.ts';
import type { Token } from '../../shared/contract/tokens.ts';
import { fullDate } from '../../shared/time-words.ts';
import { Icon } from '../ui/icons.tsx';

/** The owner's roles as the last X-ray or else the last test read them; custom ones opened into permissions. */
export function RolesCard({ token, xray }: { token: Token; xray: Xray | null }) {
  const facts = token.known;
  const known = xray?.roles ?? facts?.roles ?? null;
  const owner = xray?.owner?.login ?? facts?.owner?.login;
  const roles: readonly Partial<AssignedRole>[] | null = known;
  return (
    <section className="card">
      <h2>Roles</h2>
      {owner !== undefined && (
        <p className="muted small">
          Of its owner <span className="selectable">{owner}</span>
        </p>
      )}
      {roles === null ? (
        <p className="muted">
          {xray === null && facts === null
            ? 'Not known yet: test the token, or make an X-ray.'
            : "Not known: the owner's roles could not be read."}
        </p>
      ) : roles.length === 0 ? (
        <p className="muted">The owner has no admin role.</p>
      ) : (
        <ul className="access-roles">
          {roles.map((role) => (
            <li key={`${role.type} ${role.label} ${role.assignment}`}>
              <div className="access-role">
                <Icon of={UserRound} className="muted" />
                <span className="title">{role.label}</span>
                <span className="muted small">
                  {role.type === 'CUSTOM' ? 'Custom role' : 'Standard role'}
                  {role.assignment === 'GROUP' ? ', by a group' : ''}
                </span>
              </div>
              {role.note !== undefined && role.note !== '' && <p className="muted small">{role.note}</p>}
              {role.permissions != null && (
                <details className="access-details">
                  <summary>
                    {role.permissions.length} {role.permissions.length === 1 ? 'permission' : 'permissions'}
                    {role.permissionsReadAt == null ? '' : `, read ${fullDate(role.permissionsReadAt)}`}
                  </summary>
                  <ul>
                    {role.permissions.map((permission) => (
                      <li key={permission} className="mono selectable">
                        {permission}
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
