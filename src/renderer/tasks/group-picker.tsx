import { useState } from 'react';
import type { FoundGroup } from '../../shared/contract/tasks.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Choice, Field } from '../ui/field.tsx';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import styles from './tasks.module.css';
import { useTasks } from './tasks-store.ts';
import { words } from './words.ts';

/** Finds a group by its name. Picks null while the person has chosen no group with members that can change. */
export function GroupPicker({ onPick }: { readonly onPick: (groupId: string | null) => void }) {
  const orgId = useTasks((state) => state.orgId);
  const tokenId = useTasks((state) => state.tokenId);
  const [begins, setBegins] = useState('');
  const [groups, setGroups] = useState<readonly FoundGroup[] | null>(null);
  const [shownId, setShownId] = useState('');
  const { busy, failure, run } = useCall();
  const show = (group: FoundGroup | undefined) => {
    setShownId(group?.id ?? '');
    onPick(group?.why === '' ? group.id : null);
  };
  const find = async () => {
    if (orgId === null || tokenId === null) return;
    const found = await run(bridge.tasks.findGroups({ orgId, tokenId, begins }));
    if (found === null) return;
    setGroups(found);
    const [first, ...more] = found.filter(({ why }) => why === '');
    show(more.length === 0 ? first : undefined);
  };
  const shown = groups?.find(({ id }) => id === shownId);
  return (
    <>
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void find();
        }}
      >
        <div className={styles.search}>
          <Field
            label={words.groupPicker.find}
            value={begins}
            maxLength={255}
            onChange={(event) => setBegins(event.target.value)}
          />
        </div>
        <Button type="submit" className={styles.beside} disabled={busy} aria-busy={busy}>
          {busy ? words.groupPicker.finding : words.groupPicker.findButton}
        </Button>
      </form>
      <FailureNote failure={failure} />
      {groups !== null && groups.length === 0 && <p role="status">{words.groupPicker.none}</p>}
      {groups !== null && groups.length > 0 && (
        <Choice
          label={words.groupPicker.group}
          value={shownId}
          options={[
            ['', words.groupPicker.choose],
            ...groups.map(
              ({ id, name, why }) => [id, why === '' ? name : words.groupPicker.cannot(name)] as const,
            ),
          ]}
          onChange={(event) => show(groups.find(({ id }) => id === event.target.value))}
        />
      )}
      {shown !== undefined && (shown.why !== '' || shown.description !== '') && (
        <p className={typography.muted} role="status">
          {shown.why === '' ? shown.description : shown.why}
        </p>
      )}
    </>
  );
}
