import { useState } from 'react';
import type { HeldFile, JobAction, JobSource } from '../../shared/contract/tasks.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import { FailureNote } from '../ui/failure-note.tsx';
import { Choice } from '../ui/field.tsx';
import layout from '../ui/layout.module.css';
import tables from '../ui/table.module.css';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { planJob, useJobs } from './jobs-store.ts';
import styles from './tasks.module.css';
import { stopReading, useTasks } from './tasks-store.ts';
import { words } from './words.ts';

const actionNames = Object.entries(words.planCard.actions) as (readonly [JobAction, string])[];

/** What is to be done to which users. It leads to a plan, and changes nothing. */
export function PlanCard() {
  const { orgId, tokenId, question, chosen } = useTasks();
  const planning = useJobs((state) => state.busy);
  const jobFailure = useJobs((state) => state.failure);
  const [action, setAction] = useState<JobAction>('suspend');
  const [kind, setKind] = useState<'selection' | 'search' | 'file'>('selection');
  const [file, setFile] = useState<HeldFile | null>(null);
  const [column, setColumn] = useState(0);
  const [holds, setHolds] = useState<'login' | 'id'>('login');
  const { failure, run } = useCall();

  const source = (): JobSource | null => {
    if (kind === 'search') return { kind, question };
    if (kind === 'selection') return chosen.size === 0 ? null : { kind, userIds: [...chosen].slice(0, 1000) };
    return file === null ? null : { kind, fileId: file.fileId, column, holds };
  };
  const from = source();
  const chooseFile = async () => {
    const answer = await run(bridge.tasks.chooseFile());
    if (answer === null || answer.file === null) return;
    setFile(answer.file);
    setColumn(answer.file.column);
    const [name = ''] = answer.file.columns.slice(answer.file.column);
    setHolds(name.trim().toLowerCase() === 'id' ? 'id' : 'login');
  };
  return (
    <section className={`${cards.card} ${layout.stack} ${styles.plan}`} aria-label={words.planCard.title}>
      <h2>{words.planCard.title}</h2>
      <p className={typography.muted}>{words.planCard.about}</p>
      <div className={styles.who}>
        <Choice
          label={words.planCard.what}
          value={action}
          options={actionNames}
          onChange={(event) => setAction(event.target.value as JobAction)}
        />
        <Choice
          label={words.planCard.whom}
          value={kind}
          options={[
            ['selection', words.planCard.chosen(chosen.size)],
            ['search', words.planCard.search],
            ['file', words.planCard.file],
          ]}
          onChange={(event) => setKind(event.target.value as typeof kind)}
        />
      </div>
      {kind === 'file' && (
        <div className={layout.row}>
          <Button onClick={() => void chooseFile()}>{words.planCard.chooseFile}</Button>
          {file !== null && (
            <span className={typography.muted}>{words.planCard.fileIs(file.name, file.encoding)}</span>
          )}
        </div>
      )}
      {kind === 'file' && file !== null && (
        <>
          <div className={styles.who}>
            <Choice
              label={words.planCard.column}
              value={String(column)}
              options={file.columns.map((name, n) => [String(n), name] as const)}
              onChange={(event) => setColumn(Number(event.target.value))}
            />
            <Choice
              label={words.planCard.holds}
              value={holds}
              options={[
                ['login', words.planCard.logins],
                ['id', words.planCard.ids],
              ]}
              onChange={(event) => setHolds(event.target.value as typeof holds)}
            />
          </div>
          <Sample file={file} />
        </>
      )}
      <FailureNote failure={failure ?? jobFailure} />
      <div className={layout.row}>
        <Button
          kind="primary"
          disabled={from === null || planning || orgId === null || tokenId === null}
          aria-busy={planning}
          onClick={() => {
            if (from !== null && orgId !== null && tokenId !== null) {
              void planJob(orgId, tokenId, action, from);
            }
          }}
        >
          {planning ? words.planCard.reading : words.planCard.show}
        </Button>
        {planning && <Button onClick={() => void stopReading()}>{words.searchForm.stop}</Button>}
      </div>
    </section>
  );
}

/** The first rows of a file, so that a wrong separator or encoding shows. */
function Sample({ file }: { readonly file: HeldFile }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a control in it, it could not be scrolled by the keyboard
    <section className={styles.sample} tabIndex={0} aria-label={words.planCard.sample}>
      <table className={tables.table} aria-label={words.planCard.sample}>
        <thead>
          <tr>
            {file.columns.map((name, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name
              <th key={n} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {file.sample.map((row, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows may be the same
            <tr key={n}>
              {row.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two cells may be the same
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
