import { Building2, TriangleAlert } from 'lucide-react';
import type { PolicyView } from '../../shared/contract/settings.ts';
import cards from '../ui/card.module.css';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import typography from '../ui/typography.module.css';
import styles from './settings.module.css';
import { words } from './words.ts';

/** Returns the rules of the policy, one sentence for each. */
function rulesOf(policy: PolicyView): string[] {
  return [
    ...(policy.allowedOrgs === null ? [] : [words.policyCard.orgs(policy.allowedOrgs)]),
    ...(policy.lockAfterMinutes === null ? [] : [words.policyCard.lockAfter(policy.lockAfterMinutes)]),
    ...(policy.lockOnSuspend ? [words.policyCard.lockOnSuspend] : []),
    ...(policy.lockOnScreenLock ? [words.policyCard.lockOnScreenLock] : []),
    ...(policy.copy ? [] : [words.policyCard.noCopy]),
    ...(policy.programs ? [] : [words.policyCard.noPrograms]),
    ...(policy.demo ? [] : [words.policyCard.noDemo]),
    ...(policy.updates ? [] : [words.policyCard.noUpdates]),
  ];
}

/** Shows what the organisation of this computer permits, and the place of its policy. */
export function PolicyCard({ policy }: { readonly policy: PolicyView }) {
  const rules = rulesOf(policy);
  return (
    <section className={cards.card} aria-labelledby="policy">
      <h2 id="policy">{words.policyCard.title}</h2>
      {policy.problem !== null && (
        <p className={`${layout.row} ${typography.small}`} role="alert">
          <Icon of={TriangleAlert} />
          {words.policyCard.unreadable(policy.problem)}
        </p>
      )}
      <ul className={styles.rules}>
        {(rules.length === 0 ? [words.policyCard.nothing] : rules).map((rule) => (
          <li key={rule}>
            <Icon of={Building2} />
            {rule}
          </li>
        ))}
      </ul>
      <p className={`${typography.muted} ${typography.small}`}>{words.policyCard.from(policy.from)}</p>
    </section>
  );
}
