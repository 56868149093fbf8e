import { useState } from 'react';
import type { HeldFile, JobAction, JobSource } from '../../shared/contract/tasks.ts';
import { bridge } from '../bridge.ts';
import { Choice } from '../ui/field.tsx';
import { useCall } from '../ui/use-call.ts';
import { FileChoice, Sample } from './csv-file.tsx';
import { GroupPicker } from './group-picker.tsx';
import { PlanButtons } from './plan-buttons.tsx';
import { RuleForm } from './rule-form.tsx';
import styles from './tasks.module.css';
import { useTasks } from './tasks-store.ts';
import { words } from './words.ts';

/** Asks which existing users a job changes, and for the group of a job that changes members. */
export function ChangeForm({ action }: { readonly action: JobAction }) {
  const question = useTasks((state) => state.question);
  const chosen = useTasks((state) => state.chosen);
  const [kind, setKind] = useState<'selection' | 'search' | 'file'>('selection');
  const [file, setFile] = useState<HeldFile | null>(null);
  const [column, setColumn] = useState(0);
  const [holds, setHolds] = useState<'login' | 'id'>('login');
  const [groupColumn, setGroupColumn] = useState<number | null>(null);
  const [groupId, setGroupId] = useState<string | null>(null);
  const { failure, run } = useCall();

  const changesGroups = action === 'add-to-group' || action === 'remove-from-group';
  const byColumn = changesGroups && kind === 'file' && file !== null && groupColumn !== null;
  const source = (): JobSource | null => {
    if (changesGroups && !byColumn && groupId === null) return null;
    if (kind === 'search') return { kind, question };
    if (kind === 'selection') return chosen.size === 0 ? null : { kind, userIds: [...chosen].slice(0, 1000) };
    if (file === null) return null;
    const named = { kind, fileId: file.fileId, column, holds };
    return byColumn ? { ...named, groupColumn } : named;
  };
  const chooseFile = async () => {
    const answer = await run(bridge.tasks.chooseFile());
    if (answer === null || answer.file === null) return;
    setFile(answer.file);
    setColumn(answer.file.column);
    setGroupColumn(null);
    const [name = ''] = answer.file.columns.slice(answer.file.column);
    setHolds(name.trim().toLowerCase() === 'id' ? 'id' : 'login');
  };
  return (
    <>
      <div className={styles.who}>
        <Choice
          label={words.changeForm.whom}
          value={kind}
          options={[
            ['selection', words.changeForm.chosen(chosen.size)],
            ['search', words.changeForm.search],
            ['file', words.changeForm.file],
          ]}
          onChange={(event) => setKind(event.target.value as typeof kind)}
        />
      </div>
      {kind === 'file' && <FileChoice file={file} onChoose={() => void chooseFile()} />}
      {kind === 'file' && file !== null && (
        <>
          <div className={styles.who}>
            <Choice
              label={words.changeForm.column}
              value={String(column)}
              options={file.columns.map((name, n) => [String(n), name] as const)}
              onChange={(event) => setColumn(Number(event.target.value))}
            />
            <Choice
              label={words.changeForm.holds}
              value={holds}
              options={[
                ['login', words.changeForm.logins],
                ['id', words.changeForm.ids],
              ]}
              onChange={(event) => setHolds(event.target.value as typeof holds)}
            />
          </div>
          <Sample file={file} />
          {changesGroups && (
            <div className={styles.who}>
              <Choice
                label={words.changeForm.groups}
                value={groupColumn === null ? '' : String(groupColumn)}
                options={[
                  ['', words.changeForm.oneGroup],
                  ...file.columns.map((name, n) => [String(n), words.groupPicker.column(name)] as const),
                ]}
                onChange={(event) =>
                  setGroupColumn(event.target.value === '' ? null : Number(event.target.value))
                }
              />
            </div>
          )}
        </>
      )}
      {changesGroups && !byColumn && <GroupPicker onPick={setGroupId} />}
      <PlanButtons
        wanted={{
          action,
          source: source(),
          groupId: changesGroups && !byColumn ? (groupId ?? undefined) : undefined,
        }}
        failure={failure}
      />
      {action === 'add-to-group' && kind === 'search' && groupId !== null && <RuleForm groupId={groupId} />}
    </>
  );
}
