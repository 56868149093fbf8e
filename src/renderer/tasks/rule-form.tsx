import { useState } from 'react';
import type { MadeRule } from '../../shared/contract/tasks.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Field } from '../ui/field.tsx';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import styles from './tasks.module.css';
import { useTasks } from './tasks-store.ts';
import { words } from './words.ts';

/** Makes a group rule from the search, so that Okta adds users to the group by itself. The system asks the person first. */
export function RuleForm({ groupId }: { readonly groupId: string }) {
  const { orgId, tokenId, question } = useTasks();
  const [name, setName] = useState('');
  const [made, setMade] = useState<MadeRule | null>(null);
  const { busy, failure, run } = useCall();
  const make = async () => {
    if (orgId === null || tokenId === null) return;
    setMade(await run(bridge.tasks.makeRule({ orgId, tokenId, question, groupId, name })));
  };
  return (
    <section aria-label={words.ruleForm.title} className={styles.rule}>
      <h3>{words.ruleForm.title}</h3>
      <p className={typography.muted}>{words.ruleForm.about}</p>
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && name.trim() !== '') void make();
        }}
      >
        <div className={styles.search}>
          <Field
            label={words.ruleForm.name}
            value={name}
            maxLength={50}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <Button
          type="submit"
          className={styles.beside}
          disabled={busy || name.trim() === '' || tokenId === null}
          aria-busy={busy}
        >
          {busy ? words.ruleForm.making : words.ruleForm.make}
        </Button>
      </form>
      <FailureNote failure={failure} />
      {made !== null && (
        <p role="status" className={typography.selectable}>
          {words.ruleForm.made(made.name, made.expression)}
        </p>
      )}
    </section>
  );
}
