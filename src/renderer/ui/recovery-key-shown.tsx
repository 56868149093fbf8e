import { useState } from 'react';
import { bridge } from '../bridge.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { shared, words } from './words.ts';

/** Shows a recovery key, which is kept nowhere. It closes only once the person says that it is written down. */
export function RecoveryKeyShown({ value, onDone }: { value: string; onDone: () => void }) {
  const [written, setWritten] = useState(false);
  return (
    <Dialog name={shared.recoveryKey} onClose={() => undefined}>
      <h1>{words.recoveryKeyShown.writeThisDown}</h1>
      <p>{words.recoveryKeyShown.whatKeyOpens}</p>
      <p className="recovery-key" data-testid="recovery-key">
        {value}
      </p>
      <label className="row-flex">
        <input type="checkbox" checked={written} onChange={(event) => setWritten(event.target.checked)} />
        {shared.writtenDown}
      </label>
      <div className="dialog-foot">
        <Button onClick={() => void bridge.app.copyText({ text: value })}>{shared.copyFor30s}</Button>
        <Button kind="primary" disabled={!written} onClick={onDone}>
          {words.recoveryKeyShown.done}
        </Button>
      </div>
    </Dialog>
  );
}
