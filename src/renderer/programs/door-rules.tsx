import { type FormEvent, useState } from 'react';
import type { Door } from '../../shared/contract/programs.ts';
import { series } from '../../shared/listed.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import dialogs from '../ui/dialog.module.css';
import { Choice, Field, TextArea } from '../ui/field.tsx';
import layout from '../ui/layout.module.css';
import { pageShared } from '../ui/page-words.ts';
import typography from '../ui/typography.module.css';
import { useEditFocus } from '../ui/use-edit-focus.ts';
import { shared } from '../ui/words.ts';
import { words } from './words.ts';

const accessWords = {
  read: words.doorRules.readingOnly,
  change: words.doorRules.readingAndChanges,
} as const;

/** Shows the rules for allowed programs in one line, and a form that changes them. */
export function DoorRules({
  door,
  onSave,
}: {
  readonly door: Door;
  readonly onSave: (door: Door) => Promise<boolean>;
}) {
  const [editing, setEditing] = useState(false);
  const holder = useEditFocus(editing);
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
      <div ref={holder} className={cards.head}>
        <p>
          {door.value
            ? words.doorRules.rulesWithValue(accessWords[door.access], series(door.paths), door.perMinute)
            : words.doorRules.rules(accessWords[door.access], series(door.paths), door.perMinute)}
        </p>
        <Button kind="link" onClick={() => setEditing(true)}>
          {pageShared.change}
        </Button>
      </div>
    );
  }
  return (
    <form ref={holder} className={layout.stack} onSubmit={(event) => void submit(event)}>
      <Choice
        label={words.doorRules.programsMayDo}
        name="access"
        defaultValue={door.access}
        options={Object.entries(accessWords)}
        hint={words.doorRules.whatChangesAre}
      />
      <TextArea
        label={words.doorRules.paths}
        name="paths"
        rows={3}
        defaultValue={door.paths.join('\n')}
        hint={words.doorRules.whatPathsDo}
      />
      <Field
        label={words.doorRules.callsAMinute}
        name="perMinute"
        type="number"
        min={1}
        max={600}
        required
        defaultValue={door.perMinute}
        hint={words.doorRules.whatLimitDoes}
      />
      <label className={layout.row}>
        <input type="checkbox" name="value" defaultChecked={door.value} />
        <span>{words.doorRules.mayAskForValue}</span>
      </label>
      <p className={`${typography.muted} ${typography.small}`}>{words.doorRules.askedAgain}</p>
      <div className={dialogs.foot}>
        <Button onClick={() => setEditing(false)}>{shared.cancel}</Button>
        <Button kind="primary" type="submit">
          {words.doorRules.keepTheseRules}
        </Button>
      </div>
    </form>
  );
}
