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

/** Finds a group by its name. `groupId` is the chosen one. */
export function GroupPicker(props: {
  readonly groupId: string | null;
  readonly onPick: (groupId: string | null) => void;
}) {
  const { groupId, onPick } = props;
  const orgId = useTasks((state) => state.orgId);
  const tokenId = useTasks((state) => state.tokenId);
  const [begins, setBegins] = useState('');
  const [groups, setGroups] = useState<readonly FoundGroup[] | null>(null);
  const { busy, failure, run } = useCall();
  const find = async () => {
    if (orgId === null || tokenId === null) return;
    const found = await run(bridge.tasks.findGroups({ orgId, tokenId, begins }));
    if (found === null) return;
    setGroups(found);
    const [first, ...more] = found.filter(({ why }) => why === '');
    onPick(first !== undefined && more.length === 0 ? first.id : null);
  };
  const picked = groups?.find(({ id }) => id === groupId);
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
          value={groupId ?? ''}
          options={[
            ['', words.groupPicker.choose],
            ...groups.map(
              ({ id, name, why }) => [id, why === '' ? name : words.groupPicker.cannot(name)] as const,
            ),
          ]}
          onChange={(event) => onPick(event.target.value === '' ? null : event.target.value)}
        />
      )}
      {picked !== undefined && (picked.why !== '' || picked.description !== '') && (
        <p className={typography.muted} role="status">
          {picked.why === '' ? picked.description : picked.why}
        </p>
      )}
    </>
  );
}
