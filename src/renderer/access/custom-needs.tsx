import type { AccessView, FamilyId, Need } from '../../shared/contract/access.ts';
import { Button } from '../ui/button.tsx';

interface CustomNeedsProps {
  readonly view: AccessView;
  readonly busy: boolean;
  readonly onSave: (needs: Need[]) => void;
}

/** One choice for each family: nothing, read, or change. */
export function CustomNeeds({ view, busy, onSave }: CustomNeedsProps) {
  const before = (id: FamilyId) => view.purpose?.needs.find(({ family }) => family === id)?.access ?? 'none';
  return (
    <form
      className="stack"
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
      <fieldset className="access-needs">
        <legend>What it needs</legend>
        {view.families.map(({ id, label, changeable }) => (
          <label key={id} className="access-need">
            <span>{label}</span>
            <select className="input" name={id} defaultValue={before(id)}>
              <option value="none">Nothing</option>
              <option value="read">Read</option>
              {changeable && <option value="manage">Change</option>}
            </select>
          </label>
        ))}
      </fieldset>
      <div>
        <Button type="submit" disabled={busy}>
          Judge by this
        </Button>
      </div>
    </form>
  );
}
