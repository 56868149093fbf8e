import { type FormEvent, useState } from 'react';
import type { Door } from '../../shared/contract/programs.ts';
import { Button } from '../ui/button.tsx';
import { Choice, Field, TextArea } from '../ui/field.tsx';

const accessWords = { read: 'Reading only (GET)', change: 'Reading and changes' } as const;

/** What programs that are allowed may do: in a line, and as a form to change it. */
export function DoorRules({
  door,
  onSave,
}: {
  readonly door: Door;
  readonly onSave: (door: Door) => Promise<boolean>;
}) {
  const [editing, setEditing] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const kept = await onSave({
      ...door,
      access: form.get('access') === 'change' ? 'change' : 'read',
      paths: String(form.get('paths') ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
      perMinute: Number(form.get('perMinute')),
      value: form.get('value') !== null,
    });
    if (kept) setEditing(false);
  };
  if (!editing) {
    return (
      <div className="card-head">
        <p>
          {accessWords[door.access]} below {door.paths.join(', ')}, at most {door.perMinute} calls a minute.
          {door.value && ' The value itself may be asked for.'}
        </p>
        <Button kind="link" className="small" onClick={() => setEditing(true)}>
          Change
        </Button>
      </div>
    );
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <Choice
        label="Programs may do"
        name="access"
        defaultValue={door.access}
        options={Object.entries(accessWords)}
        hint="Changes are anything but GET and HEAD. Each program is still asked about."
      />
      <TextArea
        label="Paths, one on each line"
        name="paths"
        rows={3}
        defaultValue={door.paths.join('\n')}
        hint="A call must begin with one of them, for example /api/v1/users."
      />
      <Field
        label="Calls a minute"
        name="perMinute"
        type="number"
        min={1}
        max={600}
        required
        defaultValue={door.perMinute}
        hint="All programs together; more are told to wait."
      />
      <label className="row-flex">
        <input type="checkbox" name="value" defaultChecked={door.value} />
        <span>
          Programs that cannot call Keyturn may ask for the value itself, and you are asked each time
        </span>
      </label>
      <p className="muted small">Whoever was allowed is asked about again after a change.</p>
      <div className="dialog-foot">
        <Button onClick={() => setEditing(false)}>Cancel</Button>
        <Button kind="primary" type="submit">
          Keep these rules
        </Button>
      </div>
    </form>
  );
}
