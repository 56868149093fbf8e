import { useState } from 'react';
import { bridge } from '../bridge.ts';
import { Button } from './button.tsx';
import dialogs from './dialog.module.css';
import { Dialog } from './dialog.tsx';
import layout from './layout.module.css';
import toWriteDown from './to-write-down.module.css';
import { shared, words } from './words.ts';

/** Shows a recovery key, which Keyturn stores nowhere. It closes only when the person says that the key is written down. */
export function RecoveryKeyShown({ value, onDone }: { value: string; onDone: () => void }) {
  const [written, setWritten] = useState(false);
  return (
    <Dialog name={shared.recoveryKey} onClose={() => undefined}>
      <h1>{words.recoveryKeyShown.writeThisDown}</h1>
      <p>{words.recoveryKeyShown.whatKeyOpens}</p>
      <p className={toWriteDown.value} data-testid="recovery-key">
        {value}
      </p>
      <label className={layout.row}>
        <input type="checkbox" checked={written} onChange={(event) => setWritten(event.target.checked)} />
        {words.recoveryKeyShown.writtenDown}
      </label>
      <div className={dialogs.foot}>
        <Button onClick={() => void bridge.app.copyText({ text: value })}>{shared.copyFor30s}</Button>
        <Button kind="primary" disabled={!written} onClick={onDone}>
          {words.recoveryKeyShown.done}
        </Button>
      </div>
    </Dialog>
  );
}
