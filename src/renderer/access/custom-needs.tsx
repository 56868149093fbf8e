import { useId } from 'react';
import type { AccessView, FamilyId, Need } from '../../shared/contract/access.ts';
import { Button } from '../ui/button.tsx';
import fields from '../ui/field.module.css';
import layout from '../ui/layout.module.css';
import { pageShared } from '../ui/page-words.ts';
import styles from './access.module.css';
import { words } from './words.ts';

interface CustomNeedsProps {
  readonly view: AccessView;
  readonly busy: boolean;
  readonly onSave: (needs: Need[]) => void;
}

/** Asks what the job needs of each family: nothing, read, or change. */
export function CustomNeeds({ view, busy, onSave }: CustomNeedsProps) {
  const prefix = useId();
  const before = (id: FamilyId) => view.purpose?.needs.find(({ family }) => family === id)?.access ?? 'none';
  return (
    <form
      className={layout.stack}
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        onSave(
          view.families.flatMap(({ id }) => {
            const access = form.get(id);
            return access === 'read' || access === 'manage' ? [{ family: id, access }] : [];
          }),
        );
      }}
    >
      <fieldset className={styles.needs}>
        <legend>{words.customNeeds.whatItNeeds}</legend>
        {view.families.map(({ id, label, changeable }) => (
          <div key={id} className={styles.need}>
            <label htmlFor={`${prefix}-${id}`}>{label}</label>
            <select className={fields.input} id={`${prefix}-${id}`} name={id} defaultValue={before(id)}>
              <option value="none">{words.customNeeds.nothing}</option>
              <option value="read">{words.customNeeds.read}</option>
              {changeable && <option value="manage">{pageShared.change}</option>}
            </select>
          </div>
        ))}
      </fieldset>
      <div>
        <Button type="submit" disabled={busy}>
          {words.customNeeds.judgeByThis}
        </Button>
      </div>
    </form>
  );
}
