import type { FormEvent } from 'react';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Field } from '../ui/field.tsx';
import layout from '../ui/layout.module.css';
import { useCall } from '../ui/use-call.ts';
import { shared } from '../ui/words.ts';
import { words } from './words.ts';

/** Opens the vault by its recovery key. A key with a slip stays in the field. */
export function RecoveryForm({ onCancel }: { onCancel: () => void }) {
  const { failure, busy, run } = useCall();
  const open = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const recoveryKey = String(new FormData(event.currentTarget).get('typed') ?? '');
    if (recoveryKey !== '') await run(bridge.vault.recover({ recoveryKey }));
  };
  return (
    <form onSubmit={(event) => void open(event)}>
      <Field label={shared.recoveryKey} name="typed" code autoFocus hint={words.recoveryForm.howToType} />
      <FailureNote failure={failure} />
      <div className={layout.actions}>
        <Button kind="primary" type="submit" disabled={busy}>
          {words.recoveryForm.openWithKey}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {shared.cancel}
        </Button>
      </div>
    </form>
  );
}
