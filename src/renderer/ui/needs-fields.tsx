import { useId } from 'react';
import type { AccessView, Need } from '../../shared/contract/access.ts';
import fields from './field.module.css';
import styles from './needs.module.css';
import { pageShared, words } from './page-words.ts';

type Families = AccessView['families'];

/** Asks what a job needs of each family: nothing, read, or change. `readNeeds` reads the answers from the form around it. */
export function NeedsFields({
  families,
  before,
}: {
  readonly families: Families;
  readonly before: readonly Need[];
}) {
  const prefix = useId();
  return (
    <fieldset className={styles.needs}>
      <legend>{words.needsFields.whatItNeeds}</legend>
      {families.map(({ id, label, changeable }) => (
        <div key={id} className={styles.need}>
          <label htmlFor={`${prefix}-${id}`}>{label}</label>
          <select
            className={fields.input}
            id={`${prefix}-${id}`}
            name={id}
            defaultValue={before.find(({ family }) => family === id)?.access ?? 'none'}
          >
            <option value="none">{words.needsFields.nothing}</option>
            <option value="read">{words.needsFields.read}</option>
            {changeable && <option value="manage">{pageShared.change}</option>}
          </select>
        </div>
      ))}
    </fieldset>
  );
}

/** Returns the choices in the `NeedsFields` of `form`. */
export function readNeeds(form: HTMLFormElement, families: Families): Need[] {
  const data = new FormData(form);
  return families.flatMap(({ id }) => {
    const access = data.get(id);
    return access === 'read' || access === 'manage' ? [{ family: id, access }] : [];
  });
}
