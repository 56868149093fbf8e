import { useState } from 'react';
import type { HeldFile, JobSource, ProfileAttribute, ProfileForm } from '../../shared/contract/tasks.ts';
import { series } from '../../shared/listed.ts';
import { bridge } from '../bridge.ts';
import { Choice } from '../ui/field.tsx';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { FileChoice, Sample } from './csv-file.tsx';
import { PlanButtons } from './plan-buttons.tsx';
import styles from './tasks.module.css';
import { useTasks } from './tasks-store.ts';
import { words } from './words.ts';

/** A file, the attributes that its rows can have, and the columns of those attributes. */
interface Filled {
  readonly file: HeldFile;
  readonly form: ProfileForm;
  readonly columns: ReadonlyMap<string, number>;
  /** The attributes that the person added to the proposed attributes. */
  readonly added: readonly string[];
}

/** Asks which columns of a file have the attributes of new users. */
export function CreateForm() {
  const orgId = useTasks((state) => state.orgId);
  const tokenId = useTasks((state) => state.tokenId);
  const [filled, setFilled] = useState<Filled | null>(null);
  const [activate, setActivate] = useState(false);
  const { failure, run } = useCall();
  const chooseFile = async () => {
    const answer = await run(bridge.tasks.chooseFile());
    if (answer === null || answer.file === null || orgId === null || tokenId === null) return;
    const { file } = answer;
    const form = await run(bridge.tasks.profileForm({ orgId, tokenId, fileId: file.fileId }));
    if (form === null) return;
    const columns = new Map(
      form.attributes.flatMap(({ name, column }) => (column === null ? [] : [[name, column] as const])),
    );
    setFilled({ file, form, columns, added: [] });
  };
  const missing = filled?.form.attributes.filter(
    ({ name, required }) => required && !filled.columns.has(name),
  );
  const source = (): JobSource | null => {
    if (filled === null || missing === undefined || missing.length > 0) return null;
    const mapping = [...filled.columns].map(([attribute, column]) => ({ attribute, column }));
    return { kind: 'profiles', fileId: filled.file.fileId, mapping, activate };
  };
  return (
    <>
      <FileChoice file={filled?.file ?? null} onChoose={() => void chooseFile()} />
      {filled !== null && (
        <>
          <Sample file={filled.file} />
          {filled.form.why !== '' && (
            <p className={typography.muted}>
              {words.createForm.notKnown} {filled.form.why}
            </p>
          )}
          <Columns filled={filled} onChange={setFilled} />
          {missing !== undefined && missing.length > 0 && (
            <p role="status">{words.createForm.missing(series(missing.map(({ title }) => title)))}</p>
          )}
        </>
      )}
      <div className={styles.who}>
        <Choice
          label={words.createForm.afterwards}
          value={activate ? 'activate' : 'stage'}
          options={[
            ['stage', words.createForm.stage],
            ['activate', words.createForm.activate],
          ]}
          onChange={(event) => setActivate(event.target.value === 'activate')}
        />
      </div>
      <PlanButtons wanted={{ action: 'create', source: source() }} failure={failure} />
    </>
  );
}

/** Asks for the column of each attribute: the attributes that the org needs, the proposed attributes, and those that the person adds. */
function Columns(props: { readonly filled: Filled; readonly onChange: (filled: Filled) => void }) {
  const { filled, onChange } = props;
  const { file, form, columns, added } = filled;
  const isShown = ({ name, required, column }: ProfileAttribute) =>
    required || column !== null || added.includes(name);
  const set = (name: string, column: string) => {
    const after = new Map(columns);
    if (column === '') after.delete(name);
    else after.set(name, Number(column));
    onChange({ ...filled, columns: after });
  };
  return (
    <fieldset className={styles.mapping}>
      <legend>{words.createForm.attributes}</legend>
      {form.attributes.filter(isShown).map(({ name, title, required }) => (
        <Choice
          key={name}
          label={required ? words.createForm.required(title) : title}
          value={columns.has(name) ? String(columns.get(name)) : ''}
          options={[
            ['', words.createForm.noColumn],
            ...file.columns.map((column, n) => [String(n), column] as const),
          ]}
          onChange={(event) => set(name, event.target.value)}
        />
      ))}
      <Choice
        label={words.createForm.more}
        value=""
        options={[
          ['', words.createForm.chooseMore],
          ...form.attributes
            .filter((attribute) => !isShown(attribute))
            .map(({ name, title }) => [name, title] as const),
        ]}
        onChange={(event) => onChange({ ...filled, added: [...added, event.target.value] })}
      />
    </fieldset>
  );
}
