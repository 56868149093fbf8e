import { useState } from 'react';
import type { JobAction } from '../../shared/contract/tasks.ts';
import cards from '../ui/card.module.css';
import { Choice } from '../ui/field.tsx';
import layout from '../ui/layout.module.css';
import typography from '../ui/typography.module.css';
import { ChangeForm } from './change-form.tsx';
import { CreateForm } from './create-form.tsx';
import styles from './tasks.module.css';
import { words } from './words.ts';

/** The actions that a person can choose. A deletion only undoes a creation, so only the page of a job offers it. */
const offered = (Object.entries(words.planCard.actions) as (readonly [JobAction, string])[]).filter(
  ([action]) => action !== 'delete',
);

/** Asks for an action and its users, and makes a plan. It changes nothing. */
export function PlanCard() {
  const [action, setAction] = useState<JobAction>('suspend');
  return (
    <section className={`${cards.card} ${layout.stack}`} aria-label={words.planCard.title}>
      <h2>{words.planCard.title}</h2>
      <p className={typography.muted}>{words.planCard.about}</p>
      <div className={styles.who}>
        <Choice
          label={words.planCard.what}
          value={action}
          options={offered}
          onChange={(event) => setAction(event.target.value as JobAction)}
        />
      </div>
      {action === 'create' ? <CreateForm /> : <ChangeForm action={action} />}
    </section>
  );
}
