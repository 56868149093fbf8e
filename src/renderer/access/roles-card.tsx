import { UserRound } from 'lucide-react';
import type { AssignedRole, Xray } from '../../shared/contract/access.ts';
import type { Token } from '../../shared/contract/tokens.ts';
import { fullDate } from '../../shared/time-words.ts';
import cards from '../ui/card.module.css';
import { Icon } from '../ui/icons.tsx';
import typography from '../ui/typography.module.css';
import styles from './access.module.css';
import { words } from './words.ts';

/** Shows the owner's roles from the last X-ray, or else from the last test. A custom role shows its permissions. */
export function RolesCard({ token, xray }: { token: Token; xray: Xray | null }) {
  const facts = token.known;
  const known = xray?.roles ?? facts?.roles ?? null;
  const owner = xray?.owner?.login ?? facts?.owner?.login;
  const roles: readonly Partial<AssignedRole>[] | null = known;
  return (
    <section className={cards.card}>
      <h2>{words.rolesCard.roles}</h2>
      {owner !== undefined && (
        <p className={`${typography.muted} ${typography.small}`}>
          {words.rolesCard.ofItsOwner(<span className={typography.selectable}>{owner}</span>)}
        </p>
      )}
      {roles === null ? (
        <p className={typography.muted}>
          {xray === null && facts === null ? words.rolesCard.notReadYet : words.rolesCard.notKnown}
        </p>
      ) : roles.length === 0 ? (
        <p className={typography.muted}>{words.rolesCard.noRole}</p>
      ) : (
        <ul className={styles.roles}>
          {roles.map((role) => (
            <li key={`${role.type} ${role.label} ${role.assignment}`}>
              <div className={styles.role}>
                <Icon of={UserRound} className={typography.muted} />
                <span className={styles.roleName}>{role.label}</span>
                <span className={`${typography.muted} ${typography.small}`}>
                  {role.assignment === 'GROUP'
                    ? role.type === 'CUSTOM'
                      ? words.rolesCard.customRoleByGroup
                      : words.rolesCard.standardRoleByGroup
                    : role.type === 'CUSTOM'
                      ? words.rolesCard.customRole
                      : words.rolesCard.standardRole}
                </span>
              </div>
              {role.note !== undefined && role.note !== '' && (
                <p className={`${typography.muted} ${typography.small}`}>{role.note}</p>
              )}
              {role.permissions != null && (
                <details className={styles.details}>
                  <summary>
                    {role.permissionsReadAt == null
                      ? words.rolesCard.permissions(role.permissions.length)
                      : words.rolesCard.permissionsRead(
                          role.permissions.length,
                          fullDate(role.permissionsReadAt),
                        )}
                  </summary>
                  <ul>
                    {role.permissions.map((permission) => (
                      <li key={permission} className={`${typography.mono} ${typography.selectable}`}>
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
