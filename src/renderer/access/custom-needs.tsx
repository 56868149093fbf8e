import type { AccessView, Need } from '../../shared/contract/access.ts';
import { Button } from '../ui/button.tsx';
import layout from '../ui/layout.module.css';
import { NeedsFields, readNeeds } from '../ui/needs-fields.tsx';
import { words } from './words.ts';

interface CustomNeedsProps {
  readonly view: AccessView;
  readonly busy: boolean;
  readonly onSave: (needs: Need[]) => void;
}

/** Asks what the job needs of each family: nothing, read, or change. */
export function CustomNeeds({ view, busy, onSave }: CustomNeedsProps) {
  return (
    <form
      className={layout.stack}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(readNeeds(event.currentTarget, view.families));
      }}
    >
      <NeedsFields families={view.families} before={view.purpose?.needs ?? []} />
      <div>
        <Button type="submit" disabled={busy}>
          {words.customNeeds.judgeByThis}
        </Button>
      </div>
    </form>
  );
}
